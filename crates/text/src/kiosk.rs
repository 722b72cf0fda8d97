//! Words of the kiosk.

use crate::lang::words;

words! {
    /// Pages, buttons and hints of the kiosk.
    Kiosk {
        Area: "网上信访自助服务区", "Self-service area";
        AttractTitle: "有事要反映？点一下屏幕", "Something to report? Touch the screen";
        AttractLead: "不用注册，不会打字也有人帮。当场拿回执。", "No account needed, help is at hand. You leave with a receipt.";
        WelcomeTitle: "您好，今天想办什么？", "Hello. What brings you here today?";
        WelcomeLead: "不用注册，不会打字也能办。随时可以叫工作人员帮忙。", "No account needed. You can call the staff at any time.";
        TileReport: "我要反映问题", "I have a problem";
        TileReportHint: "说清事情，当场拿回执，扫码就能查进度", "Tell it, take a receipt, follow it by phone";
        TileSuggest: "我有建议", "I have a suggestion";
        TileSuggestHint: "对政策和工作的好主意", "A good idea for policies or services";
        TileQuery: "查办理进度", "Follow my matter";
        TileQueryHint: "扫回执上的二维码，或输入编号", "Scan the QR on your slip, or enter its number";
        TileGuide: "办事指南", "How it works";
        TileGuideHint: "怎么办、要多久、您的权利", "Steps, time limits and your rights";
        TileStaff: "找工作人员帮忙", "Ask a member of staff";
        TileStaffHint: "按一下，工作人员会过来", "Press, and somebody comes to you";

        BarLanguage: "中 / EN", "EN / 中";
        BarDisplay: "大字 · 显示", "Text · display";
        BarStaff: "叫工作人员", "Call staff";
        BarEnd: "结束并清除", "End and clear";

        DisplayTitle: "怎样看着舒服？", "What is easier to read?";
        DisplayLarge: "大字", "Large text";
        DisplayLargeHint: "字和按钮都变大，等待时间也更长", "Larger text and buttons, and more time";
        DisplayContrast: "高对比", "High contrast";
        DisplayContrastHint: "黑白分明，看得更清", "Black and white, easier to tell apart";
        DisplayLow: "按钮放低", "Low controls";
        DisplayLowHint: "坐轮椅或个子不高时，都够得着", "Everything within reach from a wheelchair";
        LanguageTitle: "选择语言", "Choose a language";

        StaffTitle: "已经叫了工作人员", "The staff has been called";
        StaffLead: "请在这里稍等，您填的内容都在。", "Please wait here. What you wrote is kept.";
        StaffWaiting: "前面还有 {count} 位在等", "{count} waiting before you";
        StaffFailed: "铃没有响。请直接到服务台，或打电话 {phone}。", "The bell did not ring. Please go to the desk or call {phone}.";
        StaffDone: "知道了", "All right";

        EndTitle: "要结束并清除吗？", "End and clear everything?";
        EndLead: "这台机器上您填的内容会全部删掉，没有提交的也不会保存。", "All you wrote on this machine is deleted. What was not submitted is not kept.";
        EndYes: "结束并清除", "End and clear";
        EndNo: "接着填", "Go on filling in";

        IdleTitle: "您还在吗？", "Are you still there?";
        IdleLead: "为了保护您的隐私，{seconds} 秒后会清除您填的内容。", "To protect you, what you wrote is cleared in {seconds} seconds.";
        IdleButton: "我还在", "I am still here";
        WipedTitle: "已经清除", "Cleared";
        WipedLead: "刚才填的内容已全部清除，没有留在这台机器上。", "What was written has been cleared. Nothing is left on this machine.";

        ChapterWho: "您是谁", "You";
        ChapterWhat: "什么事", "Matter";
        ChapterStory: "经过", "Story";
        ChapterPapers: "材料", "Papers";
        ChapterCheck: "核对", "Check";
        Progress: "第 {part} 步，共 5 步", "Step {part} of 5";
        MoreBelow: "往下看", "More below";
        Errors: "还有 {count} 处要改", "{count} to mend";

        NoticeTitle: "填写之前，请先看这几条", "Before you begin";
        NoticeHandler: "谁来处理：{handler}，联系方式：{contact}。", "Who keeps what you write: {handler}, {contact}.";
        NoticeWhy: "为什么要填：办理您的信访事项需要姓名、住址和事情经过，这是《信访工作条例》第十九条的要求。", "Why it is asked: your name, address and story are needed to handle the matter (Regulations on Petition Work, Art. 19).";
        NoticeWhom: "给谁看：只给依法办理这件事的单位。检举控告的材料不会给被反映的人和单位。", "Who sees it: only the organs that lawfully handle it. An accusation is never shown to the person or unit accused.";
        NoticeHowLong: "存多久：办结后保存 {years} 年，到期按规定处理。", "How long: {years} years after it is closed.";
        NoticeRights: "您的权利：可以查看、复制、更正自己的信息，到窗口或打电话提出（《个人信息保护法》第四十四条至第四十八条）。", "Your rights: you may see, copy and correct your data, at a window or by phone (Personal Information Protection Law, Arts. 44–48).";
        NoticeTruth: "请如实说：对自己写的内容负责，不编造、不诬告（条例第十九条）。", "Please be truthful: you answer for what you write; no inventions, no false accusations (Art. 19).";
        NoticeProtected: "不必害怕：任何人不得因为您反映问题而打击报复（条例第十八条）。", "You are protected: nobody may retaliate against you for it (Art. 18).";
        NoticeOrder: "请守秩序：不围堵、不携带危险物品、不辱骂他人（条例第二十六条）。", "Please keep order: no blocking, no dangerous goods, no insults (Art. 26).";
        NoticeNext: "我看过了，开始填写", "I have read it. Begin";

        WhoTitle: "您是为谁来的？", "For whom are you here?";
        OrganisationTitle: "单位叫什么名字？", "What is the name of the organisation?";
        OrganisationName: "单位全称", "Full name";
        OrganisationCode: "统一社会信用代码", "Unified social credit code";
        OrganisationCodeDoubt: "这个代码看起来不太对，请对照证照看一下。不影响继续。", "This code looks odd. Please compare it with the licence. You can go on all the same.";
        CountTitle: "一共有多少人，选了几位代表？", "How many people, and how many representatives?";
        CountLead: "多人反映同一件事，要推选代表，最多五位（条例第二十条）。", "Several people with the same matter elect representatives, five at most (Art. 20).";
        CountPeople: "涉及多少人", "People concerned";
        CountRepresentatives: "代表几位", "Representatives";
        AuthorityAgentTitle: "您凭什么替他来？", "On what do you act?";
        AuthorityGuardianTitle: "您是他的什么人？", "What are you to the person?";
        AuthorityLead: "后面请拍下授权委托书或关系证明。", "Please photograph the authorisation or proof of relation later.";

        NameTitle: "您叫什么名字？", "What is your name?";
        NamePrincipalTitle: "您替谁来？他叫什么名字？", "For whom do you act? What is the name?";
        NameMinorTitle: "孩子（被监护人）叫什么名字？", "What is the name of the child or ward?";
        NameHelperTitle: "您自己叫什么名字？", "And what is your own name?";
        NameContactTitle: "联系人叫什么名字？", "Who is the contact person?";
        NameRepresentativeTitle: "第 {index} 位代表叫什么名字？", "What is the name of representative {index}?";
        Name: "姓名", "Name";
        NameHint: "和证件上一样。名字里的点请写成“·”", "As on the document";
        IdTitle: "用什么证件？号码是多少？", "Which document, and what is its number?";
        IdOfTitle: "{name}用什么证件？号码是多少？", "Which document does {name} have, and what is its number?";
        IdLead: "离开这一页，号码中间会用星号遮住。", "Once you leave this page, the middle of the number is hidden.";
        IdOptionalLead: "没有证件可以不填。", "Leave it empty if there is none.";
        IdNumber: "证件号码", "Document number";
        IdNumberHint: "最后一位是 X 也请写上", "Including a final X";
        MobileTitle: "留个手机号吗？", "Would you leave a mobile number?";
        MobileOfTitle: "{name}的手机号是多少？", "What is the mobile number of {name}?";
        MobileLead: "可以不留。查询码会印在回执上，不靠短信。", "You need not. The query code is on your slip; no text message is needed.";
        Mobile: "手机号", "Mobile number";
        AddressTitle: "您住在哪里？", "Where do you live?";
        AddressOfTitle: "{name}住在哪里？", "Where does {name} live?";
        AddressOrganisationTitle: "单位地址在哪里？", "Where is the organisation?";
        AddressLead: "书面告知会寄到这里。", "Written notices are sent there.";
        Division: "省、市、县（区）", "Province, city, county";
        DivisionSearch: "输入县、市的名字找", "Find by name of county or city";
        DivisionNone: "没有找到，请换一个字或在下面选", "Nothing found. Try another word or choose below";
        DivisionLoading: "正在取地名……", "Loading place names…";
        DivisionFailed: "地名没有取到。请再试一次。", "Place names could not be loaded. Please try again.";
        DivisionChosen: "已选：{name}", "Chosen: {name}";
        DivisionProvince: "选省", "Choose a province";
        DivisionCity: "选市", "Choose a city";
        DivisionCounty: "选县（区）", "Choose a county or district";
        AddressDetail: "街道、村、门牌号", "Street, village, house number";

        PurposeTitle: "您这次来，主要是为了什么？", "What is it mainly about?";
        PurposeNote: "选错了也没关系，后面可以改，工作人员收到后也会核对。", "A wrong choice does no harm: you can change it, and the staff will check it.";
        CategoryTitle: "是哪一类事情？", "What kind of matter is it?";
        CategoryLead: "选最接近的一类。拿不准选“其他”。", "Choose the nearest one.";
        PlaceTitle: "事情发生在哪里？", "Where did it happen?";
        PlaceSuggestionTitle: "建议和哪个地方有关？", "Which place is the suggestion about?";
        PlaceDetail: "具体地点", "Exact place";
        AboutTitle: "这件事和哪个单位有关？", "Which organ or unit is it about?";
        AboutSuggestionTitle: "建议给哪个单位？", "Which organ is the suggestion for?";
        AboutAccusationTitle: "您要反映谁的问题？", "Whom does it concern?";
        AboutLead: "写名称就行，不知道全称写您知道的。", "The name you know is enough.";
        AboutSecret: "保密：不会印在回执上，也不会告诉被反映的人和单位（条例第三十条）。", "Confidential: not printed on the slip, and never told to the person or unit concerned (Art. 30).";
        AboutUnit: "单位名称", "Name of the unit";
        AccusedUnit: "所在单位", "Unit";
        AccusedName: "姓名（只反映单位可以不填）", "Name (leave empty if it is about a unit)";
        AccusedPost: "职务", "Post";
        AccusedActs: "做了什么，用一句话说", "What was done, in one sentence";

        FactsTitle: "发生了什么？", "What happened?";
        FactsLead: "按时间顺序说。想一想：", "In the order of time. Think of:";
        FactsWhen: "什么时候", "When";
        FactsWhere: "在哪里", "Where";
        FactsWho: "有谁", "Who was there";
        FactsWhat: "做了什么事", "What was done";
        FactsSoFar: "您已经做过哪些努力", "What you have tried so far";
        FactsSuggestionTitle: "现在是什么情况？", "How are things now?";
        ReasonsTitle: "为什么您觉得不对？", "Why is it wrong?";
        ReasonsSuggestionTitle: "为什么要这样改？", "Why should it change?";
        ReasonsLead: "说说您的理由。知道哪条规定可以写上，不知道没关系。", "Your reasons. If you know a rule, name it; if not, never mind.";
        RequestTitle: "您希望怎么解决？", "What do you ask for?";
        RequestSuggestionTitle: "您建议怎么做？", "What do you propose?";
        RequestLead: "一条一条写清楚，比如金额、日期、要谁做什么。", "Point by point: amounts, dates, who should do what.";
        Counter: "已写 {count} 字，最多 {max} 字", "{count} of {max} characters";
        EarlierTitle: "这件事以前反映过吗？", "Was this raised before?";
        EarlierLead: "同一件事已经在办，可以接着原来的办，不用重来。", "If it is being handled already, it can go on from there.";
        EarlierNumber: "原来的编号", "Earlier number";
        EarlierOrgan: "向哪个单位反映的", "With which organ";
        EarlierWhen: "大约什么时候", "About when";
        EarlierEither: "编号和单位，知道一个就行。", "Either the number or the organ is enough.";
        ProceedingsTitle: "这件事正在打官司、仲裁或复议吗？", "Is a suit, arbitration or reconsideration under way?";
        ProceedingsNote: "不管选哪个都可以提交。正在走的程序由那边先办。", "You can submit either way. What is under way is settled there first.";

        AttachTitle: "有材料要交吗？", "Any papers to hand in?";
        AttachLead: "可以拍照，也可以选文件。没有可以不交，以后还能补。", "Take photos or choose files. None is fine; you can add some later.";
        AttachLimits: "JPEG、PNG、WebP 图片或 PDF，每个不超过 {size} MB，最多 {count} 个。", "JPEG, PNG, WebP or PDF, up to {size} MB each, {count} files at most.";
        AttachCamera: "拍照", "Take a photo";
        AttachFile: "选文件", "Choose files";
        AttachUp: "上移", "Move up";
        AttachDown: "下移", "Move down";
        AttachSending: "正在上传 {percent}%", "Sending {percent}%";
        AttachDone: "已上传", "Received";
        AttachKind: "这个文件不是图片或 PDF，收不了。", "This is neither a picture nor a PDF.";
        AttachTooLarge: "这个文件太大了，最多 {size} MB。可以拍照代替。", "This file is too large; {size} MB at most. You may photograph it instead.";
        AttachEmpty: "这个文件是空的。", "This file is empty.";
        AttachTooMany: "最多 {count} 个。先删掉一个再加。", "{count} files at most. Remove one first.";
        AttachTotal: "所有文件加起来太大了。", "All files together are too large.";
        AttachDamaged: "这个文件打不开，可能坏了。请重新拍或换一个。", "This file cannot be opened; it may be damaged. Please take it again or choose another.";
        AttachFailed: "没有传上去。", "It was not received.";
        AttachStillSending: "还有材料正在上传，请等一下，或者删掉它。", "A file is still being sent. Please wait or remove it.";
        AttachFailedNext: "有材料没有传上去。请再试一次，或者删掉它。", "A file was not received. Please try again or remove it.";
        PhotoName: "照片 {index}", "Photo {index}";
        CameraTitle: "把材料放平，对准", "Lay the paper flat and aim";
        CameraShoot: "拍照", "Take the photo";
        CameraRetake: "重拍", "Take again";
        CameraRotate: "转一下", "Turn";
        CameraUse: "用这张", "Use this one";
        CameraCrop: "裁边", "Trim";
        CameraTrimTop: "裁上边", "Trim top";
        CameraTrimBottom: "裁下边", "Trim bottom";
        CameraTrimLeft: "裁左边", "Trim left";
        CameraTrimRight: "裁右边", "Trim right";
        CameraUntrim: "恢复原样", "Undo trimming";
        CameraPreview: "刚拍的照片", "The photo just taken";
        CameraStarting: "正在打开摄像头……", "Starting the camera…";
        CameraDenied: "摄像头打不开。可以选文件，或者叫工作人员。", "The camera cannot be opened. Choose a file or call the staff.";

        PublishTitle: "办理结果可以公开吗？", "May the result be published?";
        PublishLead: "不选就是不公开。公开时也不写您的姓名和住址。", "The default is no. Your name and address are never published.";
        CheckTitle: "请核对一遍", "Please check your answers";
        CheckLead: "哪里不对就点“修改”，改完会回到这里。", "Touch “Change” where something is wrong; you come back here.";
        CheckNone: "没有填", "none";
        CheckTruth: "已承诺", "promised";
        SignTitle: "请用手指签名", "Please sign with your finger";
        SignPledge: "我说的都是真实的，我对自己写的内容负责。", "What I said is true and I answer for what I wrote.";
        SignBoard: "签名板", "Signature board";
        SignClear: "清除重签", "Clear and sign again";
        SignCannot: "我不方便签名，用确认代替", "I cannot sign; I confirm instead";
        SignInstead: "还是手写签名", "Sign by finger after all";
        SignConfirmed: "已用确认代替签名", "Confirmed instead of a signature";
        Submit: "提交", "Submit";
        SendingTitle: "正在提交", "Submitting";
        SendingLead: "请不要离开。收到回执之前，不算提交成功。", "Please stay. It is submitted only once the receipt is here.";
        SendingProtect: "正在生成查询码", "Preparing the query code";
        SendingWait: "正在登记", "Registering";
        SendingSlow: "比平时慢。您可以接着等，内容不会丢，也不会重复提交。", "Slower than usual. Please keep waiting: nothing is lost, nothing is sent twice.";
        SendingFailedTitle: "还没有提交成功", "Not submitted yet";
        SendingFailed: "网络或系统出了问题。您写的都在，再试一次不会重复提交。", "The network or the system failed. Everything is kept, and trying again never submits twice.";

        ReceiptTitle: "已登记。请收好回执。", "Registered. Please take your receipt.";
        ReceiptLeadPrint: "回执正在打印。用手机扫一扫，随时看进度。", "The slip is being printed. Scan the QR to follow your matter.";
        ReceiptLead: "用手机扫一扫，随时看进度。", "Scan the QR to follow your matter.";
        ReceiptCode: "查询码（请勿告诉他人）", "Query code (keep it to yourself)";
        ReceiptQr: "回执二维码，扫码查看进度", "QR of your receipt: scan it to follow the matter";
        ReceiptNext: "接下来", "What happens next";
        ReceiptToday: "今天 已登记", "Today: registered";
        ReceiptRefer: "{day}前 转给负责的单位", "By {day}: sent to the organ in charge";
        ReceiptReferHint: "{days} 日内。转到哪里，手机上能看到", "Within {days} days. Your phone shows which organ";
        ReceiptNotify: "负责单位告知是否受理", "The organ tells whether it accepts";
        ReceiptNotifyHint: "书面告知，手机上同步", "In writing, and on your phone";
        ReceiptReply: "受理后 {days} 日内答复", "Answered within {days} days of acceptance";
        ReceiptReplyHint: "只适用于按信访程序受理的事项。情况复杂可延长 {more} 日，会说明原因", "Only where it is accepted by the petition procedure. May be extended by {more} days with the reason told";
        ReceiptSuggestion: "负责单位研究并答复", "The organ studies it and answers";
        ReceiptSuggestionHint: "法律没有规定固定的天数", "The law sets no number of days";
        ReceiptAccusation: "有权机关按规定办理", "The organ with the power acts by its own rules";
        ReceiptAccusationHint: "材料不会交给被反映的人", "Your material is not given to the person concerned";
        ReceiptAsk: "有疑问打电话：{phone}", "Questions? Call {phone}";
        ReceiptReprint: "没打出来", "It did not print";
        ReceiptScanned: "我已扫码", "I have scanned it";
        ReceiptTaken: "我已拿到回执，结束", "I have my slip. Finish";
        ReceiptHold: "请先拿回执或扫码，再点下面的按钮。离开后这里不再显示。", "Take the slip or scan the QR first. It is not shown again.";
        SlipTitle: "信访事项登记回执", "Receipt of registration";
        SlipHow: "扫码，或打开 {url} 输入编号和查询码", "Scan, or open {url} and enter number and code";
        SlipRegistered: "登记时间", "Registered";
        SlipCategory: "类别", "Category";

        QueryTitle: "输入编号和查询码", "Enter number and code";
        QueryLead: "都印在回执上。扫回执上的二维码，用手机能看到全部经过。", "Both are on your slip. Scan its QR with your phone to see everything.";
        QueryAsk: "查询", "Look up";
        QueryChecking: "正在核对……", "Checking…";
        QueryAgain: "再查一件", "Look up another";
        QueryDone: "看完了，结束", "Done";

        GuideStart: "现在就反映问题", "Report a problem now";
        HomeButton: "回到首页", "Back to the start";
        GuideWait: "正在打开指南……", "Opening the guide…";
        GuideFailed: "指南没有打开。请返回再试一次，或请工作人员帮忙。", "The guide did not open. Go back and try again, or ask the staff.";
        HintTell: "这类事，把这些说清楚最管用：", "For this kind of matter it helps most to tell:";
        HintPhotograph: "这类事，最好拍下：", "For this kind of matter, photograph if you can:";
        HintMore: "看看这类事的说明", "Read about this kind of matter";
        LimitSoon: "您走别的路，最后一天大约是 {day}，还剩 {days} 天。提交信访不会停下这个期限。", "The last day for your other way is about {day}: {days} days are left. Submitting here does not stop that limit.";
        LimitOver: "您走别的路的期限大约在 {day} 到期，可能已经过了。请问问窗口。您仍然可以提交。", "The limit of your other way ended about {day} and may have passed. Ask at a window. You may still submit.";
        AttractButton: "点这里开始", "Touch to begin";
        NoHallTitle: "这台机器暂时不能用", "This machine is out of service";
        NoHallLead: "请到窗口办理，或换一台机器。正在重新连接……", "Please go to a window or use another machine. Reconnecting…";
        PanicTitle: "机器出了问题，正在重新开始", "Something broke; starting again";
    }
}

