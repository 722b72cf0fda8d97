//! Words of the guide (办事指南).

use petition_domain::span::{Span, Unit};

use crate::lang::{Lang, fill, words};

words! {
    /// Pages, buttons and hints of the guide.
    Help {
        Title: "办事指南", "Guide";
        Lead: "按您遇到的事找，不知道归谁管也没关系。", "Find it by what happened. You need not know who is in charge.";
        SearchLabel: "用几个字说说是什么事", "Say in a few words what it is";
        SearchHint: "例如：欠薪、强拆、看病报销", "For example: unpaid wages, demolition, medical refund";
        SearchNone: "没有找到。换个说法试试，或请工作人员帮忙。", "Nothing found. Try other words, or ask the staff.";
        Found: "找到 {count} 张说明", "{count} found";
        TilesTitle: "按事情找", "By what happened";
        CheckTile: "该走哪条路？", "Which way is right?";
        CheckTileHint: "回答几个问题，就知道找谁、还剩几天", "A few questions show whom to ask and how many days are left";
        BoardTile: "大厅公示", "Notice board";
        BoardTileHint: "办理流程、接待日程、您的权利", "How it works, reception days, your rights";
        Organs: "归谁管", "Who handles it";
        Routes: "能走的路", "Ways you can go";
        Free: "不收钱", "free";
        Fee: "要交费", "a fee";
        Varies: "收不收费看情况", "cost varies";
        LimitYou: "{span}内要去办，从{from}算", "Act within {span} of {from}";
        LimitOrgan: "{span}内要办这一步，从{from}算", "This step is due within {span} of {from}";
        Hours: "{count} 小时", "{count} hours";
        Days: "{count} 天", "{count} days";
        WorkingDays: "{count} 个工作日", "{count} working days";
        Months: "{count} 个月", "{count} months";
        OneYear: "1 年", "one year";
        Years: "{count} 年", "{count} years";
        Papers: "带上这些，有一样带一样", "Bring what you have of these";
        Law: "法律依据", "The law behind it";
        Article: "第 {article} 条", "Art. {article}";
        Version: "{version} 年版本", "version of {version}";
        Checked: "这张说明 {day} 核对过", "Checked on {day}";
        Unverified: "有的内容没有核对到法律原文，以当地公布为准。", "Parts were not checked against the law itself: as published locally.";
        Recheck: "法律最近有变化，正在重新核对。", "The law has changed lately; this is being checked again.";
        Print: "打印带走", "Print it";
        Printing: "正在打印，请在出纸口取。", "Printing. Take it from the slot.";
        Phone: "放到手机上", "Put it on my phone";
        PhoneLead: "用手机扫一扫，这张说明就在手机上。", "Scan it: this page opens on your phone.";
        PhoneDone: "好了", "Done";
        Read: "读给我听", "Read it to me";
        Stop: "停下不读", "Stop reading";
        Waiting: "正在打开……", "Opening…";
        Failed: "没有打开。请再试一次，或请工作人员帮忙。", "It did not open. Try again, or ask the staff.";
        Again: "再试一次", "Try again";
        Call: "电话 {phone}", "Call {phone}";
        CheckDate: "年|月|日", "Year|Month|Day";
        EarlierDay: "往前", "Earlier";
        LaterDay: "往后", "Later";
        EmergencyTitle: "先顾安全", "Safety first";
        EmergencyCall: "报警 110 · 急救 120 · 火警 119", "Police 110 · Ambulance 120 · Fire 119";
        EmergencyLead: "马上打电话，或者按下面的按钮，工作人员会过来。", "Call now, or press the button below and somebody comes to you.";
        EmergencyRing: "马上叫工作人员", "Call the staff now";
        OutcomeTitle: "您可以走这些路", "Ways open to you";
        OutcomeFirst: "建议先走", "Best first";
        OutcomeAlso: "也可以", "Also open";
        OutcomeLapsed: "可能已经过了期限，请问窗口", "May have passed: ask at a window";
        OutcomePetition: "在这里提交信访", "Petitioning here";
        OutcomeItem: "可能属于《信访工作条例》第三十一条第（{item}）项，由收到的单位决定。", "It may fall under Art. 31({item}) of the Regulations on Petition Work; the body that gets it decides.";
        OutcomeSuggestion: "属于建议意见（条例第二十九条）。", "It is a suggestion (Art. 29).";
        OutcomeAccusation: "属于检举控告（条例第三十条），会保密。", "It is a report of misconduct (Art. 30) and stays confidential.";
        OutcomePapers: "身份证|收到的通知、决定或答复，连同信封|合同、票据、照片，有什么带什么|以前交材料得到的回执", "Identity card|Notices, decisions or replies, with their envelopes|Contracts, receipts, photographs: whatever there is|Receipts for anything handed in before";
        OutcomeGuidance: "这些只是建议，办不办、怎么办由有关单位决定。您随时可以提交信访。", "This is guidance only; the bodies in charge decide. You may submit a petition at any time.";
        OutcomePrint: "我知道了，打印带走", "I see. Print it";
        OutcomeKnown: "我知道了", "I see";
        OutcomeSubmit: "仍要提交信访", "Submit a petition anyway";
        Due: "{about}最后一天是 {day}，还剩 {days} 天", "{about}Last day {day}: {days} days left";
        DuePassed: "{about}最后一天是 {day}，可能已经过了，请问窗口", "{about}Last day was {day}; it may have passed, ask at a window";
        DueAbout: "大约", "About: ";
        BoardWay: "信访怎么走", "The way of a matter";
        BoardRights: "您的权利", "Your rights";
        BoardReception: "接待日程", "Reception days";
        BoardTopics: "正在征集的建议", "Suggestions wanted now";
        BoardDuties: "信访部门做什么", "What the office does";
        BoardWifi: "免费无线网络", "Free Wi-Fi";
        BoardPhones: "常用电话", "Telephones";
        BoardLeader: "领导接待", "Leader:";
        BoardLawyer: "律师", "Lawyer:";
        BoardCounsellor: "心理咨询", "Counsellor:";
        BoardUntil: "到 {day} 为止。", "Until {day}.";
        BoardPassword: "密码 {password}", "Password {password}";
        BoardOpen: "不用密码", "No password";
        Monday: "每周一", "Mondays";
        Tuesday: "每周二", "Tuesdays";
        Wednesday: "每周三", "Wednesdays";
        Thursday: "每周四", "Thursdays";
        Friday: "每周五", "Fridays";
        Saturday: "每周六", "Saturdays";
        Sunday: "每周日", "Sundays";
    }
}

/// A length of time in words.
pub fn span(lang: Lang, span: Span) -> String {
    let word = match span.unit {
        Unit::Hours => Help::Hours,
        Unit::Days => Help::Days,
        Unit::WorkingDays => Help::WorkingDays,
        Unit::Months => Help::Months,
        Unit::Years if span.amount == 1 => Help::OneYear,
        Unit::Years => Help::Years,
    };
    fill(lang, word, &[("count", &span.amount.to_string())])
}
