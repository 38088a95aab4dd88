//! A checked model in; its site in memory, on threads of its own that own all of it, out.
//!
//! The graph borrows from the model, the plan from both, and the renderer from all three: they live on the stack of one
//! thread, which answers what it is asked until nobody holds the site any more.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use rayon::ThreadPool;

use crate::cite::Reader;
use crate::diag::Failure;
use crate::discover::{self, LLMS};
use crate::editions;
use crate::export;
use crate::link::{Graph, KnownNamings, link_known};
use crate::load::static_bytes;
use crate::model::{Lang, Model};
use crate::plan::{Base, Plan, Target, plan};
use crate::render::Renderer;
use crate::search;
use crate::theme::Theme;

use super::address::{Wanted, find, language_of};
use super::data::LazyData;

/// Threads that render pages: a reader who waits for one page may open another.
const RENDERING: usize = 2;

/// What a site is made of.
pub(super) struct Parts {
    pub model: Model,
    /// The content folder, for the files in it that go to the site as they are.
    pub content: PathBuf,
    pub reader: Reader,
    /// For each list, what it is known by.
    pub keys: Vec<u64>,
    pub named: Arc<KnownNamings>,
    pub theme: Arc<Theme>,
    pub base: Base,
    pub pool: Arc<ThreadPool>,
    /// Threads that help to answer: whoever reads does not wait for whoever saves.
    pub answering: Arc<ThreadPool>,
    /// Whether to render a page of each kind first, because the templates are new.
    pub trial: bool,
}

/// What is at a path.
#[derive(Debug)]
pub enum Served {
    /// A page.
    Page(Vec<u8>),
    /// Another file.
    File(Vec<u8>),
    /// Nothing, with the page that says so and the path of its folder from the root of the site.
    Nothing(Vec<u8>, String),
    /// A folder that was asked for without its slash.
    Folder,
    /// It could not be made.
    Failed(Failure),
}

/// Takes an answer.
type Reply = Box<dyn FnOnce(Served) + Send>;

/// A site in memory. It ends when the last of those who hold it lets go.
#[derive(Debug)]
pub struct Site {
    asks: Mutex<Sender<(String, Reply)>>,
    /// The path of the site on its host, with a slash at both ends.
    pub folder: String,
    /// How many pages it has, in all languages.
    pub pages: usize,
    stop: Arc<AtomicBool>,
}

impl Site {
    /// Asks for what is at a path from the root of the site. Where the site has ended before it answers, nothing does.
    pub fn ask(&self, path: &str, reply: impl FnOnce(Served) + Send + 'static) {
        let asks = self.asks.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = asks.send((path.to_owned(), Box::new(reply)));
    }

