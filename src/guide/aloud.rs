//! Reading a card aloud, sentence by sentence: by a voice of the browser where it has one of the
//! right language, else by recordings that the hall has put beside its content, else not at all.

use std::cell::RefCell;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_content::Card;
use petition_text::{Help as H, Lang};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlAudioElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{Fetched, Guide};
use crate::components::button::tap_button;

/// Slower than usual: for old ears in a loud hall.
const RATE: f32 = 0.85;

/// What reads.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Voice {
    /// A voice of this browser, by its URI.
    Browser(String),
    /// Recordings below this address, one a sentence.
    Clips(String),
}

thread_local! {
    static PLAYING: RefCell<Option<HtmlAudioElement>> = const { RefCell::new(None) };
}

/// The button; nothing where nobody could read.
pub fn button(guide: Guide, card: &Card) -> AnyView {
    let voice = RwSignal::new(None::<Voice>);
    let is_reading = RwSignal::new(false);
    let (lang, id) = (guide.lang.get(), card.id.clone());
    let recordings = match guide.board.get() {
        Fetched::Here(board) => board.has_recordings,
        _ => false,
    };
    look(voice, lang, id.clone(), recordings);
    // Browsers load their voices late.
    if let Some(synthesis) = synthesis() {
        let again = Closure::<dyn Fn()>::new(move || look(voice, lang, id.clone(), recordings));
        synthesis.set_onvoiceschanged(Some(again.as_ref().unchecked_ref()));
        again.forget();
    }
    let sentences: Vec<String> = card.sentences().cloned().collect();
    let show = move || {
        let voice = voice.get()?;
        let word = if is_reading.get() { H::Stop } else { H::Read };
        let sentences = sentences.clone();
        Some(tap_button("read-aloud", "app-button", guide.say(word), move || {
            let was_reading = is_reading.get_untracked();
            stop();
            is_reading.set(!was_reading);
            if !was_reading {
                read(&voice, lang, &sentences, is_reading);
            }
        }))
    };
    show.into_any()
}

/// Stops whatever is being read.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
    if let Some(audio) = PLAYING.take() {
        audio.pause().ok();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// Looks for a voice, then for recordings.
fn look(found: RwSignal<Option<Voice>>, lang: Lang, card: String, has_recordings: bool) {
    if let Some(uri) = browser_voice(lang) {
        found.try_set(Some(Voice::Browser(uri)));
        return;
    }
    if !has_recordings {
        return;
    }
    spawn_local(async move {
        let folder = format!("/content/clips/{}/{card}", lang.tag());
        let first = Request::get(&clip(&folder, 0)).send().await;
        // The card may be closed by now.
        if first.is_ok_and(|answer| answer.ok()) {
            found.try_set(Some(Voice::Clips(folder)));
        }
    });
}

fn browser_voice(lang: Lang) -> Option<String> {
    let primary = lang.tag().split('-').next()?;
    let voices = synthesis()?.get_voices();
    voices.iter().find_map(|voice| {
        let voice: SpeechSynthesisVoice = voice.dyn_into().ok()?;
        // What is read may be about a person's trouble: it does not leave the machine.
        (voice.local_service() && voice.lang().starts_with(primary)).then(|| voice.voice_uri())
    })
}

fn clip(folder: &str, index: usize) -> String {
    format!("{folder}/{}.mp3", index + 1)
}

fn read(voice: &Voice, lang: Lang, sentences: &[String], is_reading: RwSignal<bool>) {
    match voice {
        Voice::Browser(uri) => say_all(uri, lang, sentences, is_reading),
        Voice::Clips(folder) => play(folder.clone(), 0, sentences.len(), is_reading),
    }
}

/// One utterance a sentence, so that stopping is quick.
fn say_all(uri: &str, lang: Lang, sentences: &[String], is_reading: RwSignal<bool>) {
    let Some(synthesis) = synthesis() else { return };
    let voices = synthesis.get_voices();
    let voice = voices
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(|voice| voice.voice_uri() == uri);
    for (index, sentence) in sentences.iter().enumerate() {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(sentence) else { continue };
        utterance.set_lang(lang.tag());
        utterance.set_rate(RATE);
        utterance.set_voice(voice.as_ref());
        if index + 1 == sentences.len() {
            let done = Closure::once_into_js(move || is_reading.try_set(false));
            utterance.set_onend(Some(done.unchecked_ref()));
        }
        synthesis.speak(&utterance);
    }
}

fn play(folder: String, index: usize, count: usize, is_reading: RwSignal<bool>) {
    if index >= count {
        is_reading.try_set(false);
        return;
    }
    let Ok(audio) = HtmlAudioElement::new_with_src(&clip(&folder, index)) else { return };
    let next = Closure::once_into_js(move || play(folder, index + 1, count, is_reading));
    audio.set_onended(Some(next.unchecked_ref()));
    if audio.play().is_ok() {
        PLAYING.set(Some(audio));
    }
}
