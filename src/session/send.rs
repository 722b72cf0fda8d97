//! Submitting: honest about each part, safe to repeat.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::{Code, SubmitRequest};
use petition_domain::draft::{Draft, Phase, Step};
use petition_domain::receipt::to_hex;
use petition_domain::submission::Submission;
use petition_domain::{Fault, Field, Problem};

use super::{Page, Session, UploadState};
use crate::client::{self, ClientError};
use crate::device::dom;

/// How far a submission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Not begun.
    Idle,
    /// The query code is being stretched.
    Protecting,
    /// The server has been asked.
    Asked,
    /// The server has been asked and is slow, or could not be reached at first.
    Slow,
    /// Given up for now; trying again is safe.
    Failed,
}

/// Pauses before the second, third … try, in milliseconds.
const PAUSES_MS: [u32; 4] = [1_000, 2_000, 4_000, 8_000];
/// When to say that it takes long, in milliseconds.
const SLOW_MS: u32 = 4_000;

impl Session {
    /// Submits the draft; further taps while it is on its way do nothing.
    pub fn submit(self) {
        if !self.is_open() {
            return;
        }
        dom::leave_field();
        let submission = self.hall.with_value(|hall| {
            self.draft.try_update(|draft| draft.submit(&hall.rules, hall.today))
        });
        match submission {
            Some(Ok(submission)) => self.send(submission),
            Some(Err(faults)) => {
                let here: Vec<Fault> =
                    faults.iter().filter(|f| self.step_now().owns(f.field)).copied().collect();
                self.show(if here.is_empty() { faults } else { here });
            }
            None => {}
        }
    }

    /// Asks for the receipt of a submission that was begun before.
    pub fn send_again(self) {
        self.send(self.draft.with_untracked(|draft| draft.submission.clone()).trimmed());
    }

    fn step_now(self) -> Step {
        self.draft.with_untracked(Draft::step)
    }

    fn send(self, submission: Submission) {
        self.sending.set(Sending::Protecting);
        self.open(Page::Sending);
        spawn_local(async move {
            // The words of the page are painted before the code takes its tenths of a second.
            dom::painted().await;
            self.save().await;
            match self.deliver(submission).await {
                Ok(()) => {
                    self.open(Page::Receipt);
                    // Once, not whenever the page is built: a change of language prints nothing.
                    if self.hall.with_value(|hall| hall.prints) {
                        dom::painted().await;
                        dom::print();
                    }
                }
                Err(ClientError::Refused(Code::Invalid, errors)) => self.reopen(&errors),
                Err(_) => self.sending.set(Sending::Failed),
            }
        });
    }

    async fn deliver(self, submission: Submission) -> Result<(), ClientError> {
        let mint = self.mint().ok_or(ClientError::Unreadable)?;
        let stretched_code = client::stretch(mint.number, &mint.code).await?;
        let request = SubmitRequest {
            number: mint.number,
            lookup: to_hex(&mint.secret.lookup()),
            stretched_code,
            language: self.lang.get_untracked().tag().to_owned(),
            submission,
        };
        self.sending.set(Sending::Asked);
        let is_slow = move || {
            if self.sending.get_untracked() == Sending::Asked {
                self.sending.set(Sending::Slow);
            }
        };
        set_timeout(is_slow, core::time::Duration::from_millis(SLOW_MS.into()));
        let text = self.qr_text().ok_or(ClientError::Unreadable)?;
        // Drawn before anything is sent: a receipt without its QR would be none.
        self.qr.set_value(Some(client::qr(&text).await?));
        let mut pauses = PAUSES_MS.into_iter();
        loop {
            match client::submit(&mint.intent, &request).await {
                Ok(receipt) => {
                    self.receipt.set(Some(receipt));
                    self.draft.update(Draft::registered);
                    self.sending.set(Sending::Idle);
                    return Ok(());
                }
                Err(error) if error.is_passing() => {
                    let Some(pause) = pauses.next() else { return Err(error) };
                    self.sending.set(Sending::Slow);
                    dom::pause(pause).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Opens the answers again and shows what the server found.
    fn reopen(self, errors: &[petition_contract::FieldProblem]) {
        self.draft.update(Draft::refused);
        self.open(Page::Filling);
        let lost: Vec<usize> = errors
            .iter()
            .filter(|error| error.code == Problem::Missing.code())
            .filter_map(|error| error.field.strip_prefix("attachments/")?.parse().ok())
            .collect();
        if lost.is_empty() {
            // Both sides hold the same rules, so this is a kiosk and a server of different versions.
            self.notice.set(Some(
                self.lang.get_untracked().say(petition_text::Common::Unexpected).into_owned(),
            ));
            return;
        }
        let ids: Vec<String> = self.draft.with_untracked(|draft| {
            let attachments = &draft.submission.attachments;
            lost.iter().filter_map(|index| attachments.get(*index)).map(|a| a.id.clone()).collect()
        });
        let lang = self.lang.get_untracked();
        self.uploads.update(|uploads| {
            for upload in uploads.iter_mut().filter(|upload| ids.contains(&upload.id)) {
                let sentence = lang.say(petition_text::Kiosk::AttachFailed).into_owned();
                upload.state = UploadState::Failed(sentence, upload.blob.is_some());
            }
        });
        self.mend(Step::Attachments);
        self.show(
            lost.into_iter()
                .map(|index| Fault::new(Field::Attachment(index), Problem::Missing))
                .collect(),
        );
    }

    /// The text of the receipt's QR.
    fn qr_text(self) -> Option<String> {
        let secret = self.mint()?.secret;
        Some(self.hall.with_value(|hall| secret.qr_text(&hall.public_url, hall.qr_lower_case)))
    }

    /// Whether the receipt is there.
    pub fn is_registered(self) -> bool {
        self.draft.with_untracked(Draft::phase) == Phase::Registered
    }
}
