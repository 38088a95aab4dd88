//! Plan in, the files that stand at the root of a host out: `robots.txt` and `.well-known/security.txt`; with a note
//! where they have to be brought there.

use crate::model::Site;
use crate::plan::Plan;

use super::file::File;

/// Where the files lie that somebody has to bring to the root of the host.
const FOLDER: &str = "host-root/";

const NOTE: &str = "\
这里的文件属于主机的根目录，而本网站在子目录中，或者网址未定。请由管理主机的人放到根目录下；那里已有同名文件的，合并内容。
robots.txt 放到 /robots.txt，.well-known/security.txt 放到 /.well-known/security.txt。

These files belong to the root of the host, and this site lives in a folder of it, or does not know where it will live.
Whoever runs the host should put them at its root; where a file of the name is there, join the two.
robots.txt goes to /robots.txt, .well-known/security.txt to /.well-known/security.txt.
";

/// The files of the host's root.
pub(super) fn files(plan: &Plan<'_>) -> Vec<File> {
    let known = plan.base.is_known();
    let root = if known && plan.base.path() == "/" { "" } else { FOLDER };
    let mut files = Vec::new();
    if known {
        files.push((format!("{root}robots.txt"), robots(plan)));
    }
    if let Some(text) = security(plan) {
        files.push((format!("{root}.well-known/security.txt"), text));
    }
    if !root.is_empty() && !files.is_empty() {
        files.push((format!("{root}README.txt"), NOTE.into()));
    }
    files
}

fn robots(plan: &Plan<'_>) -> Vec<u8> {
    let sitemap = plan.base.absolute("sitemap.xml");
    format!("User-agent: *\nAllow: {}\n\nSitemap: {sitemap}\n", plan.base.path()).into_bytes()
}

/// `security.txt` (RFC 9116), where the site says whom to tell and until when that holds.
fn security(plan: &Plan<'_>) -> Option<Vec<u8>> {
    let site: &Site = &plan.model.site;
    let security = site.security.as_ref()?;
    let expires = security.expires?;
    let mut text = String::new();
    let mut line = |name: &str, value: &str| text += &format!("{name}: {value}\n");
    security.contact.iter().for_each(|contact| line("Contact", contact));
    // The day is all that is given; what is said holds until it begins.
    line("Expires", &format!("{expires}T00:00:00Z"));
    let languages: Vec<&str> = site.languages.iter().map(|lang| lang.as_str()).collect();
    line("Preferred-Languages", &languages.join(", "));
    if let Some(host) = plan.base.host() {
        line("Canonical", &format!("{host}/.well-known/security.txt"));
    }
    if let Some(policy) = &security.policy {
        line("Policy", policy);
    }
    Some(text.into_bytes())
}
