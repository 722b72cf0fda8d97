//! Words of the phone and of the page for browsers without scripts.

use crate::lang::words;

words! {
    /// The phone.
    Phone {
        Title: "查办理进度", "Follow a matter";
        Loading: "正在打开您的信访事项……", "Opening your matter…";
        Now: "现在", "Now";
        DaysLeft: "还剩 {days} 天", "Days left: {days}";
        DueToday: "今天到期", "Due today";
        DaysOver: "已超过 {days} 天", "Days past the limit: {days}";
        OverdueHint: "到期还没有结果，可以打电话催问：{phone}", "The time is over without a result. You may call and ask: {phone}";
        NoClock: "这一步法律没有规定固定的天数。", "The law sets no number of days for this step.";
        ClockLaw: "依据：{law}", "Source: {law}";
        NextTitle: "接下来", "What happens next";
        TimelineTitle: "办理经过", "What has happened";
        CanDo: "您可以", "What you can do";
        Call: "打电话问：{phone}", "Call: {phone}";
        KeepSlip: "收好回执。二维码就是钥匙，不要发给别人。", "Keep the slip. The QR is the key: do not pass it on.";
        AskReviewHow: "想申请复查：带上处理意见书，到原办理单位的上一级提出，或到接待大厅请工作人员帮忙。", "To ask for a review, take the written opinion to the organ above the one that answered, or ask the staff of the hall.";
        ByCodeTitle: "输入编号和查询码", "Enter number and code";
        ByCodeLead: "编号和查询码印在回执上。这样查只显示办到哪一步和日期。", "Both are printed on the slip. This shows only the stage and the dates.";
        NumberHint: "十四位数字", "fourteen digits";
        CodeHint: "八位数字", "eight digits";
        Ask: "查询", "Look up";
        Checking: "正在核对……", "Checking…";
        NotFoundTitle: "没有查到", "Nothing found";
        NotFound: "请对照回执，看看数字有没有输错。还是查不到，请打接待大厅的电话，或到窗口请工作人员帮忙。", "Please compare the digits with your slip. If it still fails, call the hall or ask at a window.";
        NotFoundScan: "请再扫一次回执上的二维码，或输入编号和查询码。还是打不开，请到窗口请工作人员帮忙。", "Please scan the QR on your slip again, or enter number and code. If it still fails, ask at a window.";
        OnlyStage: "这里只显示进度和日期。要看全部经过，请扫回执上的二维码。", "Only stage and dates are shown here. Scan the QR on your slip to see everything.";
        RegisteredOn: "登记日期：{day}", "Registered on {day}";
        Since: "这一步从 {day} 开始", "At this step since {day}";
        Again: "再查一件", "Look up another";
        NoScriptLead: "您的浏览器没有打开脚本，扫码看不了全部经过。可以在这里输入编号和查询码。", "Scripts are switched off in this browser, so the QR cannot show everything. You can enter number and code here.";
        Busy: "查询的人多，请过一分钟再试。", "Many people are asking just now. Please try again in a minute.";
        HeadRegistered: "已登记，等待转给负责的单位", "Registered, waiting to be sent to the organ in charge";
        HeadReturned: "正在重新确定负责的单位", "The right organ is being found";
        HeadReferred: "已转给{organ}", "Sent to {organ}";
        HeadAccepted: "{organ}正在办理", "{organ} is handling it";
        HeadReplied: "{organ}已经答复", "{organ} has answered";
        ChipRefer: "等待转送", "Waiting to be sent on";
        ChipNotify: "等待告知是否受理", "Waiting to hear whether it is accepted";
        ChipReply: "等待答复", "Waiting for an answer";
        ChipReview: "等待复查意见", "Waiting for the review opinion";
        ChipRereview: "等待复核意见", "Waiting for the re-review opinion";
        ChipAskReview: "不同意可以申请复查", "You may ask for a review";
        ChipAskRereview: "不同意可以申请复核", "You may ask for a re-review";
        ChipOver: "已过期限", "Past its time limit";
        ChipDone: "已有结果", "There is a result";
        ChipEnd: "已结束", "Ended";
        OwnTimeOver: "这个期限已经过了。有特殊情况，可以打电话问：{phone}", "This time limit is over. If there were special reasons, call: {phone}";
        Joint: "；", "; ";
        AskRereviewHow: "想申请复核：带上复查意见书，到作出复查意见的单位的上一级提出，或到接待大厅请工作人员帮忙。", "To ask for a re-review, take the review opinion to the organ above the one that gave it, or ask the staff of the hall.";
        OfflineTitle: "网络不通", "No connection";
        Offline: "手机没有连上网。请看看信号或无线网，再试一次。", "The phone is not connected. Please check the signal or Wi-Fi and try again.";
        WaitTitle: "请过一会儿再查", "Please try again later";
        UnexpectedTitle: "暂时打不开", "It does not open just now";
        Unexpected: "系统出了问题，不是您的问题。请再试一次，或到窗口请工作人员帮忙。", "Something is wrong with the system, not with you. Please try again or ask at a window.";
        EndsSoon: "很久没有操作，这一页两分钟后收起。点一下屏幕就可以接着看。", "This page closes in two minutes. Touch the screen to go on reading.";
        ExpiredTitle: "这一页已经收起", "This page is closed";
        Expired: "十五分钟没有操作，为了不让别人看到，内容已经收起。请再扫一次回执上的二维码。", "Nothing was touched for fifteen minutes, so that others cannot read it. Please scan the QR on your slip again.";
        PageLanguage: "English", "中文";
    }
}
