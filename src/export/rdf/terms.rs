//! Vocabularies: where the terms of each are defined.

use oxrdf::NamedNode;

/// A vocabulary: its usual prefix and what its terms begin with.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary(pub &'static str, pub &'static str);

impl Vocabulary {
    /// A term of the vocabulary.
    pub fn term(self, name: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{name}", self.1))
    }
}

/// Asset Description Metadata Schema.
pub const ADMS: Vocabulary = Vocabulary("adms", "http://www.w3.org/ns/adms#");
/// Core vocabularies of the European Union (CPOV, CPSV-AP).
pub const CV: Vocabulary = Vocabulary("cv", "http://data.europa.eu/m8g/");
/// Core Public Service Vocabulary.
pub const CPSV: Vocabulary = Vocabulary("cpsv", "http://purl.org/vocab/cpsv#");
/// Dublin Core, elements: values that are words.
pub const DC: Vocabulary = Vocabulary("dc", "http://purl.org/dc/elements/1.1/");
/// Dublin Core terms.
pub const DCT: Vocabulary = Vocabulary("dct", "http://purl.org/dc/terms/");
/// Data Catalog Vocabulary.
pub const DCAT: Vocabulary = Vocabulary("dcat", "http://www.w3.org/ns/dcat#");
/// European Legislation Identifier.
pub const ELI: Vocabulary = Vocabulary("eli", "http://data.europa.eu/eli/ontology#");
/// Friend of a Friend: agents and documents.
pub const FOAF: Vocabulary = Vocabulary("foaf", "http://xmlns.com/foaf/0.1/");
/// Organization Ontology.
pub const ORG: Vocabulary = Vocabulary("org", "http://www.w3.org/ns/org#");
/// RDF itself.
pub const RDF: Vocabulary = Vocabulary("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
/// Simple Knowledge Organization System.
pub const SKOS: Vocabulary = Vocabulary("skos", "http://www.w3.org/2004/02/skos/core#");
/// Checksums.
pub const SPDX: Vocabulary = Vocabulary("spdx", "http://spdx.org/rdf/terms#");
/// Contacts.
pub const VCARD: Vocabulary = Vocabulary("vcard", "http://www.w3.org/2006/vcard/ns#");
/// Types of literals.
pub const XSD: Vocabulary = Vocabulary("xsd", "http://www.w3.org/2001/XMLSchema#");
