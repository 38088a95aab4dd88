//! A content folder in; its site in a browser out, as new as the last file that was saved, with the faults in its place.
//!
//! Three kinds of threads: one takes connections and hands questions on, one builds whenever something was saved, and those
//! of each site render what is asked of it. What is shown is changed in one place (`state.rs`), which tells every open page.

mod builder;
mod event;
mod host;
mod http;
mod media;
mod page;
mod state;
mod watch;
mod words;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

use crate::diag::{Failure, Message, MessageLang};
use crate::pipeline::{Job, Preview, Progress, Stage, run};

pub use event::{Event, Tell};

use builder::Thorough;
use http::Server;
use state::State;
use watch::Watch;

/// How many ports are tried, one after the other, where the user named none.
const PORTS: u16 = 20;

/// What to show, and where.
#[derive(Debug)]
pub struct Options {
    /// Content, base and threads; an output is not looked at.
    pub job: Job,
    /// Folder whose files take the place of the default theme's, whether it is there or not.
    pub theme: PathBuf,
    /// Name or number of the host to listen at.
    pub host: String,
    /// The port; the next that is free where it is not `exact`.
    pub port: u16,
    /// Whether it must be this port.
    pub exact: bool,
    /// Whether to look for changes instead of being told of them.
    pub polling: bool,
    /// Language of readers who say nothing of theirs.
    pub speech: MessageLang,
}

/// Shows a site until the user ends it.
///
/// # Errors
///
/// Fails where there is no content folder, the address cannot be listened at, or there cannot be so many threads.
pub fn serve(options: Options, tell: &'static Tell) -> Result<(), Failure> {
    // A folder that goes away later may come back; one that is not there at the start is the wrong one.
    crate::load::exists(&options.job.content)?;
    let listener = listen(&options)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(Failure::read("tokio"))?;
    let state = Arc::new(State::default());
    let address = listener.local_addr().map_err(Failure::read(&options.host))?;
    let theme = options.theme.clone();
    // A theme may come to be while its site is shown.
    let above = theme.parent().map_or_else(|| theme.clone(), PathBuf::from);
    let watch = Watch::new(vec![options.job.content.clone(), above], options.polling);
    let shown_at = shown_at(&options.host, address);
    tell(&Event::Listening { address: &shown_at, polling: !watch.is_told() });
    let server = Arc::new(Server { state: Arc::clone(&state), host: options.host, speech: options.speech });
    let job = options.job;
    // Fails here where it would fail in the thread.
    Preview::new(&job, theme.clone())?;
    thread::spawn(move || {
        let fresh = || Preview::new(&job, theme.clone());
        let thorough = thorough(&job, theme.clone());
        if let Err(failure) = builder::build(&state, watch, &fresh, &thorough, tell) {
            tell(&Event::Failed { words: &failure.words(), kept: true });
        }
    });
    runtime.block_on(async {
        tokio::select! {
            ended = take(listener, server) => ended.map_err(Failure::read(&shown_at)),
            () = ended() => {
                tell(&Event::Ended);
                Ok(())
            }
        }
    })
}

/// A check by one thread: whoever reads the site comes first.
fn thorough(job: &Job, theme: PathBuf) -> Arc<Thorough> {
    let (content, base) = (job.content.clone(), job.base.clone());
    Arc::new(move || {
        let theme = Some(theme.clone()).filter(|theme| theme.is_dir());
        let (content, base) = (content.clone(), base.clone());
        run(&Job { content, theme, base, jobs: 1, ..Job::default() }, &Silence)
    })
}

/// Nobody wants to know how far a check is.
struct Silence;

impl Progress for Silence {
    fn stage(&self, _: Stage, _: Option<u64>) {}
    fn done(&self, _: u64) {}
}

/// Takes connections, for ever.
async fn take(listener: TcpListener, server: Arc<Server>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many files are open: some will be closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // What is written is sent at once.
        let _ = stream.set_nodelay(true);
        let server = Arc::clone(&server);
        tokio::spawn(async move {
            let service = service_fn(|request| server.answer(request));
            // A browser that went away is nobody's fault.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// Returns when the user ends the program.
async fn ended() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// Listens at the address that was asked for, or at the next port that is free.
fn listen(options: &Options) -> Result<TcpListener, Failure> {
    let Options { host, port, exact, .. } = options;
    let last = if *exact || *port == 0 { *port } else { port.saturating_add(PORTS) };
    let name = host.trim_matches(['[', ']']);
    let mut refused = None;
    for port in *port..=last {
        match TcpListener::bind((name, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => refused = Some((port, error)),
            Err(error) => {
                return Err(Failure::Option {
                    option: if error.kind() == io::ErrorKind::PermissionDenied { "--port" } else { "--host" },
                    words: Message::new(
                        format!("不能在 {host}:{port} 上等待浏览器：{error}"),
                        format!("cannot listen at {host}:{port}: {error}"),
                    ),
                });
            }
        }
    }
    let (taken, error) = refused.unwrap_or((*port, io::ErrorKind::AddrInUse.into()));
    Err(Failure::Option {
        option: "--port",
        words: Message::new(
            format!("端口 {taken} 已被别的程序占用，请换一个（{error}）"),
            format!("another program has the port {taken}; name another ({error})"),
        ),
    })
}

/// The address for a browser on this machine.
fn shown_at(host: &str, address: SocketAddr) -> String {
    let name = match address.ip() {
        ip if ip.is_unspecified() => "127.0.0.1".to_owned(),
        _ if host.chars().any(|c| c.is_ascii_alphabetic()) && !host.contains(':') => host.to_owned(),
        ip if ip.is_ipv6() => format!("[{ip}]"),
        ip => ip.to_string(),
    };
    format!("http://{name}:{}/", address.port())
}
