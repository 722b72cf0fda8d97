//! The two views, from JSON.

use petition_contract::{MatterView, StageView};
use petition_domain::clocks::Clock;
use petition_domain::matter::{Event, Recorded};
use petition_domain::receipt::MatterNumber;
use petition_domain::{Day, Moment};

use super::json::Json;
use super::words::{CLOCKS, OUTCOMES, PATHS, PURPOSES, REFUSALS, STAGES, find};

/// What the holder of the QR sees.
pub fn matter_view(text: &str) -> Option<MatterView> {
    let json = &Json::parse(text)?;
    Some(MatterView {
        number: number(json)?,
        purpose: find(PURPOSES, json.text("purpose")?)?,
        stage: find(STAGES, json.text("stage")?)?,
        events: json.list("events")?.iter().map(recorded).collect::<Option<_>>()?,
        clocks: clocks(json)?,
        today: day(json, "today")?,
        office: owned(json, "office")?,
        phone: owned(json, "phone")?,
        language: owned(json, "language")?,
    })
}

/// Stage and dates.
pub fn stage_view(text: &str) -> Option<StageView> {
    let json = &Json::parse(text)?;
    Some(StageView {
        number: number(json)?,
        stage: find(STAGES, json.text("stage")?)?,
        since: day(json, "since")?,
        registered: day(json, "registered")?,
        clocks: clocks(json)?,
        today: day(json, "today")?,
        phone: owned(json, "phone")?,
    })
}

fn number(json: &Json) -> Option<MatterNumber> {
    MatterNumber::parse(json.text("number")?)
}

fn owned(json: &Json, name: &str) -> Option<String> {
    json.text(name).map(str::to_owned)
}

fn day(json: &Json, name: &str) -> Option<Day> {
    json.text(name)?.parse().ok()
}

fn clocks(json: &Json) -> Option<Vec<Clock>> {
    json.list("clocks")?.iter().map(clock).collect()
}

fn clock(json: &Json) -> Option<Clock> {
    Some(Clock {
        kind: find(CLOCKS, json.text("kind")?)?,
        from: day(json, "from")?,
        due: day(json, "due")?,
        days_left: json.number("days_left")?,
        days: json.number("days")?.try_into().ok()?,
        law: owned(json, "law")?,
        verified: json.truth("verified")?,
    })
}

fn recorded(json: &Json) -> Option<Recorded> {
    Some(Recorded { at: Moment(json.number("at")?), event: event(json.get("event")?)? })
}

fn event(json: &Json) -> Option<Event> {
    let text = |name| owned(json, name);
    let outcome = || find(OUTCOMES, json.text("outcome")?);
    Some(match json.text("kind")? {
        "registered" => Event::Registered { office: text("office")? },
        "referred" => Event::Referred { organ: text("organ")? },
        "assigned" => Event::Assigned { organ: text("organ")? },
        "returned" => Event::Returned { reason: text("reason")? },
        "accepted" => {
            Event::Accepted { organ: text("organ")?, path: find(PATHS, json.text("path")?)? }
        }
        "not_accepted" => Event::NotAccepted { reason: find(REFUSALS, json.text("reason")?)? },
        "extended" => {
            Event::Extended { days: json.number("days")?.try_into().ok()?, reason: text("reason")? }
        }
        "replied" => Event::Replied { outcome: outcome()? },
        "review_requested" => Event::ReviewRequested,
        "reviewed" => Event::Reviewed { outcome: outcome()? },
        "rereview_requested" => Event::RereviewRequested,
        "rereviewed" => Event::Rereviewed { outcome: outcome()? },
        "not_accepted_again" => Event::NotAcceptedAgain,
        "withdrawn" => Event::Withdrawn,
        "closed" => Event::Closed,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use petition_domain::clocks::ClockKind;
    use petition_domain::matter::{EventKind, HandlingPath, RefusalReason, ReplyOutcome, Stage};
    use petition_domain::submission::Purpose;

    fn one_of_each() -> Vec<Event> {
        let text = || "“房屋”\n局\u{20bb7}\\".to_owned();
        let outcome = ReplyOutcome::Explained;
        vec![
            Event::Registered { office: text() },
            Event::Referred { organ: text() },
            Event::Assigned { organ: text() },
            Event::Returned { reason: text() },
            Event::Accepted { organ: text(), path: HandlingPath::PartyAppeal },
            Event::NotAccepted { reason: RefusalReason::VisitPastLevel },
            Event::Extended { days: 30, reason: text() },
            Event::Replied { outcome },
            Event::ReviewRequested,
            Event::Reviewed { outcome },
            Event::RereviewRequested,
            Event::Rereviewed { outcome },
            Event::NotAcceptedAgain,
            Event::Withdrawn,
            Event::Closed,
        ]
    }

    fn clock() -> Clock {
        let day = |text: &str| text.parse().unwrap();
        Clock {
            kind: ClockKind::NotifyAccusation,
            from: day("2026-11-10"),
            due: day("2027-01-09"),
            days_left: -3,
            days: 60,
            law: "《信访工作条例》第三十四条".to_owned(),
            verified: false,
        }
    }

    fn matter() -> MatterView {
        MatterView {
            number: MatterNumber::from_body(12),
            purpose: Purpose::Accusation,
            stage: Stage::UnderRereview,
            events: one_of_each()
                .into_iter()
                .map(|event| Recorded { at: Moment(1_795_312_800), event })
                .collect(),
            clocks: vec![clock(), clock()],
            today: "2027-01-12".parse().unwrap(),
            office: "示例市信访局".to_owned(),
            phone: "010-0000 0000".to_owned(),
            language: "zh-CN".to_owned(),
        }
    }

    #[test]
    fn what_serde_writes_is_read_back() {
        let kinds: Vec<_> = one_of_each().iter().map(Event::kind).collect();
        assert_eq!(kinds, EventKind::ALL);
        let matter = matter();
        assert_eq!(matter_view(&serde_json::to_string(&matter).unwrap()), Some(matter.clone()));
        assert_eq!(
            matter_view(&serde_json::to_string_pretty(&matter).unwrap()),
            Some(matter.clone())
        );
        let stage = StageView {
            number: matter.number,
            stage: matter.stage,
            since: matter.today,
            registered: matter.today,
            clocks: matter.clocks,
            today: matter.today,
            phone: matter.phone,
        };
        assert_eq!(stage_view(&serde_json::to_string(&stage).unwrap()), Some(stage));
    }

    #[test]
    fn an_answer_without_a_field_is_no_view() {
        let whole = serde_json::to_value(matter()).unwrap();
        let names: Vec<String> = whole.as_object().unwrap().keys().cloned().collect();
        for name in names {
            let mut cut = whole.clone();
            cut.as_object_mut().unwrap().remove(&name);
            assert_eq!(matter_view(&cut.to_string()), None, "{name}");
        }
        assert_eq!(matter_view("<html>"), None);
    }
}
