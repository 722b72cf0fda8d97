//! The chip under the headline: what the matter waits for.

use leptos::prelude::*;
use petition_domain::clocks::Clock;
use petition_domain::matter::Stage;
use petition_domain::submission::Purpose;
use petition_text::{Lang, Phone};

use super::clock::is_own_right;
use super::parts::paragraph;

/// The chip; `purpose` is known only to the holder of the QR.
pub fn chip(lang: Lang, stage: Stage, purpose: Option<Purpose>, clocks: &[Clock]) -> AnyView {
    let is_over = clocks.iter().any(|clock| clock.days_left < 0 && !is_own_right(clock));
    let may_ask = clocks.iter().any(|clock| clock.days_left >= 0 && is_own_right(clock));
    let (class, word) = match stage {
        _ if is_over => ("app-chip", Phone::ChipOver),
        Stage::Registered | Stage::Returned => ("app-chip", Phone::ChipRefer),
        Stage::Referred | Stage::Assigned if purpose == Some(Purpose::Suggestion) => {
            ("app-chip", Phone::ChipReply)
        }
        Stage::Referred | Stage::Assigned => ("app-chip", Phone::ChipNotify),
        Stage::Accepted => ("app-chip", Phone::ChipReply),
        Stage::UnderReview => ("app-chip", Phone::ChipReview),
        Stage::UnderRereview => ("app-chip", Phone::ChipRereview),
        Stage::Replied if may_ask => ("app-chip app-chip--done", Phone::ChipAskReview),
        Stage::Reviewed if may_ask => ("app-chip app-chip--done", Phone::ChipAskRereview),
        Stage::Replied | Stage::Reviewed | Stage::Rereviewed => {
            ("app-chip app-chip--done", Phone::ChipDone)
        }
        Stage::NotAccepted | Stage::NotAcceptedAgain | Stage::Withdrawn | Stage::Closed => {
            ("app-chip app-chip--done", Phone::ChipEnd)
        }
    };
    paragraph(class, lang.say(word))
}