words! {
    /// The choices on the option pages: what it is, and what follows from choosing it.
    Options {
        WhoIndividual: "我自己的事", "Myself";
        WhoIndividualHint: "填您一个人的姓名和住址", "Your own name and address";
        WhoOrganisation: "一个单位的事", "An organisation";
        WhoOrganisationHint: "公司、合作社、村组等，填单位名称和联系人", "A company or other body, with a contact person";
        WhoAgent: "替别人办（有委托书）", "Somebody else, with an authorisation";
        WhoAgentHint: "填他的和您的姓名，拍下委托书", "Both names, and a photo of the authorisation";
        WhoGuardian: "替孩子或被监护的家人办", "My child or ward";
        WhoGuardianHint: "由父母或其他监护人填写", "Filled in by a parent or guardian";
        WhoGroup: "好几个人的同一件事", "Several people with one matter";
        WhoGroupHint: "选一到五位代表填写", "Elect one to five representatives";

        AuthorityRelative: "近亲属，有授权委托书", "Close relative with an authorisation";
        AuthorityLegalWorker: "律师或法律工作者，有授权委托书", "Lawyer or legal worker with an authorisation";
        AuthorityRecommended: "村居、单位推荐，有授权委托书", "Recommended by committee or employer, with an authorisation";
        AuthorityParent: "父亲或母亲", "Parent";
        AuthorityOtherGuardian: "其他监护人", "Other guardian";

        IdResident: "居民身份证", "Resident ID card";
        IdPermit: "港澳台居民居住证", "Residence permit (Hong Kong, Macao, Taiwan)";
        IdPermanent: "外国人永久居留身份证", "Foreign permanent resident card";
        IdPassport: "护照", "Passport";

        PurposeClaim: "我的合法权益受了损失，要求解决", "My rights were harmed; I ask for a remedy";
        PurposeClaimHint: "例如欠薪、征地补偿、房屋质量。先登记转送；按信访程序受理的，受理后 60 日内答复", "For example wages, land, housing. Registered and sent on; once accepted by the petition procedure, answered within 60 days";
        PurposeAccusation: "举报单位或工作人员", "I report an official or a unit";
        PurposeAccusationHint: "转交有权机关处理。您的材料不会交给被举报的人", "Sent to the organ with the power. Your material is not given to the accused";
        PurposeSuggestion: "提意见、建议", "I have a suggestion";
        PurposeSuggestionHint: "研究采纳，给您答复。没有固定的答复天数", "Studied and answered. There is no fixed number of days";

        RaisedNo: "没有，第一次反映", "No, this is the first time";
        RaisedNoHint: "按新的事项登记", "It is registered as a new matter";
        RaisedYes: "反映过", "Yes";
        RaisedYesHint: "写上编号或单位，工作人员会对上", "Give the number or the organ; the staff will match it";

        ProceedingsNone: "都没有", "None of these";
        ProceedingsNoneHint: "也包括不清楚", "Also if you are not sure";
        ProceedingsSuit: "正在打官司", "A suit in court";
        ProceedingsSuitHint: "法院的事由法院办", "The court settles it";
        ProceedingsArbitration: "正在仲裁", "Arbitration";
        ProceedingsArbitrationHint: "例如劳动仲裁、土地承包仲裁", "For example labour or land contract arbitration";
        ProceedingsReconsideration: "正在行政复议", "Administrative reconsideration";
        ProceedingsReconsiderationHint: "由复议机关办", "The reconsideration organ settles it";

        PublishNo: "不公开", "No";
        PublishNoHint: "只有您和办理单位知道结果", "Only you and the organ know the result";
        PublishYes: "可以公开", "Yes";
        PublishYesHint: "结果可能登在网上，不写您的姓名", "The result may appear online without your name";
    }
}

