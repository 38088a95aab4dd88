//! A content folder in; its site in memory out, page by page and file by file as they are asked for; and again after each
//! change, of which only what changed is read anew.

mod address;
mod data;
mod site;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::ThreadPool;

use crate::check::{Known, check_again};
use crate::cite::{Memory, Reader};
use crate::diag::{Failure, Finding, Sink};
use crate::link::KnownNamings;
use crate::load::{Cache, load_changed};
use crate::plan::Base;
use crate::theme::{Fingerprint, Theme};

use super::findings::findings_in;
use super::{Job, pool};
use site::Parts;

pub use site::{Served, Site};

/// What the folders hold, as a word: another one for other bytes.
pub type Print = String;

/// What came of looking at the folders.
#[derive(Debug)]
pub enum Built {
    /// They hold what they held the last time.
    Unchanged,
    /// They hold again what the last site was made from.
    Same,
    /// A site, with the warnings there are.
    Site(Site, Vec<Finding>),
    /// Faults in the content.
    Faults(Vec<Finding>),
}

/// Content and theme, with what was learnt of them.
#[derive(Debug)]
pub struct Preview {
    content: PathBuf,
    theme: PathBuf,
    base: Option<Base>,
    pool: Arc<ThreadPool>,
    answering: Arc<ThreadPool>,
    cache: Cache,
    /// What the lists were found to say.
    checked: Known,
    /// What texts cite of the laws that the site uses.
    linked: Memory,
    /// What they name, list by list.
    named: Arc<KnownNamings>,
    templates: Option<(Fingerprint, Arc<Theme>)>,
    /// What the folders held when they were last looked at, where that could be read.
    print: Option<Print>,
    /// What the last site was made from.
    built: Option<Print>,
    /// The theme that a page of each kind was rendered with.
    tried: Option<Fingerprint>,
}

impl Preview {
    /// Takes what to show: content, theme and base of a job. `theme` is the folder that replaces files of the default
    /// theme, whether it is there by now or not.
    ///
    /// # Errors
    ///
    /// Fails where there cannot be so many threads.
    pub fn new(job: &Job, theme: PathBuf) -> Result<Preview, Failure> {
        Ok(Preview {
            content: job.content.clone(),
            theme,
            base: job.base.clone(),
            pool: Arc::new(pool(job.jobs)?),
            answering: Arc::new(pool(job.jobs)?),
            cache: Cache::default(),
            checked: Known::default(),
            linked: Memory::default(),
            named: Arc::default(),
            templates: None,
            print: None,
            built: None,
            tried: None,
        })
    }

    /// What the folders held when they were last looked at.
    pub fn print(&self) -> Option<&Print> {
        self.print.as_ref()
    }

    /// Looks at the folders and builds what they hold. Where this is not to be `sure`, files that look as they did are not
    /// read again.
    ///
    /// # Errors
    ///
    /// Fails where a folder or a file cannot be read, or the theme cannot be used.
    pub fn build(&mut self, sure: bool) -> Result<Built, Failure> {
        let pool = Arc::clone(&self.pool);
        // What fails halfway leaves no trust in what was known.
        let before = self.print.take();
        pool.install(|| self.look(before, sure))
    }

    fn look(&mut self, before: Option<Print>, sure: bool) -> Result<Built, Failure> {
        let (print, theme) = self.theme()?;
        let mut sink = Sink::new();
        let mut sources = load_changed(&self.content, &mut self.cache, sure, &mut sink)?;
        let now = format!("{:016x}-{print}", self.cache.print());
        if before.as_ref() == Some(&now) {
            self.print = before;
            return Ok(Built::Unchanged);
        }
        if self.built.as_ref() == Some(&now) {
            self.print = Some(now);
            return Ok(Built::Same);
        }
        let model = if sink.has_errors() { None } else { check_again(&mut sources, &mut self.checked, &mut sink) };
        let found = findings_in(&sources, &sink, &|file| self.cache.text_of(file));
        let Some(model) = model.filter(|_| !sink.has_errors()) else {
            self.print = Some(now);
            return Ok(Built::Faults(found));
        };
        let base = self.base.clone().or_else(|| model.site.base_url.as_deref().and_then(Base::new));
        let reader = Reader::remembering(&model.laws, &mut self.linked);
        // What texts name are places among the laws.
        let register = self.linked.print();
        let key = |list: &u64| {
            let mut key = DefaultHasher::new();
            (list, register).hash(&mut key);
            key.finish()
        };
        let parts = Parts {
            reader,
            keys: self.checked.keys().iter().map(key).collect(),
            named: Arc::clone(&self.named),
            model,
            content: self.content.clone(),
            theme,
            base: base.unwrap_or_default(),
            pool: Arc::clone(&self.pool),
            answering: Arc::clone(&self.answering),
            trial: self.tried != Some(print),
        };
        let site = Site::begin(parts)?;
        (self.tried, self.print, self.built) = (Some(print), Some(now.clone()), Some(now));
        Ok(Built::Site(site, found))
    }

    /// The theme as it is now, read anew where a byte of it changed.
    fn theme(&mut self) -> Result<(Fingerprint, Arc<Theme>), Failure> {
        let folder = self.theme.is_dir().then_some(self.theme.as_path());
        let print = folder.map(Theme::print).transpose()?.unwrap_or_default();
        if let Some(known) = self.templates.as_ref().filter(|(known, _)| *known == print) {
            return Ok(known.clone());
        }
        self.templates = None;
        let theme = (print, Arc::new(Theme::load(folder)?));
        Ok(self.templates.insert(theme).clone())
    }
}
