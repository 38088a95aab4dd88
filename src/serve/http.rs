//! A request in, the page or file of the site that is shown now out. Nothing is read from a disk here: what is not in the
//! plan of the site is not there.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderValue, LOCATION};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::{mpsc, oneshot};

use crate::diag::MessageLang;
use crate::pipeline::{Served, Site};

use super::host::may_ask;
use super::media::media_type;
use super::page;
use super::state::{FAULTS, Shown, State};
use super::words::choose;

/// The script that keeps a page as new as what was saved.
const LIVE: &str = include_str!("live.js");

type Answer = Response<UnsyncBoxBody<Bytes, Infallible>>;

/// What a server knows.
#[derive(Debug)]
pub(super) struct Server {
    /// What is shown now.
    pub state: Arc<State>,
    /// The host that the user named.
    pub host: String,
    /// The language of readers who say nothing of theirs.
    pub speech: MessageLang,
}

impl Server {
    /// Answers one request.
    pub async fn answer(&self, request: Request<Incoming>) -> Result<Answer, Infallible> {
        let mut answer = self.find(&request).await;
        let headers = answer.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
        Ok(answer)
    }

    async fn find(&self, request: &Request<Incoming>) -> Answer {
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let speech = self.speech_of(request);
        if !may_ask(host, &self.host) {
            let words = choose(
                speech,
                "这个预览只回答本机的请求。要用别的名称访问，请在启动时写 --host。\n",
                "This preview answers requests of this machine; to reach it under another name, start it with --host.\n",
            );
            return text(StatusCode::FORBIDDEN, words);
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut answer = text(StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD\n");
            answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        let shown = self.state.shown();
        match request.uri().path() {
            "/_qingdan/live.js" => file(StatusCode::OK, "live.js", LIVE.into()),
            path if path == page::STYLE.0 => file(StatusCode::OK, "page.css", page::STYLE.1.into()),
            "/_qingdan/events" => events(self.state.listen(speech)),
            FAULTS => {
                let back = query(request, "back").filter(|back| back.starts_with('/') && !back.starts_with("//"));
                let folder = shown.site.as_ref().map_or("/", |(site, _)| &site.folder);
                let back = back.as_deref().filter(|back| !back.contains('\\')).unwrap_or(folder);
                html(StatusCode::OK, page::page(&shown, speech, Some(back)))
            }
            path => match (decoded(path), &shown.site) {
                (Some(path), Some((site, print))) => self.of_site(&shown, site, print, &path, request, speech).await,
                (Some(_), None) => html(StatusCode::SERVICE_UNAVAILABLE, page::page(&shown, speech, None)),
                (None, _) => text(StatusCode::BAD_REQUEST, "400\n"),
            },
        }
    }

    /// What of the site is at a path of the host.
    async fn of_site(
        &self,
        shown: &Shown,
        site: &Site,
        print: &str,
        path: &str,
        request: &Request<Incoming>,
        speech: MessageLang,
    ) -> Answer {
        if path == "/" && site.folder != "/" {
            return elsewhere(&site.folder);
        }
        // Two slashes in a row are in no address of the site, and lead to another host in one that is sent back.
        let inside = path.strip_prefix(&site.folder).filter(|_| !path.contains("//"));
        let wanted = inside.unwrap_or("/").to_owned();
        let (reply, replied) = oneshot::channel();
        site.ask(&wanted, move |answer| drop(reply.send(answer)));
        match replied.await {
            Ok(Served::Page(page)) => html(StatusCode::OK, injected(page, print, "")),
            Ok(Served::File(bytes)) => file(StatusCode::OK, &wanted, bytes.into()),
            Ok(Served::Folder) => elsewhere(&format!("{}/", request.uri().path())),
            Ok(Served::Nothing(page, folder)) => {
                // The page may stand under any address, so its links are told where they begin.
                let base = format!("<base href=\"{}{folder}\">", page::escape(&site.folder));
                html(StatusCode::NOT_FOUND, injected(page, print, &base))
            }
            Ok(Served::Failed(failure)) => {
                let words = failure.words();
                html(StatusCode::INTERNAL_SERVER_ERROR, page::failure(words.say(speech), shown, speech))
            }
            // The site gave way to a newer one before it answered.
            Err(_) => html(StatusCode::SERVICE_UNAVAILABLE, page::page(&Shown::default(), speech, None)),
        }
    }

    /// The language of whoever asks.
    fn speech_of(&self, request: &Request<Incoming>) -> MessageLang {
        let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        header.and_then(preferred).unwrap_or(self.speech)
    }
}

/// The first of our languages, as a browser orders them.
fn preferred(header: &str) -> Option<MessageLang> {
    let weight = |parameters: &str| -> f32 {
        let own = parameters.split(';').find_map(|one| one.trim().strip_prefix("q=")?.parse().ok());
        own.unwrap_or(1.0)
    };
    let mut found: Option<(f32, MessageLang)> = None;
    for one in header.split(',') {
        let (tag, parameters) = one.trim().split_once(';').unwrap_or((one.trim(), ""));
        let speech = match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "zh" => MessageLang::Zh,
            "en" => MessageLang::En,
            _ => continue,
        };
        let weight = weight(parameters);
        if weight > 0.0 && found.is_none_or(|(before, _)| weight > before) {
            found = Some((weight, speech));
        }
    }
    found.map(|(_, speech)| speech)
}

/// A page with the script that keeps it new before its end, and `base` at its beginning.
fn injected(page: Vec<u8>, print: &str, base: &str) -> String {
    let mut page = String::from_utf8_lossy(&page).into_owned();
    let script = format!("<script src=\"/_qingdan/live.js\" data-site=\"{print}\"></script>\n");
    match page.rfind("</body>") {
        Some(end) => page.insert_str(end, &script),
        None => page.push_str(&script),
    }
    if let Some(head) = page.find("<head>").filter(|_| !base.is_empty()) {
        page.insert_str(head + "<head>".len(), base);
    }
    page
}

fn html(status: StatusCode, page: String) -> Answer {
    file(status, "index.html", page.into())
}

fn text(status: StatusCode, words: &str) -> Answer {
    file(status, "", words.to_owned().into())
}

fn file(status: StatusCode, path: &str, bytes: Bytes) -> Answer {
    let name = if path.ends_with('/') { "index.html" } else { path };
    let mut answer = Response::new(Full::new(bytes).boxed_unsync());
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    answer
}

fn elsewhere(path: &str) -> Answer {
    let mut answer = text(StatusCode::FOUND, "");
    if let Ok(path) = HeaderValue::from_str(path) {
        answer.headers_mut().insert(LOCATION, path);
    }
    answer
}

fn events(told: mpsc::UnboundedReceiver<Bytes>) -> Answer {
    let mut answer = Response::new(Told(told).boxed_unsync());
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    answer
}

/// What an open page is told, for as long as it is open.
struct Told(mpsc::UnboundedReceiver<Bytes>);

impl Body for Told {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// A value of the query.
fn query(request: &Request<Incoming>, key: &str) -> Option<String> {
    let pairs = request.uri().query()?.split('&');
    pairs.filter_map(|pair| pair.split_once('=')).find(|(have, _)| *have == key).and_then(|(_, value)| decoded(value))
}

/// A path or a value without the escapes of addresses; `None` where that is no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let value = digit(rest.next())? * 16 + digit(rest.next())?;
        bytes.push(value as u8);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::{decoded, injected, preferred};
    use crate::diag::MessageLang;

    #[test]
    fn reads_what_a_browser_sends() {
        assert_eq!(preferred("zh-CN,zh;q=0.9,en;q=0.8"), Some(MessageLang::Zh));
        assert_eq!(preferred("de, en;q=0.5, zh;q=0.7"), Some(MessageLang::Zh));
        assert_eq!(preferred("zh;q=0, en"), Some(MessageLang::En));
        assert_eq!(preferred("de"), None);
        assert_eq!(decoded("/%E6%B8%85%e5%8d%95/").as_deref(), Some("/清单/"));
        assert_eq!(decoded("/%E6"), None);
        assert_eq!(decoded("/%zz"), None);
    }

    #[test]
    fn the_script_stands_at_the_end() {
        let page = injected(b"<html><head></head><body>a</body></html>".to_vec(), "1", "");
        assert!(page.ends_with("data-site=\"1\"></script>\n</body></html>"), "{page}");
        assert!(injected(b"<p>a".to_vec(), "1", "").contains("<p>a<script"));
    }
}
