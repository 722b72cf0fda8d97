//! The picker of province, city and county: by list, or by name.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_domain::Field;
use petition_domain::division::{Division, Divisions, is_filler};
use petition_text::{Common, Kiosk as K};

use super::errors::field_error;
use super::field::{error_id, field_id};
use crate::client;
use crate::session::Session;

/// The table of place names, fetched once a page load.
#[derive(Clone, Copy)]
pub struct Places(RwSignal<Loading>);

#[derive(Clone, PartialEq, Eq)]
enum Loading {
    NotYet,
    Busy,
    Failed,
    Here(Divisions),
}

/// Most names shown for a search.
const MAX_FOUND: usize = 12;

impl Places {
    /// A table that has not been fetched.
    pub fn new() -> Self {
        Self(RwSignal::new(Loading::NotYet))
    }

    /// Fetches the table unless it is here or on its way.
    pub fn fetch(self) {
        if matches!(self.0.get_untracked(), Loading::Busy | Loading::Here(_)) {
            return;
        }
        self.0.set(Loading::Busy);
        spawn_local(async move {
            self.0.set(client::get_divisions().await.map_or(Loading::Failed, Loading::Here));
        });
    }

    /// The full name of a county; its code while the table is not here.
    pub fn name(self, code: &str) -> String {
        self.0.with(|loading| match loading {
            Loading::Here(table) => table.full_name(code).unwrap_or_else(|| code.to_owned()),
            _ => code.to_owned(),
        })
    }
}

impl Default for Places {
    fn default() -> Self {
        Self::new()
    }
}

/// The picker over the division at `field`.
pub fn division_picker(session: Session, field: Field) -> AnyView {
    let places = expect_context::<Places>();
    places.fetch();
    let chosen = Memo::new(move |_| {
        session.draft.with(|draft| draft.submission.text(field).unwrap_or_default().to_owned())
    });
    let open = RwSignal::new(chosen.get_untracked().is_empty());
    let body = move || {
        if !open.get() {
            let name = places.name(&chosen.get());
            return view! {
                <div class="app-chosen">
                    <b>{session.fill(K::DivisionChosen, &[("name", &name)])}</b>
                    <button type="button" class="app-button" id="division-change" on:click=move |_| open.set(true)>
                        {session.say(Common::Change)}
                    </button>
                </div>
            }
            .into_any();
        }
        places.0.with(|loading| match loading {
            Loading::NotYet | Loading::Busy => {
                view! { <p class="app-wait" role="status">{session.say(K::DivisionLoading)}</p> }.into_any()
            }
            Loading::Failed => view! {
                <p class="app-error">{session.say(K::DivisionFailed)}</p>
                <button type="button" class="app-button" on:click=move |_| places.fetch()>{session.say(Common::Retry)}</button>
            }
            .into_any(),
            Loading::Here(_) => lists(session, places, field, open),
        })
    };
    view! {
        <fieldset class="app-division" id=field_id(field) tabindex="-1" aria-describedby=error_id(field)>
            <legend>{session.say(K::Division)}</legend>
            {body}
            {field_error(session, field)}
        </fieldset>
    }
    .into_any()
}

