//! The site in, what its catalogue says of the releases of the data out, in the terms of DCAT 3: which version the data set is, the
//! versions before it, and what changed in each.

use oxrdf::NamedNode;

use crate::model::{Release, Site};

use super::graph::Statements;
use super::terms::{ADMS, DCAT, DCT};

/// Says of the data set which version it is, and of each version what it is. Without a release nothing is said.
pub(super) fn releases(out: &mut Statements, all: &NamedNode, publisher: &NamedNode, site: &Site) {
    let Some(current) = site.release() else { return };
    version(out, all, current);
    if let Some(first) = site.releases.last() {
        out.date(all, (DCT, "issued"), first.date);
    }
    let named: Vec<NamedNode> =
        site.releases.iter().map(|release| out.node(&format!("data/#release-{}", release.version))).collect();
    for (at, (node, release)) in named.iter().zip(&site.releases).enumerate() {
        out.is_a(node, &[(DCAT, "Dataset")]);
        out.text(node, (DCT, "title"), &site.title);
        out.text(node, (DCT, "description"), &site.description);
        out.add(node, (DCT, "publisher"), publisher.clone());
        out.date(node, (DCT, "issued"), release.date);
        version(out, node, release);
        if let Some(url) = release.doi_url() {
            out.plain(node, (DCT, "identifier"), &url);
        }
        out.add(node, (DCAT, "isVersionOf"), all.clone());
        out.add(all, (DCAT, "hasVersion"), node.clone());
        if let Some(previous) = named.get(at + 1) {
            out.add(node, (DCAT, "previousVersion"), previous.clone());
        }
    }
    if let Some(node) = named.first() {
        out.add(all, (DCAT, "hasCurrentVersion"), node.clone());
    }
}

/// Its number and what changed.
fn version(out: &mut Statements, node: &NamedNode, release: &Release) {
    out.plain(node, (DCAT, "version"), &release.version);
    out.text(node, (ADMS, "versionNotes"), &release.changes);
}
