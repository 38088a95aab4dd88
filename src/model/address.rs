//! The address of a site as somebody typed it in, the same in the letters that addresses are made of, or why it cannot be, out.

use std::fmt::Write;

use crate::diag::Message;
use crate::text::folded;

use super::punycode::punycode;

/// The address of the folder that a site lives in: `http` or `https`, a host, perhaps a port and a path. A host in Chinese
/// is written as the name system has it, a path in Chinese in codes of its bytes; a closing slash is added.
///
/// ```
/// use qingdan::model::site_address;
///
/// assert_eq!(site_address("https://www.example.gov.cn/qd").unwrap(), "https://www.example.gov.cn/qd/");
/// assert_eq!(site_address("https://石桥.政务:8443/清单/").unwrap(), "https://xn--6yv295a.xn--zfr164b:8443/%E6%B8%85%E5%8D%95/");
/// assert!(site_address("https://editor:secret@example.org/").is_err());
/// ```
///
/// # Errors
///
/// Says what is wrong with it.
pub fn site_address(url: &str) -> Result<String, Message> {
    let plain = || {
        Message::new(
            format!("`{url}` 不是网址，要像 https://www.example.gov.cn/lists/ 这样"),
            format!("`{url}` is not a web address such as https://www.example.gov.cn/lists/"),
        )
    };
    let (scheme, rest) = url.split_once("://").ok_or_else(plain)?;
    let scheme = ["https", "http"].into_iter().find(|have| scheme.eq_ignore_ascii_case(have)).ok_or_else(plain)?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if authority.contains('@') {
        return Err(Message::new(
            "网址里不能有用户名和密码，它会写进每个页面",
            "an address must have no user name and no password: every page would show it",
        ));
    }
    if let Some(c) = rest.chars().find(|c| matches!(c, '?' | '#')) {
        return Err(Message::new(
            format!("网站的网址里不能有 `{c}`，只写到文件夹为止"),
            format!("the address of a site ends with its folder and has no `{c}`"),
        ));
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    if let Some(port) = port.filter(|port| port.parse::<u16>().map_or(true, |port| port == 0)) {
        return Err(Message::new(
            format!("端口 `{port}` 不对，要是 1 到 65535 的数字"),
            format!("`{port}` is no port, which is a number from 1 to 65535"),
        ));
    }
    let host = host_name(host).ok_or_else(plain)?;
    if path.split('/').any(|part| matches!(part, "." | "..")) || path.starts_with('/') || path.contains("//") {
        return Err(Message::new(
            "网址的路径里不能有 `.`、`..` 和连写的 `/`",
            "the path of an address has no `.`, no `..` and no empty part",
        ));
    }
    let mut out = format!("{scheme}://{host}");
    if let Some(port) = port {
        let _ = write!(out, ":{port}");
    }
    out.push('/');
    for c in path.chars() {
        match c {
            c if c.is_whitespace() || c.is_control() || "\"'<>\\`{}|^".contains(c) => return Err(plain()),
            c if c.is_ascii() => out.push(c),
            c => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(out, "%{byte:02X}");
                }
            }
        }
    }
    if !out.ends_with('/') {
        out.push('/');
    }
    Ok(out)
}

/// A host as the name system has it; `None` where it is none.
fn host_name(host: &str) -> Option<String> {
    if host.starts_with('[') {
        let inner = host.strip_prefix('[')?.strip_suffix(']')?;
        return inner.parse::<std::net::Ipv6Addr>().ok().map(|_| host.to_owned());
    }
    let host: String = host.chars().map(|c| if matches!(c, '。' | '．' | '｡') { '.' } else { folded(c) }).collect();
    let labels: Option<Vec<String>> = host.strip_suffix('.').unwrap_or(&host).split('.').map(label).collect();
    labels.map(|labels| labels.join("."))
}

fn label(label: &str) -> Option<String> {
    let label = label.to_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii() && c.is_alphanumeric();
    if label.is_empty() || !label.chars().all(fits) {
        return None;
    }
    let label = if label.is_ascii() { label } else { format!("xn--{}", punycode(&label)?) };
    (label.len() <= 63).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::site_address;

    #[test]
    fn addresses_are_written_as_the_web_has_them() {
        for (typed, address) in [
            ("https://example.org", "https://example.org/"),
            ("HTTPS://Example.ORG/Qd/", "https://example.org/Qd/"),
            ("http://192.0.2.1:8080/a", "http://192.0.2.1:8080/a/"),
            ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
            ("https://中国.例子/", "https://xn--fiqs8s.xn--fsqu00a/"),
            ("https://石桥。中国/", "https://xn--6yv295a.xn--fiqs8s/"),
            ("https://bücher.example/ä/", "https://xn--bcher-kva.example/%C3%A4/"),
            ("https://example.org/%E6%B8%85/", "https://example.org/%E6%B8%85/"),
        ] {
            assert_eq!(site_address(typed).ok().as_deref(), Some(address), "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_site_says_why() {
        for (typed, word) in [
            ("example.org", "web address"),
            ("ftp://example.org/", "web address"),
            ("https:///", "web address"),
            ("https://a b/", "web address"),
            ("https://a..b/", "web address"),
            ("https://a/\"x", "web address"),
            ("https://u:p@a/", "password"),
            ("https://u@a/", "password"),
            ("https://a:0/", "port"),
            ("https://a:99999/", "port"),
            ("https://a:http/", "port"),
            ("https://a/?b", "`?`"),
            ("https://a/#b", "`#`"),
            ("https://a/../b/", "`..`"),
            ("https://a//b/", "empty"),
        ] {
            let message = site_address(typed).expect_err(typed);
            assert!(message.en.contains(word), "{typed}: {}", message.en);
        }
    }
}