/// Search and the three lists, one after the other.
fn lists(session: Session, places: Places, field: Field, open: RwSignal<bool>) -> AnyView {
    let needle = RwSignal::new(String::new());
    let province = RwSignal::new(String::new());
    let city = RwSignal::new(String::new());
    let pick = move |code: String| {
        session.draft.update(|draft| {
            if let Some(place) = draft.submission.text_mut(field) {
                *place = code;
            }
        });
        session.recheck();
        open.set(false);
    };
    let found = move || {
        let text = needle.get();
        if text.trim().is_empty() {
            return None;
        }
        let found: Vec<(String, String)> = places.0.with(|loading| match loading {
            Loading::Here(table) => table.search(&text, MAX_FOUND).into_iter().map(named).collect(),
            _ => Vec::new(),
        });
        if found.is_empty() {
            return Some(
                view! { <p class="app-wait" role="status">{session.say(K::DivisionNone)}</p> }
                    .into_any(),
            );
        }
        Some(buttons("county", found, None, pick))
    };
    let browse = move || {
        if !needle.get().trim().is_empty() {
            return None;
        }
        let list = |of: &[Division]| -> Vec<(String, String)> {
            of.iter()
                .map(|division| (division.code().to_owned(), division.name().to_owned()))
                .collect()
        };
        places.0.with(|loading| {
            let Loading::Here(table) = loading else { return None };
            let here = table.0.iter().find(|division| division.code() == province.get());
            let Some(here) = here else {
                return Some(titled(session, K::DivisionProvince, buttons("province", list(&table.0), None, move |code| {
                    province.set(code);
                })));
            };
            let crumb = view! {
                <button type="button" class="app-link" id="division-up" on:click=move |_| {
                    if city.get_untracked().is_empty() { province.set(String::new()) } else { city.set(String::new()) }
                }>{format!("‹ {}", here.name())}</button>
            }.into_any();
            // Where a province has one filler city there is nothing to choose.
            let only = match here.parts() {
                [only] => Some(only),
                _ => None,
            };
            let inside = only.or_else(|| here.parts().iter().find(|division| division.code() == city.get()));
            let list_view = match inside {
                None => titled(session, K::DivisionCity, buttons("city", list(here.parts()), Some(city.get().as_str()), move |code| {
                    city.set(code);
                })),
                Some(inside) => titled(session, K::DivisionCounty, buttons("county", list(inside.parts()), None, pick)),
            };
            Some(view! { {crumb}{list_view} }.into_any())
        })
    };
    view! {
        <label for="division-search">{session.say(K::DivisionSearch)}</label>
        <input
            id="division-search"
            class="app-input"
            type="text"
            autocomplete="off"
            spellcheck="false"
            on:input=move |event| needle.set(event_target_value(&event))
        />
        {found}
        {browse}
    }
    .into_any()
}

fn titled(session: Session, title: K, list: AnyView) -> AnyView {
    view! { <h2 class="app-division__title">{session.say(title)}</h2>{list} }.into_any()
}

/// Code and full name of a found county.
fn named(path: [&Division; 3]) -> (String, String) {
    let [_, _, county] = path;
    let mut name: Vec<&str> =
        path.iter().map(|division| division.name()).filter(|name| !is_filler(name)).collect();
    name.dedup();
    (county.code().to_owned(), name.join(" "))
}

/// A grid of names; `level` is the data attribute that carries the code.
fn buttons(
    level: &'static str,
    of: Vec<(String, String)>,
    current: Option<&str>,
    pick: impl Fn(String) + 'static,
) -> AnyView {
    grid(level, of, current, &(Rc::new(pick) as Rc<dyn Fn(String)>))
}

fn grid(
    level: &'static str,
    of: Vec<(String, String)>,
    current: Option<&str>,
    pick: &Rc<dyn Fn(String)>,
) -> AnyView {
    let items: Vec<_> = of
        .into_iter()
        .map(|(code, name)| {
            let is_current = current == Some(code.as_str());
            let pick = Rc::clone(pick);
            let (province, city, county) = match level {
                "province" => (Some(code.clone()), None, None),
                "city" => (None, Some(code.clone()), None),
                _ => (None, None, Some(code.clone())),
            };
            view! {
                <button
                    type="button"
                    class="app-place"
                    class:app-place--current=is_current
                    data-province=province
                    data-city=city
                    data-county=county
                    on:click=move |_| pick(code.clone())
                >
                    {name}
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <div class="app-places">{items}</div> }.into_any()
}

/// The name of the county at `field` with its detail, for the check page.
pub fn place_text(places: Places, division: &str, detail: &str) -> String {
    if division.is_empty() {
        detail.to_owned()
    } else {
        format!("{} {detail}", places.name(division))
    }
}
