//! How the life of a matter is told.

use petition_domain::Day;
use petition_domain::clocks::{Clock, ClockKind};
use petition_domain::matter::{Event, HandlingPath, RefusalReason, ReplyOutcome, Stage};
use petition_domain::submission::Purpose;

use crate::date::day_in_year;
use crate::lang::{Lang, fill, words};

words! {
    /// Stages, events, clocks.
    Timeline {
        Registered: "已登记", "Registered";
        Referred: "已转送", "Referred";
        Assigned: "已交办", "Assigned";
        Returned: "对方认为不归它管，已退回", "Returned: the organ says it is not the right one";
        Accepted: "已受理", "Accepted";
        NotAccepted: "不予受理", "Not accepted";
        Extended: "办理时间已延长", "Time extended";
        Replied: "已答复", "Answered";
        ReviewRequested: "已申请复查", "Review requested";
        UnderReview: "正在复查", "Under review";
        Reviewed: "已作出复查意见", "Review opinion given";
        RereviewRequested: "已申请复核", "Re-review requested";
        UnderRereview: "正在复核", "Under re-review";
        Rereviewed: "已作出复核意见", "Re-review opinion given";
        NotAcceptedAgain: "不再受理", "Not accepted again";
        Withdrawn: "已撤回", "Withdrawn";
        Closed: "已办结", "Closed";

        ByOffice: "登记单位：{organ}", "Registered by {organ}";
        ToOrgan: "转给：{organ}", "Sent to {organ}";
        AtOrgan: "办理单位：{organ}；{path}", "Handled by {organ}; {path}";
        Because: "原因：{reason}", "Reason: {reason}";
        ExtendedBy: "延长 {days} 天。原因：{reason}", "{days} more days. Reason: {reason}";
        Outcome: "结果：{outcome}", "Result: {outcome}";

        PathPetition: "按信访程序办理", "by the petition procedure";
        PathJudicial: "按诉讼等司法程序办理", "by judicial procedure";
        PathArbitration: "按仲裁程序办理", "by arbitration";
        PathPartyAppeal: "按党员申诉程序办理", "by the appeal procedure for Party members";
        PathAdministrative: "按行政程序办理", "by administrative procedure";
        PathDuty: "由该单位依法履行职责", "as a duty of that organ";
        PathOwnRules: "按该单位的工作规则办理", "by that organ's own rules";

        RefusedOrgan: "不属于这个单位的职责", "not a duty of this organ";
        RefusedHandled: "同一件事已经在办理中", "the same matter is being handled already";
        RefusedLevel: "走访应当先到有权处理的本级或上一级", "a visit goes to the proper level or the next one first";
        RefusedJudicial: "应当通过诉讼等司法程序解决", "it belongs to a judicial procedure";
        RefusedRereviewed: "已经复核，事实和理由没有变化", "it was re-reviewed with the same facts and reasons";
        RefusedTerminated: "司法程序已经依法终结", "the judicial procedure is lawfully ended";

        OutcomeSupported: "支持您的请求", "your request is supported";
        OutcomeExplained: "请求合理，但缺少法律依据，已作解释", "reasonable but without a legal basis; explained";
        OutcomeNotSupported: "不支持您的请求", "your request is not supported";
        OutcomeAdopted: "建议已采纳", "your suggestion is taken up";
        OutcomeAnswered: "已给出答复", "answered";

        PurposeClaim: "申诉求决", "Claim";
        PurposeSuggestion: "建议意见", "Suggestion";
        PurposeAccusation: "检举控告", "Accusation";

        NextRegistered: "{office}会在期限内把您的事转给负责的单位。转到哪里，这里会显示。", "{office} sends your matter to the organ in charge within the time limit. You will see here which one.";
        NextReferredClaim: "负责的单位会书面告诉您是否受理、怎么办。", "The organ tells you in writing whether it takes the matter and how.";
        NextReferredSuggestion: "负责的单位会研究您的建议并答复。法律没有规定固定的天数。", "The organ studies your suggestion and answers. The law sets no number of days.";
        NextReferredAccusation: "有权机关会按自己的规定办理，并告诉您是否受理。您的材料不会交给被反映的人。", "The organ with the power acts by its own rules and tells you whether it takes the matter. Your material is not given to the person concerned.";
        NextReturned: "{office}会重新转给合适的单位。", "{office} will send it to the right organ.";
        NextAccepted: "负责的单位会调查，并给您书面处理意见。", "The organ investigates and gives you a written opinion.";
        NextAcceptedOther: "负责的单位会按这条程序办理，期限按那条程序的规定。", "The organ follows that procedure and its time limits.";
        NextReplied: "如果不同意，可以在期限内向上一级申请复查。同意就不用做什么。", "If you disagree you may ask the next level for a review within the time limit. If you agree there is nothing to do.";
        NextRepliedOther: "事情已经答复。有疑问可以打电话问。", "The matter is answered. Call if you have questions.";
        NextUnderReview: "上一级单位会给您书面复查意见。", "The next level gives you a written review opinion.";
        NextReviewed: "如果不同意，可以在期限内再向上一级申请复核。", "If you disagree you may ask the next level for a re-review within the time limit.";
        NextUnderRereview: "上一级单位会给您书面复核意见。", "The next level gives you a written re-review opinion.";
        NextEnd: "这件事的信访程序已经结束。", "The petition procedure of this matter has ended.";
        NextNotAccepted: "请看告知书上写的原因。也可以打电话问该走哪条路。", "Please read the reason in the notice. You may call to ask which way is open.";

        ClockRefer: "{day}前转给负责的单位", "Sent to the organ in charge by {day}";
        ClockNotify: "{day}前告诉您是否受理", "You are told by {day} whether it is accepted";
        ClockReply: "{day}前答复", "Answered by {day}";
        ClockAskReview: "{day}前可以申请复查", "You may ask for review until {day}";
        ClockReview: "{day}前给出复查意见", "Review opinion by {day}";
        ClockAskRereview: "{day}前可以申请复核", "You may ask for re-review until {day}";
        ClockRereview: "{day}前给出复核意见", "Re-review opinion by {day}";
    }
}

