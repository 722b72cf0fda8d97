//! A dialog over the page.

use leptos::prelude::*;

use crate::device::dom;

/// A dialog named `name` with a heading and content; the heading takes the focus.
pub fn overlay(name: &'static str, title: impl IntoView + 'static, content: impl IntoView + 'static) -> AnyView {
    dom::focus_soon("[data-overlay] h2");
    view! {
        <div class="app-overlay" data-overlay=name role="dialog" aria-modal="true" aria-labelledby="overlay-title">
            <div class="app-overlay__card">
                <h2 id="overlay-title" tabindex="-1">{title}</h2>
                {content}
            </div>
        </div>
    }
    .into_any()
}
