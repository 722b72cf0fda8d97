//! What this machine can do; and what stands there when nobody is.

use leptos::prelude::*;
use petition_domain::submission::Purpose;
use petition_text::Kiosk as K;

use super::steps::Screen;
use crate::components::button::tap_button;
use crate::components::icon::{BELL, BULB, Icon, LOOK, SIGNPOST, SPEAK, icon};
use crate::components::paragraph::lead;
use crate::session::{Page, Session};

/// The tiles.
pub fn welcome(session: Session) -> Screen {
    let face = |picture: Icon, title: K, hint: K| {
        view! {
            {icon(picture)}
            <span class="app-tile__text"><b>{session.say(title)}</b><small>{session.say(hint)}</small></span>
        }.into_any()
    };
    let body = view! {
        {lead(session.say(K::WelcomeLead))}
        <div class="app-tiles">
            {tap_button("tile-report", "app-tile app-tile--first", face(SPEAK, K::TileReport, K::TileReportHint), move || session.begin(None))}
            {tap_button("tile-query", "app-tile app-tile--wide", face(LOOK, K::TileQuery, K::TileQueryHint), move || session.open(Page::Query))}
            {tap_button("tile-suggest", "app-tile", face(BULB, K::TileSuggest, K::TileSuggestHint), move || session.begin(Some(Purpose::Suggestion)))}
            {tap_button("tile-guide", "app-tile", face(SIGNPOST, K::TileGuide, K::TileGuideHint), move || session.open(Page::Guide))}
            {tap_button("tile-staff", "app-tile app-tile--wide app-tile--staff", face(BELL, K::TileStaff, K::TileStaffHint), move || session.call_staff())}
        </div>
    }.into_any();
    Screen::new(session.say(K::WelcomeTitle), body)
}

/// The attract page and the sentence after a wipe: a touch anywhere goes on.
pub fn quiet(session: Session, page: Page) -> Screen {
    let (title, opening, button) = match page {
        Page::Wiped => (K::WipedTitle, K::WipedLead, K::HomeButton),
        _ => (K::AttractTitle, K::AttractLead, K::AttractButton),
    };
    let go = move || if page == Page::Wiped { session.end() } else { session.open(Page::Welcome) };
    let body = view! {
        {lead(session.say(opening))}
        {tap_button("wake", "app-wake", view! { <span>{session.say(button)}</span> }, go)}
    }
    .into_any();
    Screen::new(session.say(title), body)
}
