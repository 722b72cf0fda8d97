//! The channel check (该走哪条路): which lawful ways a problem can go, and how many days are left.
//!
//! Questions and rules are data (`public/content/channel.toml`, compiled into a [`Table`]); here is
//! only what they mean. Guidance, never a refusal: whatever is answered, there is a result, and a
//! petition may still be handed in.

mod answers;
mod evaluate;
mod table;

#[cfg(test)]
mod tests;

pub use answers::{Answers, Received};
pub use evaluate::{Advice, Due, DueState, Petition, Route, advise};
pub use table::{
    ABOUT, Case, Condition, DAY, Kind, Lapse, Limit, MOST_OPEN, Outcome, PetitionRule, Question,
    Rank, Rule, Table,
};
