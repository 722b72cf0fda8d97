//! Small pieces that every screen is made of. Each is one type for the compiler, so that a phone
//! does not download the same code once per screen.

use std::borrow::Cow;

use leptos::prelude::*;

/// A visible text.
pub type Text = Cow<'static, str>;

/// The heading of the screen; it gets the focus when the screen changes.
pub fn heading(text: Text) -> AnyView {
    view! { <h1 id="heading" class="app-heading" tabindex="-1">{text}</h1> }.into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, text: impl Into<Text>) -> AnyView {
    fn one(class: &'static str, text: Text) -> AnyView {
        view! { <p class=class>{text}</p> }.into_any()
    }
    one(class, text.into())
}

/// A part of the page with its own heading.
pub fn section(class: &'static str, title: Text, content: Vec<AnyView>) -> AnyView {
    view! {
        <section class=class>
            <h2 class="app-subheading">{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// A group.
pub fn group(class: &'static str, content: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{content}</div> }.into_any()
}

/// A link that rings the hall.
pub fn call(class: &'static str, phone: &str, text: Text) -> AnyView {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    view! { <a class=class href=format!("tel:{digits}")>{text}</a> }.into_any()
}

/// A button.
pub fn button(class: &'static str, text: Text, press: impl Fn() + 'static) -> AnyView {
    fn one(class: &'static str, text: Text, press: Box<dyn Fn()>) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{text}</button> }
            .into_any()
    }
    one(class, text, Box::new(press))
}