words! {
    /// The short guide: the way of a matter, with its days.
    Guide {
        Step1: "登记", "Register";
        Step1Text: "您说清事情，当场拿回执。", "You tell it and take a receipt.";
        Step2: "转送", "Referral";
        Step2Text: "信访部门 {refer} 日内转给负责的单位（条例第二十二条）。", "The office sends it to the organ in charge within {refer} days (Art. 22).";
        Step3: "告知", "Notice";
        Step3Text: "负责的单位 {notify} 日内书面告诉您收到了、怎么办（第二十三条）。", "The organ tells you in writing within {notify} days that it has it and how it goes on (Art. 23).";
        Step4: "答复", "Answer";
        Step4Text: "按信访程序受理的，受理后 {reply} 日内办结，复杂的可延长 {extension} 日（第三十四条）。", "By the petition procedure: within {reply} days of acceptance, {extension} more if complex (Art. 34).";
        Step5: "复查、复核", "Review and re-review";
        Step5Text: "不同意，可以在 {ask} 日内申请复查；还不同意，再 {ask} 日内申请复核（第三十五、三十六条）。", "If you disagree: ask for review within {ask} days, and then for re-review within {ask} days (Arts. 35, 36).";
        Suggestions: "提建议、举报的，没有 60 日这个期限，按各自的规定办（第二十九、三十条）。", "Suggestions and accusations have no 60 days; they follow their own rules (Arts. 29, 30).";
        Court: "打官司、仲裁、复议能解决的，要走那条路。不清楚就问窗口，您仍然可以提交（第三十一条）。", "What courts, arbitration or reconsideration settle goes that way. Ask at a window if unsure; you may still submit (Art. 31).";
        Rights: "您可以查进度、评价办理情况（第二十一条）。没有人可以打击报复您（第十八条）。", "You may follow and rate the handling (Art. 21). Nobody may retaliate against you (Art. 18).";
        Money: "反映问题不收钱。", "Submitting costs nothing.";
        Checked: "内容依据《信访工作条例》（2022 年），{day}核对。", "Based on the Regulations on Petition Work (2022), checked on {day}.";
    }
}
