//! The channel check: one plain question at a time, chosen by the answers so far.

use leptos::prelude::*;
use petition_content::ChannelView;
use petition_content::channel::{OptionView, QuestionView};
use petition_domain::Day;
use petition_domain::channel::{ABOUT, DAY, Kind, Received};
use petition_text::Help as H;

use super::parts::{fetched, heading};
use super::{Fetched, Guide, outcome};
use crate::components::button::tap_button;
use crate::components::paragraph::lead;

/// The question that waits for an answer, or what came of all of them.
pub fn check(guide: Guide) -> AnyView {
    let shown = move || {
        let answers = guide.answers.get();
        fetched(guide, guide.channel.get(), |channel| {
            super::parts::focus_heading();
            let open = channel.table.open(&answers);
            match open
                .first()
                .and_then(|question| Some((question.kind, words(channel, &question.id)?)))
            {
                Some((kind, question)) => ask(guide, kind, question),
                None => outcome::outcome(guide, channel),
            }
        })
    };
    view! { <div class="app-guide" data-check="">{shown}</div> }.into_any()
}

/// Takes the last answer back; `false` when there is none.
pub fn step_back(guide: Guide) -> bool {
    let Fetched::Here(channel) = guide.channel.get_untracked() else { return false };
    let last = guide.answers.with_untracked(|answers| {
        let asked = channel.table.asked(answers);
        let answered = asked.into_iter().rfind(|question| answers.to(question).is_some());
        answered.map(|question| question.id.clone())
    });
    last.map(|id| guide.answers.update(|answers| answers.forget(&channel.table, &id))).is_some()
}

fn words<'a>(channel: &'a ChannelView, id: &str) -> Option<&'a QuestionView> {
    channel.questions.iter().find(|question| question.id == id)
}

fn ask(guide: Guide, kind: Kind, question: &QuestionView) -> AnyView {
    let is_date = kind == Kind::Date;
    let options: Vec<_> = question
        .options
        .iter()
        .filter(|option| !is_date || ![DAY, ABOUT].contains(&option.id.as_str()))
        .map(|option| choice(guide, &question.id, option))
        .collect();
    let is_long = options.len() > 8;
    view! {
        <div class="app-guide" data-question=question.id.clone()>
            {heading(guide.text(&question.text))}
            {question.hint.as_ref().map(|hint| lead(guide.text(hint)))}
            {is_date.then(|| date(guide, question))}
            <div class=if is_long { "app-guide__tiles" } else { "app-guide__cards" }>{options}</div>
        </div>
    }
    .into_any()
}

fn choice(guide: Guide, question: &str, option: &OptionView) -> AnyView {
    let (question, id) = (question.to_owned(), option.id.clone());
    let act = move || {
        if let Fetched::Here(channel) = guide.channel.get_untracked() {
            guide.answers.update(|answers| answers.choose(&channel.table, &question, &id));
        }
    };
    let hint = option.hint.as_ref().map(|hint| view! { <small>{guide.text(hint)}</small> });
    let face =
        view! { <span class="app-guide__answer"><b>{guide.text(&option.text)}</b>{hint}</span> };
    let button = tap_button("", "app-button app-guide__choice", face.into_any(), act);
    view! { <div class="app-guide__item" data-option=option.id.clone()>{button}</div> }.into_any()
}

/// Three rows of − and +: no keyboard, no calendar to scroll.
fn date(guide: Guide, question: &QuestionView) -> AnyView {
    let today = guide.host.with_value(|host| host.today);
    let day = RwSignal::new(today);
    let names = guide.say(H::CheckDate);
    let steps: [fn(Day, i64) -> Day; 3] =
        [|day, by| day.plus_months(by * 12), Day::plus_months, Day::plus];
    let values: [fn(Day) -> i32; 3] = [Day::year, |day| day.month().into(), |day| day.day().into()];
    let rows: Vec<_> = names
        .split('|')
        .zip(steps.into_iter().zip(values))
        .map(|(name, (step, value))| {
            let name = guide.text(name);
            let move_by = move |by: i64| {
                // What has not happened yet starts no clock.
                day.update(|day| *day = step(*day, by).min(today));
            };
            view! {
                <div class="app-date__row" role="group" aria-label=name.clone()>
                    <button type="button" class="app-button" aria-label=format!("{} {name}", guide.say(H::EarlierDay)) on:click=move |_| move_by(-1)>"−"</button>
                    <output>{move || value(day.get())}<small>{name.clone()}</small></output>
                    <button type="button" class="app-button" aria-label=format!("{} {name}", guide.say(H::LaterDay)) on:click=move |_| move_by(1)>"+"</button>
                </div>
            }
            .into_any()
        })
        .collect();
    let answers: Vec<_> = question
        .options
        .iter()
        .filter(|option| [DAY, ABOUT].contains(&option.id.as_str()))
        .map(|option| {
            let (question, is_about) = (question.id.clone(), option.id == ABOUT);
            let act = move || {
                let received = Received { day: day.get_untracked(), is_about };
                if let Fetched::Here(channel) = guide.channel.get_untracked() {
                    guide
                        .answers
                        .update(|answers| answers.receive(&channel.table, &question, received));
                }
            };
            let button =
                tap_button("", "app-button app-button--forward", guide.text(&option.text), act);
            view! { <div class="app-guide__item" data-option=option.id.clone()>{button}</div> }
                .into_any()
        })
        .collect();
    view! { <div class="app-date">{rows}</div><div class="app-pair">{answers}</div> }.into_any()
}
