//! The worker's side: holds the engines and answers.

use std::cell::RefCell;

use gloo_net::http::Request;
use js_sys::{ArrayBuffer, Uint8Array};
use petition_input::{Fuzzy, HandwritingEngine, PinyinEngine, Recency};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{Answer, Ask, Asked, Choice, Part};

/// Most characters offered for strokes.
const MOST_CHARACTERS: usize = 16;
/// Most words offered after a commit.
const MOST_NEXT: usize = 12;

/// Both engines and what was chosen in this session.
#[derive(Default)]
pub struct Engines {
    pinyin: Option<PinyinEngine>,
    handwriting: Option<HandwritingEngine>,
    recency: Recency,
}

impl Engines {
    /// Reads the asset of an engine; `false` where it is not one.
    pub fn load(&mut self, part: Part, bytes: &[u8]) -> bool {
        match part {
            Part::Pinyin => self.pinyin = PinyinEngine::load(bytes).ok(),
            Part::Handwriting => self.handwriting = HandwritingEngine::load(bytes).ok(),
        }
        self.has(part)
    }

    fn has(&self, part: Part) -> bool {
        match part {
            Part::Pinyin => self.pinyin.is_some(),
            Part::Handwriting => self.handwriting.is_some(),
        }
    }

    /// What is found for a question.
    pub fn answer(&mut self, ask: &Ask) -> Option<Vec<Choice>> {
        match ask {
            Ask::Keys { keys, before } => Some(self.keys(keys, before)),
            Ask::Strokes { strokes, before } => Some(self.strokes(strokes, before)),
            Ask::Next { before } => Some(self.next(before)),
            Ask::Note(text) => {
                if let Some(pinyin) = &self.pinyin {
                    pinyin.note(&mut self.recency, text);
                }
                None
            }
            Ask::Fuzzy(is_on) => {
                if let Some(pinyin) = &mut self.pinyin {
                    pinyin.set_fuzzy(if *is_on { Fuzzy::ALL } else { Fuzzy::default() });
                }
                None
            }
            Ask::Reload => None,
        }
    }

    fn keys(&self, keys: &str, before: &str) -> Vec<Choice> {
        let Some(pinyin) = &self.pinyin else { return Vec::new() };
        let found = pinyin.candidates_with(&self.recency, keys, before);
        let choice = |found: petition_input::Candidate| Choice {
            text: found.text,
            consumed: u32::try_from(found.consumed).unwrap_or(u32::MAX),
        };
        found.into_iter().map(choice).collect()
    }

    fn strokes(&self, strokes: &[Vec<(f32, f32)>], before: &str) -> Vec<Choice> {
        let Some(handwriting) = &self.handwriting else { return Vec::new() };
        let found = handwriting.recognise(strokes, before, MOST_CHARACTERS);
        found.into_iter().map(|(c, _)| whole(c.to_string())).collect()
    }

    fn next(&self, before: &str) -> Vec<Choice> {
        let Some(pinyin) = &self.pinyin else { return Vec::new() };
        pinyin.associations(before, MOST_NEXT).into_iter().map(whole).collect()
    }
}

fn whole(text: String) -> Choice {
    Choice { text, consumed: 0 }
}

thread_local! {
    static ENGINES: RefCell<Engines> = RefCell::default();
}

/// Begins to listen and to fetch, in a worker; nothing in a page.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(data) = event.data().dyn_into::<ArrayBuffer>() else { return };
        let bytes = Uint8Array::new(&data).to_vec();
        let Ok(Asked { id, ask }) = postcard::from_bytes(&bytes) else { return };
        if ask == Ask::Reload {
            load_missing(&port);
        }
        if let Some(list) = ENGINES.with_borrow_mut(|engines| engines.answer(&ask)) {
            send(&port, &Answer::Found { id, list });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    load_missing(&scope);
}

/// Fetches what is not there. One that fails leaves the other as it is.
fn load_missing(scope: &DedicatedWorkerGlobalScope) {
    for part in [Part::Handwriting, Part::Pinyin] {
        if ENGINES.with_borrow(|engines| engines.has(part)) {
            continue;
        }
        let scope = scope.clone();
        spawn_local(async move {
            let is_there = match fetch(part).await {
                Some(bytes) => ENGINES.with_borrow_mut(|engines| engines.load(part, &bytes)),
                None => false,
            };
            send(&scope, &if is_there { Answer::Ready(part) } else { Answer::Failed(part) });
        });
    }
}

async fn fetch(part: Part) -> Option<Vec<u8>> {
    let asset = match part {
        Part::Pinyin => "/input/pinyin.bin",
        Part::Handwriting => "/input/handwriting.bin",
    };
    let answer = Request::get(asset).send().await.ok()?;
    if answer.ok() { answer.binary().await.ok() } else { None }
}

fn send(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    let bytes = postcard::to_allocvec(answer).unwrap_or_default();
    // Bytes can always be sent.
    scope.post_message(&Uint8Array::from(bytes.as_slice()).buffer()).ok();
}
