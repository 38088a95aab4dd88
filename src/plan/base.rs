//! The address of a site in, the addresses of its pages out.

use crate::model::site_address;

/// Where the site will live: an absolute URL ending in a slash, or anywhere.
///
/// A site that may live anywhere links to `index.html` by name, so that it also works when opened from a disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base(Option<Box<str>>);

impl Base {
    /// Reads a base URL ([`site_address`]); a closing slash is added. `None` where it is not one.
    pub fn new(url: &str) -> Option<Base> {
        site_address(url).ok().map(|address| Base(Some(address.into())))
    }

    /// Whether the site knows where it will live.
    pub fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// The absolute URL of a path of the site, or the path itself where the site may live anywhere.
    pub fn absolute(&self, path: &str) -> String {
        match &self.0 {
            Some(url) => format!("{url}{path}"),
            None => path.to_owned(),
        }
    }

    /// Scheme and host without a closing slash, such as `https://www.example.gov.cn`.
    pub fn host(&self) -> Option<&str> {
        let url = self.0.as_deref()?;
        Some(&url[..url.len() - self.path().len()])
    }

    /// The path part of the base URL, with a slash at both ends; `/` where the site may live anywhere.
    pub fn path(&self) -> &str {
        let url = self.0.as_deref().unwrap_or("/");
        let start = url.find("://").map_or(0, |at| at + 3);
        url[start..].find('/').map_or("/", |at| &url[start + at..])
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn knows_a_url_and_its_path() {
        let base = Base::new("https://www.example.gov.cn/zwgk/qd").expect("a base");
        assert_eq!(base.path(), "/zwgk/qd/");
        assert_eq!(base.host(), Some("https://www.example.gov.cn"));
        assert_eq!(base.absolute("laws/"), "https://www.example.gov.cn/zwgk/qd/laws/");
        assert_eq!(Base::new("https://example.org/").expect("a base").path(), "/");
        assert_eq!(Base::default().path(), "/");
    }

    #[test]
    fn refuses_what_is_no_web_address() {
        for url in
            ["", "example.org", "ftp://example.org/", "https:///", "https://a/?b", "https://a b/", "https://a/\"x"]
        {
            assert_eq!(Base::new(url), None, "{url}");
        }
    }
}
