//! Where the matter stands, in one sentence that names who has it.

use petition_contract::MatterView;
use petition_domain::matter::{Event, Recorded, Stage};
use petition_text::{Lang, Phone, fill, stage};

use super::parts::Text;

/// The headline of the status.
pub fn headline(lang: Lang, view: &MatterView) -> Text {
    let organ = holder(&view.events).unwrap_or(&view.office);
    let word = match view.stage {
        Stage::Registered => return lang.say(Phone::HeadRegistered),
        Stage::Returned => return lang.say(Phone::HeadReturned),
        Stage::Referred | Stage::Assigned => Phone::HeadReferred,
        Stage::Accepted => Phone::HeadAccepted,
        Stage::Replied => Phone::HeadReplied,
        other => return lang.say(stage(other)),
    };
    fill(lang, word, &[("organ", organ)]).into()
}

/// The organ that has the matter: the last one named.
fn holder(events: &[Recorded]) -> Option<&str> {
    events.iter().rev().find_map(|recorded| match &recorded.event {
        Event::Referred { organ } | Event::Assigned { organ } | Event::Accepted { organ, .. } => {
            Some(organ.as_str())
        }
        _ => None,
    })
}
