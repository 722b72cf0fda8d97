//! The field that is written in. It stays the browser's own: whoever listens to it hears an `input`
//! event, as from any keyboard.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement, SelectionMode,
};

/// A field of one line or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// One line.
    Line(HtmlInputElement),
    /// Several.
    Story(HtmlTextAreaElement),
}

/// Types of `<input>` that take text.
const TEXT_TYPES: [&str; 4] = ["text", "search", "tel", "url"];

/// How much before the caret helps to choose, in characters.
const CONTEXT: usize = 16;

impl Field {
    /// The field that `element` is, if it takes text.
    pub fn of(element: JsValue) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(input) => (TEXT_TYPES.contains(&input.type_().as_str())
                && !input.disabled()
                && !input.read_only())
            .then_some(Self::Line(input)),
            Err(element) => {
                let area = element.dyn_into::<HtmlTextAreaElement>().ok()?;
                (!area.disabled() && !area.read_only()).then_some(Self::Story(area))
            }
        }
    }

    /// As an element.
    pub fn element(&self) -> &HtmlElement {
        match self {
            Self::Line(input) => input,
            Self::Story(area) => area,
        }
    }

    /// Whether it takes several lines.
    pub fn is_story(&self) -> bool {
        matches!(self, Self::Story(_))
    }

    /// What stands in it.
    pub fn value(&self) -> String {
        match self {
            Self::Line(input) => input.value(),
            Self::Story(area) => area.value(),
        }
    }

    /// The marked part, in UTF-16 units.
    fn selection(&self) -> (u32, u32) {
        let (start, end) = match self {
            Self::Line(input) => (input.selection_start(), input.selection_end()),
            Self::Story(area) => (area.selection_start(), area.selection_end()),
        };
        let length = u32::try_from(self.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let at = |position: Result<Option<u32>, JsValue>| position.ok().flatten().unwrap_or(length);
        (at(start), at(end))
    }

    /// Text before the caret: the last few characters.
    pub fn before(&self) -> String {
        let text = self.up_to_caret();
        let skip = text.chars().count().saturating_sub(CONTEXT);
        text.chars().skip(skip).collect()
    }

    fn up_to_caret(&self) -> String {
        let start = usize::try_from(self.selection().0).unwrap_or(usize::MAX);
        let units: Vec<u16> = self.value().encode_utf16().take(start).collect();
        String::from_utf16_lossy(&units)
    }

    /// Writes at the caret, over what is marked.
    pub fn put(&self, text: &str) {
        let (start, end) = self.selection();
        self.replace(text, start, end);
    }

    /// Takes away what is marked, or one character before the caret.
    pub fn take_back(&self) {
        let (start, end) = self.selection();
        if start != end {
            self.replace("", start, end);
            return;
        }
        let before = self.up_to_caret();
        let shorter = without_last(&before);
        let units: usize = before.encode_utf16().count() - shorter.encode_utf16().count();
        let units = u32::try_from(units).unwrap_or(0);
        self.replace("", start.saturating_sub(units), start);
    }

    /// Replaces everything.
    pub fn set(&self, text: &str) {
        let length = u32::try_from(self.value().encode_utf16().count()).unwrap_or(u32::MAX);
        self.replace(text, 0, length);
    }

    fn replace(&self, text: &str, start: u32, end: u32) {
        // Refused only where positions lie outside of the text, which they come from.
        match self {
            Self::Line(input) => input
                .set_range_text_with_start_and_end_and_selection_mode(
                    text,
                    start,
                    end,
                    SelectionMode::End,
                )
                .ok(),
            Self::Story(area) => {
                area.set_range_text_with_start_and_end_and_mode(text, start, end, "end").ok()
            }
        };
        let options = EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
            self.element().dispatch_event(&event).ok();
        }
        self.reveal_caret();
    }

    /// A long text is written at its end: there the eye must be.
    fn reveal_caret(&self) {
        if let Self::Story(area) = self {
            let at_end = self.selection().0 >= area.text_length();
            if at_end {
                area.set_scroll_top(area.scroll_height());
            }
        }
    }

    /// Brings the field, its label and its error into view.
    pub fn reveal(&self) {
        let element = self.element();
        let whole: Option<Element> = element.closest(".app-field").ok().flatten();
        let target = whole.unwrap_or_else(|| element.clone().into());
        target.scroll_into_view_with_bool(false);
    }
}

/// `text` without its last character, with everything that only dresses it.
fn without_last(text: &str) -> &str {
    let mut rest = text;
    while let Some(c) = rest.chars().next_back() {
        rest = rest.strip_suffix(c).unwrap_or("");
        let dresses =
            matches!(u32::from(c), 0x300..=0x36F | 0x200D | 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF);
        if !dresses && !rest.ends_with('\u{200D}') {
            break;
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::without_last;

    #[test]
    fn one_character_goes_whole() {
        for (text, rest) in [
            ("王", ""),
            ("吉𠮷", "吉"),
            ("葛\u{E0100}", ""),
            ("a👨\u{200D}👩\u{200D}👧", "a"),
            ("e\u{301}", ""),
            ("", ""),
        ] {
            assert_eq!(without_last(text), rest, "{text}");
        }
    }
}
