//! The templates of a theme and its `policy.yaml` in; what pages may take and from where, as browsers are told, out.
//!
//! Each page says it itself (`Content-Security-Policy`), since most hosts of static sites send no such header. The program puts
//! it into every page, whatever the templates are, as the first thing of the head: what stands before is not held to it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diag::{Failure, Message};

use super::files::{Files, text};
use super::inline::{Inline, Refused, hash, inline};

/// The file of a theme that says what else its pages take.
const FILE: &str = "policy.yaml";

/// What pages may take when a theme says nothing: scripts, styles and pictures of their own site. The search asks for its index
/// anew (`connect-src`), and its form leads to the search page.
const OWN: [(&str, &[&str]); 9] = [
    ("script-src", &["'self'"]),
    ("style-src", &["'self'"]),
    ("img-src", &["'self'"]),
    ("font-src", &[]),
    ("media-src", &[]),
    ("connect-src", &["'self'"]),
    ("frame-src", &[]),
    ("form-action", &["'self'"]),
    ("base-uri", &["'none'"]),
];

/// What pages take from the assets of the theme, by the ending of a file.
const ENDINGS: [(&str, &[&str]); 2] =
    [("font-src", &[".woff2", ".woff", ".ttf", ".otf"]), ("media-src", &[".mp4", ".webm", ".mp3", ".ogg", ".m4a"])];

