//! The words by which the wire names the values of the domain's lists.

use petition_domain::clocks::ClockKind;
use petition_domain::matter::{HandlingPath, RefusalReason, ReplyOutcome, Stage};
use petition_domain::submission::Purpose;

type Table<T> = &'static [(&'static str, T)];

/// Purposes.
pub const PURPOSES: Table<Purpose> = &[
    ("claim", Purpose::Claim),
    ("suggestion", Purpose::Suggestion),
    ("accusation", Purpose::Accusation),
];

/// Stages.
pub const STAGES: Table<Stage> = &[
    ("registered", Stage::Registered),
    ("referred", Stage::Referred),
    ("assigned", Stage::Assigned),
    ("returned", Stage::Returned),
    ("accepted", Stage::Accepted),
    ("not_accepted", Stage::NotAccepted),
    ("replied", Stage::Replied),
    ("under_review", Stage::UnderReview),
    ("reviewed", Stage::Reviewed),
    ("under_rereview", Stage::UnderRereview),
    ("rereviewed", Stage::Rereviewed),
    ("not_accepted_again", Stage::NotAcceptedAgain),
    ("withdrawn", Stage::Withdrawn),
    ("closed", Stage::Closed),
];

/// Clocks.
pub const CLOCKS: Table<ClockKind> = &[
    ("refer", ClockKind::Refer),
    ("notify", ClockKind::Notify),
    ("notify_accusation", ClockKind::NotifyAccusation),
    ("reply", ClockKind::Reply),
    ("ask_review", ClockKind::AskReview),
    ("review", ClockKind::Review),
    ("ask_rereview", ClockKind::AskRereview),
    ("rereview", ClockKind::Rereview),
];

/// Paths of handling.
pub const PATHS: Table<HandlingPath> = &[
    ("petition", HandlingPath::Petition),
    ("judicial", HandlingPath::Judicial),
    ("arbitration", HandlingPath::Arbitration),
    ("party_appeal", HandlingPath::PartyAppeal),
    ("administrative", HandlingPath::Administrative),
    ("duty", HandlingPath::Duty),
    ("own_rules", HandlingPath::OwnRules),
];

/// Reasons of a refusal.
pub const REFUSALS: Table<RefusalReason> = &[
    ("not_this_organ", RefusalReason::NotThisOrgan),
    ("already_in_handling", RefusalReason::AlreadyInHandling),
    ("visit_past_level", RefusalReason::VisitPastLevel),
    ("judicial_procedure", RefusalReason::JudicialProcedure),
    ("already_rereviewed", RefusalReason::AlreadyRereviewed),
    ("judicially_terminated", RefusalReason::JudiciallyTerminated),
];

/// Outcomes of a reply.
pub const OUTCOMES: Table<ReplyOutcome> = &[
    ("supported", ReplyOutcome::Supported),
    ("explained", ReplyOutcome::Explained),
    ("not_supported", ReplyOutcome::NotSupported),
    ("adopted", ReplyOutcome::Adopted),
    ("answered", ReplyOutcome::Answered),
];

/// The value that `word` names.
pub fn find<T: Copy>(table: Table<T>, word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The word of a stage.
pub fn stage_word(stage: Stage) -> &'static str {
    STAGES.iter().find(|(_, value)| *value == stage).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    /// All words of a list: serde names them when it refuses one.
    fn words<T: DeserializeOwned + Debug>() -> Vec<String> {
        let refused = serde_json::from_str::<T>("\"?\"").unwrap_err().to_string();
        refused.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    fn agrees<T: Serialize + DeserializeOwned + Copy + PartialEq + Debug>(table: Table<T>) {
        let names: Vec<_> = table.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, words::<T>(), "the table holds all of the list");
        for (name, value) in table {
            assert_eq!(serde_json::to_value(value).unwrap(), *name);
            assert_eq!(find(table, name), Some(*value));
        }
    }

    #[test]
    fn every_table_says_what_serde_says() {
        agrees(PURPOSES);
        agrees(STAGES);
        agrees(CLOCKS);
        agrees(PATHS);
        agrees(REFUSALS);
        agrees(OUTCOMES);
        assert_eq!(find(STAGES, "?"), None);
    }
}
