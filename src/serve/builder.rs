//! A word that something may have changed in; what came of building it, shown to whoever has a page open, out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::diag::{Failure, Message};
use crate::pipeline::{Built, Outcome, Preview};

use super::event::{Event, Tell};
use super::state::{Fault, State, errors};
use super::watch::Watch;

/// How often and how long is waited for a file that is listed and not there: an editor is about to put it back.
const AGAIN: u32 = 5;
const MEANWHILE: Duration = Duration::from_millis(30);

/// Pages of a site, at most, that are all looked through for faults once it is quiet: more would keep a computer busy.
const LOOKED_THROUGH: usize = 10_000;

/// How long nothing must have changed before they are looked through.
const REST: Duration = Duration::from_secs(2);

/// Builds now, and again after each change, for ever. `fresh` makes a preview that knows nothing yet; `thorough` looks for
/// faults as a check does.
pub(super) fn build(
    state: &Arc<State>,
    mut watch: Watch,
    fresh: &dyn Fn() -> Result<Preview, Failure>,
    thorough: &Arc<Thorough>,
    tell: &'static Tell,
) -> Result<(), Failure> {
    let mut preview = fresh()?;
    let mut looked_through = true;
    let mut sure = true;
    loop {
        let begun = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| attempt(&mut preview, sure))) {
            // It has been quiet since the last change.
            Ok(Ok(Built::Unchanged)) if !looked_through => {
                looked_through = true;
                look_through(state, thorough, tell);
            }
            Ok(built) => {
                looked_through &= matches!(built, Ok(Built::Unchanged));
                take(state, built, &preview, begun.elapsed(), tell);
            }
            // What is known after that cannot be trusted.
            Err(_) => {
                preview = fresh()?;
                fail(state, broken(), tell);
            }
        }
        // Soon after a change they are all read again.
        sure = watch.wait();
    }
}

/// Looks for faults as a check does.
pub(super) type Thorough = dyn Fn() -> Result<Outcome, Failure> + Send + Sync;

/// Looks through all pages of the site that is shown, beside what goes on.
fn look_through(state: &Arc<State>, thorough: &Arc<Thorough>, tell: &'static Tell) {
    let shown = state.shown();
    if shown.fault.is_some() || shown.site.as_ref().is_none_or(|(site, _)| site.pages > LOOKED_THROUGH) {
        return;
    }
    let (state, thorough) = (Arc::clone(state), Arc::clone(thorough));
    thread::spawn(move || {
        // Whoever saves one thing after the other wants to see them soon, and does not want this.
        thread::sleep(REST);
        if state.shown().print() != shown.print() {
            return;
        }
        let Ok(outcome) = thorough() else { return };
        if errors(&outcome.findings) == 0 {
            return;
        }
        let findings: Arc<[_]> = outcome.findings.into();
        let mut taken = false;
        state.show(|now| {
            taken = now.print() == shown.print() && now.fault.is_none();
            if taken {
                now.fault = Some(Fault::Pages(Arc::clone(&findings)));
            }
        });
        if taken {
            tell(&Event::Pages { findings: &findings });
        }
    });
}

/// Builds, and again where a file was gone that was there a moment before.
fn attempt(preview: &mut Preview, sure: bool) -> Result<Built, Failure> {
    let mut built = preview.build(sure);
    for _ in 0..AGAIN {
        let Err(Failure::Read { error, .. }) = &built else { break };
        if error.kind() != std::io::ErrorKind::NotFound {
            break;
        }
        thread::sleep(MEANWHILE);
        built = preview.build(sure);
    }
    built
}

fn take(state: &State, built: Result<Built, Failure>, preview: &Preview, took: Duration, tell: &Tell) {
    match built {
        // Nothing changed, and so nothing is mended either.
        Ok(Built::Unchanged) => {}
        Ok(Built::Same) => {
            if state.shown().fault.is_some() {
                state.show(|shown| shown.fault = None);
                tell(&Event::Mended);
            }
        }
        Ok(Built::Site(site, warnings)) => {
            let print = preview.print().cloned().unwrap_or_default();
            let (pages, folder) = (site.pages, site.folder.clone());
            let before = state.shown().site;
            let warnings: Arc<[_]> = warnings.into();
            state.show(|shown| {
                shown.site = Some((Arc::new(site), print));
                shown.warnings = Arc::clone(&warnings);
                shown.fault = None;
            });
            tell(&Event::Built { first: before.is_none(), pages, folder: &folder, warnings: &warnings, took });
        }
        Ok(Built::Faults(findings)) => {
            let findings: Arc<[_]> = findings.into();
            state.show(|shown| shown.fault = Some(Fault::Content(Arc::clone(&findings))));
            tell(&Event::Faults { findings: &findings, kept: state.shown().site.is_some() });
        }
        Err(failure) => fail(state, failure.words(), tell),
    }
}

fn fail(state: &State, words: Message, tell: &Tell) {
    let known = matches!(state.shown().fault, Some(Fault::Failure(before)) if before == words);
    if !known {
        state.show(|shown| shown.fault = Some(Fault::Failure(words.clone())));
        tell(&Event::Failed { words: &words, kept: state.shown().site.is_some() });
    }
}

fn broken() -> Message {
    Message::new(
        "程序内部出错。请保存任意文件再试；仍然出错，请把终端里的文字报告给本程序的维护者。",
        "the program has a fault of its own; save any file to try again, and report what the terminal says if it stays",
    )
}
