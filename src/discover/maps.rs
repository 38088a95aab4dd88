//! Old addresses with the new ones in; the same for servers that redirect themselves, each in its own form, out.

use std::fmt::Write;

use super::file::File;

/// Hosts such as Netlify, Cloudflare Pages and GitLab Pages: the old address, the new one, the status.
const LINES: &str = "_redirects";

/// nginx: a map from old addresses to new ones.
const NGINX: &str = "redirects/nginx.conf";

/// Apache: what a configuration or `.htaccess` may include.
const APACHE: &str = "redirects/apache.conf";

/// An address that leads on, both as a host sees them.
pub(super) struct Hop {
    /// The old address, a path of the host.
    pub from: String,
    /// The new one, a path of the host or an address of another site.
    pub to: String,
}

/// The maps. No map knows a blank inside an address, so such an address has its page alone.
pub(super) fn maps(hops: &[Hop]) -> Vec<File> {
    let plain = |text: &str| !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"\\$".contains(c));
    let hops: Vec<&Hop> = hops.iter().filter(|hop| plain(&hop.from) && plain(&hop.to)).collect();
    let mut lines = String::new();
    let mut nginx = String::from(
        "# In http { }: include this file. In server { }: if ($qingdan_moved) { return 301 $qingdan_moved; }\n\
         map $uri $qingdan_moved {\n    default \"\";\n",
    );
    let mut apache = String::from(
        "# Include this file in the configuration of the host, or put its lines into .htaccess (mod_alias).\n",
    );
    for Hop { from, to } in hops {
        let _ = writeln!(lines, "{from} {to} 301");
        let _ = writeln!(nginx, "    \"{from}\" \"{to}\";");
        if from.ends_with('/') {
            let _ = writeln!(nginx, "    \"{from}index.html\" \"{to}\";");
        }
        let ending = if from.ends_with('/') { "(index\\.html)?" } else { "" };
        let _ = writeln!(apache, "RedirectMatch 301 \"^{}{ending}$\" \"{to}\"", pattern(from));
    }
    nginx += "}\n";
    let file = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    vec![file(LINES, lines), file(NGINX, nginx), file(APACHE, apache)]
}

/// An address as a regular expression that matches it alone.
fn pattern(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if ".+*?()[]{}|^$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Hop, maps};

    #[test]
    fn each_map_names_the_same() {
        let hop = |from: &str, to: &str| Hop { from: from.to_owned(), to: to.to_owned() };
        let files = maps(&[hop("/a/", "/b/#c"), hop("/d.pdf", "https://example.org/"), hop("/e f/", "/g/")]);
        let text = |at: usize| String::from_utf8(files[at].1.clone()).expect("text");
        assert_eq!(text(0), "/a/ /b/#c 301\n/d.pdf https://example.org/ 301\n");
        assert!(text(1).contains("    \"/a/\" \"/b/#c\";\n    \"/a/index.html\" \"/b/#c\";\n    \"/d.pdf\" \"https"));
        assert!(text(2).contains("\"^/a/(index\\.html)?$\" \"/b/#c\"\nRedirectMatch 301 \"^/d\\.pdf$\" \"https"));
        assert!(files.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("/g/")));
    }
}