use Timeline as T;

/// Name of a stage.
pub fn stage(stage: Stage) -> Timeline {
    match stage {
        Stage::Registered => T::Registered,
        Stage::Referred => T::Referred,
        Stage::Assigned => T::Assigned,
        Stage::Returned => T::Returned,
        Stage::Accepted => T::Accepted,
        Stage::NotAccepted => T::NotAccepted,
        Stage::Replied => T::Replied,
        Stage::UnderReview => T::UnderReview,
        Stage::Reviewed => T::Reviewed,
        Stage::UnderRereview => T::UnderRereview,
        Stage::Rereviewed => T::Rereviewed,
        Stage::NotAcceptedAgain => T::NotAcceptedAgain,
        Stage::Withdrawn => T::Withdrawn,
        Stage::Closed => T::Closed,
    }
}

/// Name of an event.
pub fn event_title(event: &Event) -> Timeline {
    match event {
        Event::Registered { .. } => T::Registered,
        Event::Referred { .. } => T::Referred,
        Event::Assigned { .. } => T::Assigned,
        Event::Returned { .. } => T::Returned,
        Event::Accepted { .. } => T::Accepted,
        Event::NotAccepted { .. } => T::NotAccepted,
        Event::Extended { .. } => T::Extended,
        Event::Replied { .. } => T::Replied,
        Event::ReviewRequested => T::ReviewRequested,
        Event::Reviewed { .. } => T::Reviewed,
        Event::RereviewRequested => T::RereviewRequested,
        Event::Rereviewed { .. } => T::Rereviewed,
        Event::NotAcceptedAgain => T::NotAcceptedAgain,
        Event::Withdrawn => T::Withdrawn,
        Event::Closed => T::Closed,
    }
}

/// What an event says beyond its name.
pub fn event_detail(lang: Lang, event: &Event) -> Option<String> {
    let reason = |text: &str| fill(lang, T::Because, &[("reason", text)]);
    Some(match event {
        Event::Registered { office } => fill(lang, T::ByOffice, &[("organ", office)]),
        Event::Referred { organ } | Event::Assigned { organ } => {
            fill(lang, T::ToOrgan, &[("organ", organ)])
        }
        Event::Returned { reason: text } => reason(text),
        Event::Accepted { organ, path } => {
            fill(lang, T::AtOrgan, &[("organ", organ), ("path", &lang.say(path_name(*path)))])
        }
        Event::NotAccepted { reason: why } => reason(&lang.say(refusal(*why))),
        Event::Extended { days, reason } => {
            fill(lang, T::ExtendedBy, &[("days", &days.to_string()), ("reason", reason)])
        }
        Event::Replied { outcome: o }
        | Event::Reviewed { outcome: o }
        | Event::Rereviewed { outcome: o } => {
            fill(lang, T::Outcome, &[("outcome", &lang.say(outcome(*o)))])
        }
        _ => return None,
    })
}

