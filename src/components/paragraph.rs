//! Paragraphs: one body each for the many that pages begin with.

use leptos::prelude::*;

/// What stands under a heading.
pub fn lead(text: String) -> AnyView {
    paragraph("app-lead", text)
}

/// A remark that needs no action.
pub fn note(text: String) -> AnyView {
    paragraph("app-note", text)
}

/// A paragraph of a class.
pub fn paragraph(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
