//! The site as a whole.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::lang::Lang;
use super::publishing::DataChoice;
use super::redirect::Redirect;
use super::release::Release;
use super::text::Text;
use super::vocabulary::{PublisherKind, Translations};
use super::waiver::RuleLevel;

/// `site.yaml`: what is said once for the whole site.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Title of the site.
    pub title: Text,
    /// One sentence about the site.
    pub description: Text,
    /// Absolute URL of the folder the site will live in, ending in a slash; absent for a site that may live anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Languages of the site; the first is served at the root.
    pub languages: Vec<Lang>,
    /// What a missing translation is.
    #[serde(default = "complete")]
    pub translations: Translations,
    /// Licence of the data and the texts.
    pub licence: Licence,
    /// Who publishes the site.
    pub publisher: Publisher,
    /// Which data are published beside the pages; every format of everything where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<DataChoice>,
    /// Releases of the data, the newest first; a site that numbers no versions has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<Release>,
    /// How to reach the publisher.
    #[serde(default)]
    pub contact: Contact,
    /// Whom to tell of a fault in the security of the site (`security.txt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security: Option<Security>,
    /// What a government site must state; a site of somebody else has none of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Official>,
    /// Addresses that are gone, and where a reader is led from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<Redirect>,
    /// How grave what rules find is taken, by the code or the name of the rule; those not named are as documented.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, RuleLevel>,
}

impl Site {
    /// The release that the data are: the newest, where any is declared.
    pub fn release(&self) -> Option<&Release> {
        self.releases.first()
    }
}

fn complete() -> Translations {
    Translations::Complete
}

/// A licence: SPDX identifier, name and where its text stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// SPDX identifier, such as `CC-BY-4.0`.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Where the licence can be read.
    pub url: String,
}

/// Who publishes the site.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// A government body, or somebody else.
    pub kind: PublisherKind,
    /// Name of the publisher.
    pub name: Text,
    /// Home page of the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What a government website in China states of itself on every page.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// Registered name of the website, where it is not the title of this site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_name: Option<Text>,
    /// Registered domain, such as `www.example.gov.cn`.
    pub domain: String,
    /// Website identification code (网站标识码).
    pub id_code: String,
    /// ICP record number, exactly as granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icp: Option<String>,
    /// Public-security record number (公安备案号), exactly as granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_security: Option<String>,
    /// The body that runs the website (主办单位), where it is not the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organizer: Option<Text>,
    /// The body that maintains it (承办单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor: Option<Text>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// Address of the entrance for reports of errors (“我为政府网站找错”).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_errors: Option<String>,
    /// The mark of party and government websites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub badge: Option<Badge>,
}

/// The mark of party and government websites (党政机关网站标识).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Badge {
    /// Path of the picture among the assets of the theme, such as `badge.png`.
    pub image: String,
    /// Where it leads.
    pub url: String,
}

/// How to reach the publisher; what is unknown stays empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Phone, exactly as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// A page with a form or further addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What `security.txt` says (RFC 9116).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// Addresses to write to or to call: `mailto:…`, `tel:…` or `https://…`, the preferred first.
    pub contact: Vec<String>,
    /// Day from which what is said here no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// Where the publisher says how it deals with reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
}
