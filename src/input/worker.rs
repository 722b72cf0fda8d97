//! The page's side of the worker: the engines read there, so that no finger waits for them.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::protocol::{Answer, Ask, Asked, Part};

/// The script of the worker.
const SCRIPT: &str = "/engine_loader.js";

/// The engines, as far as they are there.
#[derive(Clone)]
pub struct Engines {
    worker: Option<Worker>,
}

impl Engines {
    /// Starts the worker, which begins to fetch at once; `hear` gets everything it says.
    pub fn start(hear: impl Fn(Answer) + Clone + 'static) -> Self {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok();
        if let Some(worker) = &worker {
            let heard = hear.clone();
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let bytes =
                    event.data().dyn_into::<ArrayBuffer>().map(|data| Uint8Array::new(&data));
                let answer =
                    bytes.ok().and_then(|bytes| postcard::from_bytes(&bytes.to_vec()).ok());
                if let Some(answer) = answer {
                    heard(answer);
                }
            });
            worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            on_message.forget();
            let on_error = Closure::<dyn Fn()>::new(move || lost(&hear));
            worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            on_error.forget();
        } else {
            lost(&hear);
        }
        Self { worker }
    }

    /// Asks under the number `id`.
    pub fn ask(&self, id: u32, ask: Ask) {
        let bytes = postcard::to_allocvec(&Asked { id, ask }).unwrap_or_default();
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        if let Some(worker) = &self.worker {
            // Bytes can always be sent; what becomes of them the worker tells.
            worker.post_message(&buffer).ok();
        }
    }

    /// Tells something that gets no answer.
    pub fn tell(&self, ask: Ask) {
        self.ask(0, ask);
    }
}

/// A worker that did not come up has neither engine.
fn lost(hear: &impl Fn(Answer)) {
    hear(Answer::Failed(Part::Pinyin));
    hear(Answer::Failed(Part::Handwriting));
}
