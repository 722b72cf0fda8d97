//! A dialog over the page.

use leptos::prelude::*;

use crate::device::dom;

/// A dialog named `name` with a heading and content; the heading takes the focus.
pub fn overlay(
    name: &'static str,
    title: impl IntoView + 'static,
    content: impl IntoView + 'static,
) -> AnyView {
    dialog(name, title.into_any(), content.into_any())
}

fn dialog(name: &'static str, title: AnyView, content: AnyView) -> AnyView {
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
