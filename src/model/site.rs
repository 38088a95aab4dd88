//! The site as a whole.

use serde::{Deserialize, Serialize};

use super::lang::Lang;
use super::text::Text;
use super::vocabulary::{PublisherKind, Translations};

/// `site.yaml`: what is said once for the whole site.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// How to reach the publisher.
    #[serde(default)]
    pub contact: Contact,
}

fn complete() -> Translations {
    Translations::Complete
}

/// A licence: SPDX identifier, name and where its text stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
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

/// How to reach the publisher; what is unknown stays empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