    /// Begins a site; it is there when this returns.
    pub(super) fn begin(parts: Parts) -> Result<Site, Failure> {
        let (asks, asked) = channel();
        let (ready, readied) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let folder = parts.base.path().to_owned();
        let ended = Arc::clone(&stop);
        let live = thread::Builder::new().name("site".to_owned()).spawn(move || live(parts, &ready, &asked, &ended));
        let live = live.map_err(Failure::read("site"))?;
        match readied.recv() {
            Ok(Ok(pages)) => Ok(Site { asks: Mutex::new(asks), folder, pages, stop }),
            Ok(Err(failure)) => Err(failure),
            Err(_) => match live.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => Err(Failure::read("site")(std::io::ErrorKind::Other.into())),
            },
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// What answers are made from.
struct Made<'a> {
    content: &'a Path,
    graph: &'a Graph<'a>,
    plan: &'a Plan<'a>,
    theme: &'a Theme,
    data: &'a LazyData<'a>,
    indexes: &'a [OnceLock<Result<SearchIndex, ()>>],
    renderer: Renderer<'a>,
    answering: &'a ThreadPool,
    stop: &'a AtomicBool,
}

/// The search index of a language: its files by their names.
type SearchIndex = HashMap<String, Vec<u8>>;

fn live(parts: Parts, ready: &Sender<Result<usize, Failure>>, asked: &Receiver<(String, Reply)>, stop: &AtomicBool) {
    let Parts { model, content, reader, keys, named, theme, base, pool, answering, trial } = parts;
    let mut graph = pool.install(|| link_known(&model, reader, &keys, &named));
    graph.history = pool.install(|| editions::history(&graph, &|lang| theme.strings(lang).ok()));
    let plan = plan(&graph, base);
    let data = LazyData::new(&graph, &plan, &answering);
    let languages = model.languages();
    let indexes: Vec<OnceLock<Result<SearchIndex, ()>>> = languages.iter().map(|_| OnceLock::new()).collect();
    let renderer = match Renderer::new(&graph, &plan, &theme, &data) {
        Ok(renderer) => renderer,
        Err(failure) => return drop(ready.send(Err(failure))),
    };
    let (graph, plan, theme, data) = (&graph, &plan, &theme, &data);
    let (content, indexes, answering) = (&content, &indexes, &answering);
    let made = Made { content, graph, plan, theme, data, indexes, renderer, answering, stop };
    if let Err(failure) = if trial { made.trial() } else { Ok(()) } {
        return drop(ready.send(Err(failure)));
    }
    if ready.send(Ok(plan.targets.len() * languages.len())).is_err() {
        return;
    }
    let made = &made;
    thread::scope(|scope| {
        let lane = |threads: usize| {
            let (asks, asked) = channel::<(Wanted, String, Reply)>();
            let asked = Arc::new(Mutex::new(asked));
            for _ in 0..threads {
                let asked = Arc::clone(&asked);
                scope.spawn(move || work(made, &asked));
            }
            asks
        };
        let (pages, search, data) = (lane(RENDERING), lane(1), lane(1));
        while let Ok((path, reply)) = asked.recv() {
            let wanted = find(plan, &path);
            let lane = match &wanted {
                Wanted::Index(..) => &search,
                Wanted::Data(_) | Wanted::Page(Target::Data | Target::Table(_) | Target::Quality, _) => &data,
                Wanted::Record(Target::Quality, _) => &data,
                Wanted::Other if path == LLMS => &data,
                _ => &pages,
            };
            let _ = lane.send((wanted, path, reply));
        }
    });
}

/// Answers one after the other, until there are no more.
fn work(made: &Made<'_>, asked: &Mutex<Receiver<(Wanted, String, Reply)>>) {
    loop {
        let next = asked.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((wanted, path, reply)) = next else { return };
        if !made.stop.load(Ordering::Relaxed) {
            reply(made.answer(&wanted, &path).unwrap_or_else(Served::Failed));
        }
    }
}

impl Made<'_> {
    /// The search index of a language, built when it is first asked for.
    fn index(&self, lang: Lang) -> Option<&SearchIndex> {
        let at = self.plan.model.languages().iter().position(|have| *have == lang)?;
        let built = self.indexes[at].get_or_init(|| {
            let files = Mutex::new(HashMap::new());
            let keep = |name: &str, bytes: &[u8]| {
                if self.stop.load(Ordering::Relaxed) {
                    return Err(Failure::read(name)(std::io::ErrorKind::Interrupted.into()));
                }
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes.to_vec());
                Ok(())
            };
            let written = self.answering.install(|| search::write(self.graph, self.plan, lang, &keep));
            written.map(|()| files.into_inner().unwrap_or_else(PoisonError::into_inner)).map_err(drop)
        });
        built.as_ref().ok()
    }

    fn answer(&self, wanted: &Wanted, path: &str) -> Result<Served, Failure> {
        Ok(match wanted {
            Wanted::Page(target, lang) => Served::Page(self.page(*target, *lang)?),
            Wanted::Beside(target, lang, name) => {
                let files = self.renderer.beside(*target, *lang)?;
                match files.into_iter().find(|(have, _)| have == name) {
                    Some((_, bytes)) => Served::File(bytes),
                    None => self.nothing(path)?,
                }
            }
            Wanted::Record(target, number) if *number >= export::record_files(*target, self.graph) => {
                self.nothing(path)?
            }
            Wanted::Record(target, number) => {
                let mut bytes = Vec::new();
                let written = export::record(*target, *number, self.graph, self.plan, self.data, &mut bytes);
                written.map_err(Failure::write(path))?;
                self.data.settled()?;
                Served::File(bytes)
            }
            Wanted::Index(lang, name) => match self.index(*lang).and_then(|index| index.get(name)) {
                Some(bytes) => Served::File(bytes.clone()),
                None => self.nothing(path)?,
            },
            Wanted::Data(file) => Served::File(self.data.bytes(*file, path)?),
            Wanted::Folder => Served::Folder,
            Wanted::Other => match self.other(path) {
                Some(bytes) => Served::File(bytes),
                None => self.nothing(path)?,
            },
        })
    }

    fn page(&self, target: Target, lang: Lang) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.renderer.page(target, lang, &mut bytes)?;
        self.data.settled()?;
        Ok(bytes)
    }

    /// A file of the theme, or one that leads programs to the site.
    fn other(&self, path: &str) -> Option<Vec<u8>> {
        if let Some((_, bytes)) = self.theme.assets().find(|(have, _)| *have == path) {
            return Some(bytes.to_vec());
        }
        if path == LLMS {
            return Some(discover::llms(self.plan, self.data).1);
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let moved = !self.plan.model.site.redirects.is_empty() || !self.plan.leads.is_empty();
        let may_be = moved || name.ends_with(".xml") || name.ends_with(".txt");
        let files = if may_be { discover::files(self.plan) } else { Vec::new() };
        let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
        files.into_iter().find(|(have, _)| have.strip_prefix(path) == Some(index)).map(|(_, bytes)| bytes)
    }

    /// What is at a path where the program makes nothing: a file that the author adds, else the page that says so.
    fn nothing(&self, path: &str) -> Result<Served, Failure> {
        if let Some(bytes) = static_bytes(self.content, path) {
            return Ok(Served::File(bytes));
        }
        let Some(lang) = language_of(self.plan, path) else { return Ok(Served::Nothing(Vec::new(), String::new())) };
        Ok(Served::Nothing(self.page(Target::NotFound, lang)?, self.plan.prefix(lang)))
    }

    /// Renders a page of each kind in every language, so that a template that fails is found before the site is shown.
    fn trial(&self) -> Result<(), Failure> {
        let mut seen: Vec<&str> = Vec::new();
        for target in &self.plan.targets {
            let kind = target.kind().name;
            // Pages that count everything are tried when somebody reads them.
            let dear = matches!(target, Target::Data | Target::Table(_) | Target::Quality | Target::Search);
            if dear || seen.contains(&kind) {
                continue;
            }
            seen.push(kind);
            for lang in self.plan.model.languages() {
                self.page(*target, *lang)?;
            }
        }
        Ok(())
    }
}