/// The path of handling.
pub const fn path_name(path: HandlingPath) -> Timeline {
    match path {
        HandlingPath::Petition => T::PathPetition,
        HandlingPath::Judicial => T::PathJudicial,
        HandlingPath::Arbitration => T::PathArbitration,
        HandlingPath::PartyAppeal => T::PathPartyAppeal,
        HandlingPath::Administrative => T::PathAdministrative,
        HandlingPath::Duty => T::PathDuty,
        HandlingPath::OwnRules => T::PathOwnRules,
    }
}

/// A reason of the closed list.
pub const fn refusal(reason: RefusalReason) -> Timeline {
    match reason {
        RefusalReason::NotThisOrgan => T::RefusedOrgan,
        RefusalReason::AlreadyInHandling => T::RefusedHandled,
        RefusalReason::VisitPastLevel => T::RefusedLevel,
        RefusalReason::JudicialProcedure => T::RefusedJudicial,
        RefusalReason::AlreadyRereviewed => T::RefusedRereviewed,
        RefusalReason::JudiciallyTerminated => T::RefusedTerminated,
    }
}

/// What a reply says.
pub const fn outcome(outcome: ReplyOutcome) -> Timeline {
    match outcome {
        ReplyOutcome::Supported => T::OutcomeSupported,
        ReplyOutcome::Explained => T::OutcomeExplained,
        ReplyOutcome::NotSupported => T::OutcomeNotSupported,
        ReplyOutcome::Adopted => T::OutcomeAdopted,
        ReplyOutcome::Answered => T::OutcomeAnswered,
    }
}

/// Name of a purpose.
pub const fn purpose(purpose: Purpose) -> Timeline {
    match purpose {
        Purpose::Claim => T::PurposeClaim,
        Purpose::Suggestion => T::PurposeSuggestion,
        Purpose::Accusation => T::PurposeAccusation,
    }
}

/// What happens next and who does it.
pub fn next_step(
    lang: Lang,
    purpose: Purpose,
    stage: Stage,
    clocks: &[Clock],
    office: &str,
) -> String {
    let word = match (stage, purpose) {
        (Stage::Registered, _) => T::NextRegistered,
        (Stage::Referred | Stage::Assigned, Purpose::Claim) => T::NextReferredClaim,
        (Stage::Referred | Stage::Assigned, Purpose::Suggestion) => T::NextReferredSuggestion,
        (Stage::Referred | Stage::Assigned, Purpose::Accusation) => T::NextReferredAccusation,
        (Stage::Returned, _) => T::NextReturned,
        // A clock runs only on the petition path; see `ClockTable::running`.
        (Stage::Accepted, _) if clocks.is_empty() => T::NextAcceptedOther,
        (Stage::Accepted, _) => T::NextAccepted,
        (Stage::Replied, _) if clocks.is_empty() => T::NextRepliedOther,
        (Stage::Replied, _) => T::NextReplied,
        (Stage::UnderReview, _) => T::NextUnderReview,
        (Stage::Reviewed, _) => T::NextReviewed,
        (Stage::UnderRereview, _) => T::NextUnderRereview,
        (Stage::NotAccepted, _) => T::NextNotAccepted,
        (Stage::Rereviewed | Stage::NotAcceptedAgain | Stage::Withdrawn | Stage::Closed, _) => {
            T::NextEnd
        }
    };
    fill(lang, word, &[("office", office)])
}

/// What a clock asks for, with its day.
pub fn clock_sentence(lang: Lang, clock: &Clock, today: Day) -> String {
    let word = match clock.kind {
        ClockKind::Refer => T::ClockRefer,
        ClockKind::Notify | ClockKind::NotifyAccusation => T::ClockNotify,
        ClockKind::Reply => T::ClockReply,
        ClockKind::AskReview => T::ClockAskReview,
        ClockKind::Review => T::ClockReview,
        ClockKind::AskRereview => T::ClockAskRereview,
        ClockKind::Rereview => T::ClockRereview,
    };
    fill(lang, word, &[("day", &day_in_year(lang, clock.due, today))])
}
