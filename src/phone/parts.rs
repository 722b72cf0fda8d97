//! The pieces that every screen is made of.
//!
//! `view!` makes a type of every element with its attributes, and all those types together would
//! be a tenth of what a phone downloads. Here an element is one type, whatever its tag.

use std::borrow::Cow;

use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::web_sys::Event;

/// A visible text.
pub type Text = Cow<'static, str>;
/// Name and value of an attribute.
pub type Attribute<'a> = (&'static str, &'a str);
/// What happens on an event.
pub type Act = Box<dyn FnMut(Event)>;

/// The most attributes an element here has.
const SLOTS: usize = 6;

fn slots(attributes: &[Attribute]) -> [(&'static str, Option<String>); SLOTS] {
    let mut given = attributes.iter().map(|(name, value)| (*name, Some((*value).to_owned())));
    std::array::from_fn(|_| given.next().unwrap_or_default())
}

/// An element. Its tag is in capitals, as the browser gives it back: Leptos compares the two when
/// it decides whether the element that stands in this place can stay.
pub fn node(tag: &'static str, attributes: &[Attribute], content: Vec<AnyView>) -> AnyView {
    let [first, second, third, fourth, fifth, sixth] = slots(attributes);
    custom(tag)
        .attr(first.0, first.1)
        .attr(second.0, second.1)
        .attr(third.0, third.1)
        .attr(fourth.0, fourth.1)
        .attr(fifth.0, fifth.1)
        .attr(sixth.0, sixth.1)
        .child(content)
        .into_any()
}

/// An element that acts on an event.
pub fn node_on(
    tag: &'static str,
    attributes: &[Attribute],
    event: &'static str,
    act: Act,
    content: Vec<AnyView>,
) -> AnyView {
    let [first, second, third, fourth, fifth, sixth] = slots(attributes);
    custom(tag)
        .on(ev::Custom::<Event>::new(event), act)
        .attr(first.0, first.1)
        .attr(second.0, second.1)
        .attr(third.0, third.1)
        .attr(fourth.0, fourth.1)
        .attr(fifth.0, fifth.1)
        .attr(sixth.0, sixth.1)
        .child(content)
        .into_any()
}

/// Words.
pub fn text(text: impl Into<Text>) -> AnyView {
    text.into().into_owned().into_any()
}

/// The heading of the screen; it gets the focus when the screen changes.
pub fn heading(words: Text) -> AnyView {
    let attributes = [("class", "app-heading"), ("id", "heading"), ("tabindex", "-1")];
    node("H1", &attributes, vec![text(words)])
}

/// A paragraph.
pub fn paragraph(class: &'static str, words: impl Into<Text>) -> AnyView {
    node("P", &[("class", class)], vec![text(words)])
}

/// A part of the page with its own heading.
pub fn section(class: &'static str, title: Text, mut content: Vec<AnyView>) -> AnyView {
    content.insert(0, node("H2", &[("class", "app-subheading")], vec![text(title)]));
    node("SECTION", &[("class", class)], content)
}

/// A group.
pub fn group(class: &'static str, content: Vec<AnyView>) -> AnyView {
    node("DIV", &[("class", class)], content)
}

/// A link that rings the hall.
pub fn call(phone: &str, words: Text) -> AnyView {
    let mut address = "tel:".to_owned();
    address.extend(phone.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
    let attributes = [("class", "app-button app-button--main"), ("href", &*address)];
    node("A", &attributes, vec![text(words)])
}

/// A button.
pub fn button(class: &'static str, words: Text, press: impl Fn() + 'static) -> AnyView {
    let attributes = [("class", class), ("type", "button")];
    node_on("BUTTON", &attributes, "click", Box::new(move |_| press()), vec![text(words)])
}
