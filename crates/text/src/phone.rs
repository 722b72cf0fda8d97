//! Words of the phone and of the page for browsers without scripts.

use crate::lang::words;

words! {
    /// The phone.
    Phone {
        Title: "查办理进度", "Follow a matter";
        Loading: "正在打开您的信访事项……", "Opening your matter…";
        Now: "现在", "Now";
        DaysLeft: "还剩 {days} 天", "{days} days left";
        DueToday: "今天到期", "due today";
        DaysOver: "已超过 {days} 天", "{days} days overdue";
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
        PageLanguage: "English", "中文";
    }
}