/// What pages may take, and from where.
#[derive(Clone, Debug)]
pub struct Policy(Vec<(&'static str, Vec<String>)>);

impl Policy {
    /// The policy of a theme: that of the program, the scripts and styles that stand in its templates, and what it asks for.
    pub(super) fn of(files: &Files, is_template: impl Fn(&str) -> bool) -> Result<Policy, Failure> {
        let mut policy = Policy(
            OWN.iter().map(|(name, from)| (*name, from.iter().map(|one| (*one).to_owned()).collect())).collect(),
        );
        for (name, file) in files {
            for (directive, _) in ENDINGS.iter().filter(|(_, endings)| endings.iter().any(|end| name.ends_with(end))) {
                policy.allow(directive, "'self'");
            }
            if is_template(name) {
                let source = text(file)?;
                let Inline { scripts, styles, refused } = inline(source);
                if let Some((at, what)) = refused {
                    return Err(refusal(&file.origin, source, at, what));
                }
                scripts.iter().for_each(|hash| policy.allow("script-src", hash));
                styles.iter().for_each(|hash| policy.allow("style-src", hash));
            }
        }
        if let Some(file) = files.get(FILE) {
            policy.ask(&file.origin, text(file)?)?;
        }
        Ok(policy)
    }

    fn allow(&mut self, directive: &str, source: &str) {
        let known = self.0.iter_mut().find(|(name, _)| *name == directive);
        if let Some((_, from)) = known.filter(|(_, from)| !from.iter().any(|one| one == source)) {
            from.push(source.to_owned());
        }
    }

    /// Takes up what a theme asks for: other hosts, by their https address.
    fn ask(&mut self, path: &Path, yaml: &str) -> Result<(), Failure> {
        let asked: BTreeMap<String, Vec<String>> = serde_yaml::from_str(yaml)
            .map_err(|error| Failure::Theme { path: path.to_owned(), message: error.to_string() })?;
        for (directive, sources) in &asked {
            if directive == "base-uri" || !self.0.iter().any(|(name, _)| name == directive) {
                let known: Vec<&str> =
                    self.0.iter().map(|(name, _)| *name).filter(|name| *name != "base-uri").collect();
                return Err(refused(
                    path,
                    (
                        format!("`{directive}` 不能填写；可以填写的是：{}", known.join("、")),
                        format!("`{directive}` cannot be asked for; these can: {}", known.join(", ")),
                    ),
                ));
            }
            for source in sources {
                if !is_host(source) {
                    return Err(refused(
                        path,
                        (
                            format!("{directive}：`{source}` 不是网站的地址；请写成 https://stats.example.org 的形式"),
                            format!(
                                "{directive}: `{source}` is no address of a site; write it as https://stats.example.org"
                            ),
                        ),
                    ));
                }
                self.allow(directive, source);
            }
        }
        Ok(())
    }

    /// The element that tells browsers; `styles` are those that one page alone has.
    fn element(&self, styles: &[String]) -> String {
        let mut out = String::from("\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'");
        for (name, from) in self.0.iter().filter(|(_, from)| !from.is_empty()) {
            let more = if *name == "style-src" { styles } else { &[] };
            out.push_str("; ");
            out.push_str(name);
            for source in from.iter().chain(more) {
                out.push(' ');
                out.push_str(source);
            }
        }
        out + "\">"
    }

    /// Puts the policy into a page that begins at a byte of `page`, before anything that it should hold.
    pub(super) fn put(&self, page: &mut Vec<u8>, start: usize, styles: &[String]) {
        // Long before this the head of a page has begun.
        let opening = &page[start..page.len().min(start + 4096)];
        let find = |word: &[u8]| opening.windows(word.len()).position(|here| here.eq_ignore_ascii_case(word));
        let open = find(b"<head>").or_else(|| find(b"<head ")).or_else(|| find(b"<!doctype"));
        let end = open.and_then(|at| Some(at + opening[at..].iter().position(|byte| *byte == b'>')? + 1));
        let at = start + end.unwrap_or_default();
        page.splice(at..at, self.element(styles).into_bytes());
    }
}

/// The hash of a style that one page alone has.
pub fn style_hash(css: &str) -> String {
    hash(css)
}

/// Whether a source is a host and nothing that takes the policy away.
fn is_host(source: &str) -> bool {
    let host = source.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or_default());
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%".contains(c);
    host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.'))
        && source.chars().all(plain)
}

fn refusal(path: &Path, source: &str, at: usize, what: Refused) -> Failure {
    let before = &source[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let (zh, en) = match what {
        Refused::Values => (
            "这段脚本或样式里有模板的值，浏览器不会执行；请把它放进 assets/ 里的文件，值写在 data- 属性里",
            "this script or style holds values of the template, and browsers will not take it; put it into a file of assets/ and the values into data- attributes",
        ),
        Refused::Handler => (
            "浏览器不会执行写在属性里的脚本；请在 assets/ 里的脚本中用 addEventListener",
            "browsers will not run a script in an attribute; use addEventListener in a script of assets/",
        ),
        Refused::Style => (
            "浏览器不会理会 style 属性；请用 class，样式写在 style.css 里",
            "browsers will not take the attribute style; use a class, and say how it looks in style.css",
        ),
    };
    let place = format!("{line}:{column}");
    let words = Message::new(format!("{}:{place}：{zh}", path.display()), format!("{}:{place}: {en}", path.display()));
    Failure::Refused { words }
}

fn refused(path: &Path, (zh, en): (String, String)) -> Failure {
    Failure::Refused { words: Message::new(format!("{}：{zh}", path.display()), format!("{}: {en}", path.display())) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{OWN, Policy, is_host};

    fn own() -> Policy {
        Policy(OWN.iter().map(|(name, from)| (*name, from.iter().map(|one| (*one).to_owned()).collect())).collect())
    }

    fn put(page: &str) -> String {
        let mut bytes = format!("before{page}").into_bytes();
        own().put(&mut bytes, 6, &["'sha256-x'".to_owned()]);
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn the_policy_is_the_first_thing_of_the_head() {
        let meta = "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; \
                    style-src 'self' 'sha256-x'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'\">";
        assert_eq!(put("<!DOCTYPE html><html><head>a"), format!("before<!DOCTYPE html><html><head>{meta}a"));
        assert_eq!(put("<HEAD class=x>a"), format!("before<HEAD class=x>{meta}a"));
        assert_eq!(put("<!doctype html><title>a"), format!("before<!doctype html>{meta}<title>a"));
        assert_eq!(put("a"), format!("before{meta}a"));
    }

    #[test]
    fn a_theme_asks_for_hosts_and_nothing_else() {
        let mut policy = own();
        let path = Path::new("policy.yaml");
        policy
            .ask(path, "script-src: [https://stats.example.org]\nframe-src: ['https://map.example.org/a/']")
            .expect("hosts");
        let element = policy.element(&[]);
        assert!(element.contains("script-src 'self' https://stats.example.org;"), "{element}");
        assert!(element.contains("frame-src https://map.example.org/a/;"), "{element}");
        for wrong in ["base-uri: [https://a.org]", "default-src: [https://a.org]", "script-src: [\"'unsafe-inline'\"]"]
        {
            assert!(policy.ask(path, wrong).is_err(), "{wrong}");
        }
        for wrong in
            ["*", "https://*", "https:", "data:", "http://a.org", "https://a.org; script-src *", "https://a.org\""]
        {
            assert!(!is_host(wrong), "{wrong}");
        }
    }
}
