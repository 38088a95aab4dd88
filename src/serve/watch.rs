//! Folders in; a word each time that something in them may have changed out.
//!
//! The system tells of most changes at once. What it does not tell (of network disks, behind links, of a folder that was
//! removed and came back) is seen by looking at names, sizes and times from time to time. After each change the folders are
//! read twice more, because two saves within the same tick of a clock look alike.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::{Look, look};

/// How long it must have been quiet: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// After how long a change is shown even where it never gets quiet.
const PATIENCE: Duration = Duration::from_millis(400);

/// How often is looked where the system tells of changes, and where it does not.
const LOOKING: Duration = Duration::from_millis(500);
const POLLING: Duration = Duration::from_millis(200);

/// How often the folders are read again after a change, though nothing more was seen.
const DOUBTS: u32 = 2;

/// Waits for changes in folders.
#[derive(Debug)]
pub(super) struct Watch {
    folders: Vec<PathBuf>,
    watcher: Option<RecommendedWatcher>,
    polling: bool,
    told: Receiver<()>,
    tell: Sender<()>,
    /// How the folders looked; `None` where the system told of a change and they were not looked at since.
    last: Option<Vec<Look>>,
    doubts: u32,
}

impl Watch {
    /// Begins to watch folders, which need not be there; `polling` to look alone.
    pub fn new(folders: Vec<PathBuf>, polling: bool) -> Watch {
        let (tell, told) = channel();
        let mut watch = Watch { folders, watcher: None, polling, told, tell, last: None, doubts: DOUBTS };
        watch.renew();
        watch.last = Some(watch.look());
        watch
    }

    /// Whether the system tells of changes.
    pub fn is_told(&self) -> bool {
        self.watcher.is_some()
    }

    /// Waits until something may have changed, and until it is quiet again. Whether there is nothing but a doubt, so that
    /// looking from outside does not do.
    pub fn wait(&mut self) -> bool {
        loop {
            let tick = if self.is_told() { LOOKING } else { POLLING };
            if self.told.recv_timeout(tick) != Err(RecvTimeoutError::Timeout) {
                self.settle();
                self.doubts = DOUBTS;
                return false;
            }
            let now = self.look();
            if self.last.replace(now.clone()).is_some_and(|before| before != now) {
                // Nobody told: the folder may be another one than the one that is watched.
                self.renew();
                self.settle();
                self.doubts = DOUBTS;
                return false;
            }
            if self.doubts > 0 {
                self.doubts -= 1;
                return true;
            }
        }
    }

    /// Waits until nothing more is told, or, where nobody tells, nothing more seen. Looking at the folders of a thousand
    /// counties takes longer than the rest of showing a change, so what is told is not looked at: that is done when it has been
    /// quiet for a while, and what changed until then is found by the doubts, which read everything.
    fn settle(&mut self) {
        let begun = Instant::now();
        self.last = None;
        while begun.elapsed() < PATIENCE {
            if self.is_told() {
                while self.told.try_recv().is_ok() {}
                if self.told.recv_timeout(QUIET).is_err() {
                    break;
                }
            } else {
                std::thread::sleep(QUIET);
                let now = self.look();
                if self.last.replace(now.clone()) == Some(now) {
                    break;
                }
            }
        }
    }

    fn look(&self) -> Vec<Look> {
        self.folders.iter().map(|folder| look(folder)).collect()
    }

    /// Begins to watch afresh. Where the system cannot, looking has to do.
    fn renew(&mut self) {
        self.watcher = None;
        if self.polling {
            return;
        }
        let tell = self.tell.clone();
        let heard = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !is_reading(event.kind)) {
                let _ = tell.send(());
            }
        };
        let Ok(mut watcher) = notify::recommended_watcher(heard) else { return };
        let mut there = self.folders.iter().filter(|folder| folder.is_dir());
        if there.all(|folder| watcher.watch(folder, RecursiveMode::Recursive).is_ok()) {
            self.watcher = Some(watcher);
        }
    }
}

/// Whether files were only read, which is what a build does.
fn is_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}
