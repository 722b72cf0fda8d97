//! Words that stand everywhere.

use crate::lang::words;

words! {
    /// Buttons and names that every entry shares.
    Common {
        Next: "下一步", "Continue";
        Back: "返回", "Back";
        Yes: "是", "Yes";
        No: "否", "No";
        Change: "修改", "Change";
        Remove: "删除", "Remove";
        Cancel: "取消", "Cancel";
        Close: "关闭", "Close";
        Retry: "再试一次", "Try again";
        Optional: "可以不填", "optional";
        Number: "信访编号", "Matter number";
        Code: "查询码", "Query code";
        Hall: "接待大厅", "Reception hall";
        Demo: "演示系统：人和事都是虚构的，请勿填写真实信息", "Demonstration: people and matters are invented. Do not enter real data";
        Unverified: "以当地公布为准", "check the date with the office";
        Working: "请稍候", "One moment";
        Offline: "网络不通。您写的内容还在，请再试一次。", "No connection. What you wrote is still here. Please try again.";
        TooMany: "试的次数太多了。请过十五分钟再试，或者请工作人员帮忙。", "Too many tries. Please wait fifteen minutes or ask the staff.";
        Unexpected: "系统出了问题，您写的内容还在。请再试一次，或者叫工作人员。", "Something went wrong; what you wrote is still here. Please try again or call the staff.";
    }
}
