//! Keys: writing into fields, and going through a page without a finger.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::page::Page;

/// A key that does something rather than write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// On to the next control.
    Tab,
    /// Back to the one before.
    BackTab,
    /// Press or send.
    Enter,
    /// Press or tick.
    Space,
    /// Leave a dialog.
    Escape,
    /// The next of a group.
    Down,
    /// To the end of what stands in a field.
    End,
    /// Take away the character before.
    Backspace,
}

impl Page {
    /// Presses and lifts `key`.
    pub async fn press(&self, key: Key) -> Result<()> {
        let (name, code, number, text) = match key {
            Key::Tab | Key::BackTab => ("Tab", "Tab", 9, ""),
            Key::Enter => ("Enter", "Enter", 13, "\r"),
            Key::Space => (" ", "Space", 32, " "),
            Key::Escape => ("Escape", "Escape", 27, ""),
            Key::Down => ("ArrowDown", "ArrowDown", 40, ""),
            Key::End => ("End", "End", 35, ""),
            Key::Backspace => ("Backspace", "Backspace", 8, ""),
        };
        let shift = if key == Key::BackTab { 8 } else { 0 };
        let event = |kind: &str, text: &str| {
            let mut event = json!({
                "type": kind, "key": name, "code": code, "modifiers": shift,
                "windowsVirtualKeyCode": number, "nativeVirtualKeyCode": number,
            });
            if let (false, Some(event)) = (text.is_empty(), event.as_object_mut()) {
                event.insert("text".into(), text.into());
            }
            event
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        self.send("Input.dispatchKeyEvent", event(down, text)).await?;
        self.send("Input.dispatchKeyEvent", event("keyUp", "")).await?;
        Ok(())
    }

    /// Writes `text` where the caret is, as an input method does.
    pub async fn write(&self, text: &str) -> Result<()> {
        self.send("Input.insertText", json!({"text": text})).await?;
        Ok(())
    }

    /// Takes away everything in the field that has the focus.
    pub async fn clear(&self) -> Result<()> {
        self.eval::<Value>("document.activeElement.select()").await?;
        self.press(Key::Backspace).await
    }

    /// Touches the field `css` and makes `text` its content.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.tap(css).await?;
        self.has_focus(css).await?;
        let length = "(css) => document.querySelector(css).value.length";
        if self.call::<usize>(length, json!([css])).await? > 0 {
            self.clear().await?;
        }
        self.write(text).await?;
        // A browser writes a line break in its own way, and a field for one line none at all.
        let function = "(css, text) => { const bare = (t) => t.replace(/\\s/g, ''); \
            const {value} = document.querySelector(css) ?? {value: ''}; \
            return bare(value) === bare(text) ? {ready: true} : {waiting: `it holds ${value}`}; }";
        let what = format!("{css} to hold {text}");
        let _holds: bool = self.ready(&what, function, json!([css, text])).await?;
        Ok(())
    }

    /// Pastes `text` into the field `css`, characters and all that no key writes.
    pub async fn paste(&self, css: &str, text: &str) -> Result<()> {
        self.tap(css).await?;
        self.has_focus(css).await?;
        let function = "(css, text) => { const field = document.querySelector(css); \
            const shape = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement; \
            Object.getOwnPropertyDescriptor(shape.prototype, 'value').set.call(field, text); \
            field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'})); }";
        self.call::<Value>(function, json!([css, text])).await?;
        Ok(())
    }

    /// Waits until `css` has the focus.
    pub async fn has_focus(&self, css: &str) -> Result<()> {
        let function = "(css) => { const focus = document.activeElement; \
            return focus && focus.matches(css) ? {ready: true} \
            : {waiting: `the focus is on ${kit.name(focus)}`}; }";
        let _has: bool = self.ready(&format!("the focus on {css}"), function, json!([css])).await?;
        Ok(())
    }

    /// Goes on with the tab key until `css` has the focus; the way there must show the focus.
    pub async fn tab_to(&self, css: &str) -> Result<()> {
        const MOST: usize = 400;
        let function = "(css) => { const focus = document.activeElement; \
            return [focus !== null && focus.matches(css), focus === document.body]; }";
        for _ in 0..MOST {
            let (arrived, _lost): (bool, bool) = self.call(function, json!([css])).await?;
            if arrived {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        bail!("{css} is not reached by the tab key; {}", self.describe().await)
    }
}
