//! What came of each build in; what is shown now, and a word to every open page when that changes, out.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::body::Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Finding, Message, MessageLang, Severity};
use crate::pipeline::{Print, Site};

use super::words;

/// Where the page with all faults is.
pub(super) const FAULTS: &str = "/_qingdan/faults";

/// Why what was saved is not shown.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// Faults in the content.
    Content(Arc<[Finding]>),
    /// Faults of the pages of the site that is shown, such as links to nothing: it can be read, and would not be built.
    Pages(Arc<[Finding]>),
    /// Content or theme cannot be used at all.
    Failure(Message),
}

impl Fault {
    /// The faults of the content.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Fault::Content(findings) | Fault::Pages(findings) => findings,
            Fault::Failure(_) => &[],
        }
    }

    /// What stands over the faults.
    pub fn title(&self, speech: MessageLang) -> String {
        match self {
            Fault::Content(findings) | Fault::Pages(findings) => words::faults(errors(findings), speech),
            Fault::Failure(_) => words::failed(speech).to_owned(),
        }
    }

    /// What is shown beside them.
    pub fn beside(&self, speech: MessageLang) -> &'static str {
        match self {
            Fault::Pages(_) => words::readable(speech),
            Fault::Content(_) | Fault::Failure(_) => words::kept(speech),
        }
    }

    /// The first of the faults, or why nothing can be shown.
    fn first(&self, speech: MessageLang) -> String {
        match self {
            Fault::Content(findings) | Fault::Pages(findings) => {
                let first = findings.iter().find(|finding| finding.severity == Severity::Error);
                show(first.map_or(&[][..], std::slice::from_ref), MessageFormat::Full, speech, false)
            }
            Fault::Failure(message) => message.say(speech).to_owned(),
        }
    }
}

/// How many findings stop a build.
pub(super) fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// What is shown now.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// The last good site, and what it was made from.
    pub site: Option<(Arc<Site>, Print)>,
    /// Warnings of that site.
    pub warnings: Arc<[Finding]>,
    /// Why what was saved since is not shown.
    pub fault: Option<Fault>,
}

impl Shown {
    /// What the site was made from; empty where there is none.
    pub fn print(&self) -> &str {
        self.site.as_ref().map_or("", |(_, print)| print)
    }

    /// A word for the faults there are: another one for other faults.
    pub fn fault_print(&self) -> String {
        let Some(fault) = &self.fault else { return String::new() };
        let mut print = DefaultHasher::new();
        match fault {
            Fault::Content(findings) | Fault::Pages(findings) => {
                show(findings, MessageFormat::Json, MessageLang::Zh, false).hash(&mut print);
            }
            Fault::Failure(message) => message.zh.hash(&mut print),
        }
        format!("{:016x}", print.finish())
    }

    /// What an open page has to know.
    fn event(&self, speech: MessageLang) -> Value {
        let fault = self.fault.as_ref().map(|fault| {
            json!({
                "print": self.fault_print(), "title": fault.title(speech), "kept": fault.beside(speech),
                "first": fault.first(speech).trim_end(), "all": words::all(speech), "page": FAULTS,
                "lang": words::tag(speech),
            })
        });
        json!({"site": self.print(), "fault": fault})
    }
}

/// A page that is open somewhere.
#[derive(Debug)]
struct Listener {
    speech: MessageLang,
    sender: UnboundedSender<Bytes>,
}

/// What is shown now, and who looks at it.
#[derive(Debug, Default)]
pub(super) struct State {
    shown: Mutex<(Shown, Vec<Listener>)>,
}

impl State {
    /// What is shown now.
    pub fn shown(&self) -> Shown {
        self.lock().0.clone()
    }

    /// Shows something else, and says so to every open page.
    pub fn show(&self, change: impl FnOnce(&mut Shown)) {
        let (shown, listeners) = &mut *self.lock();
        change(shown);
        listeners.retain(|listener| listener.sender.send(message(&shown.event(listener.speech))).is_ok());
    }

    /// What an open page is told: at once what is shown now, and then each change.
    pub fn listen(&self, speech: MessageLang) -> UnboundedReceiver<Bytes> {
        let (sender, receiver) = unbounded_channel();
        let (shown, listeners) = &mut *self.lock();
        let _ = sender.send(Bytes::from_static(b"retry: 500\n\n"));
        let _ = sender.send(message(&shown.event(speech)));
        listeners.retain(|listener| !listener.sender.is_closed());
        listeners.push(Listener { speech, sender });
        receiver
    }

    fn lock(&self) -> MutexGuard<'_, (Shown, Vec<Listener>)> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn message(event: &Value) -> Bytes {
    Bytes::from(format!("data: {event}\n\n"))
}
