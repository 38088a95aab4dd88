//! Statements in, Turtle or JSON-LD out: sorted, each once, so that the same content gives the same bytes.

use std::io;
use std::mem::take;

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphNameRef, Literal, NamedNode, Term, Triple};
use oxttl::TurtleSerializer;

use crate::model::{Date, Text};
use crate::plan::Base;

use super::terms::{RDF, Vocabulary, XSD};

/// Statements about things that the site has pages or files of.
#[derive(Debug)]
pub struct Statements {
    root: String,
    triples: Vec<Triple>,
}

impl Statements {
    /// No statement yet. The file that is made of them lies in `data/`.
    pub fn new(base: &Base) -> Statements {
        let root = if base.is_known() { base.absolute("") } else { "../".to_owned() };
        Statements { root, triples: Vec::new() }
    }

    /// A thing that is named by a path from the root of the site.
    pub fn node(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{path}", self.root))
    }

    /// States something.
    pub fn add(&mut self, subject: &NamedNode, term: (Vocabulary, &str), object: impl Into<Term>) {
        self.triples.push(Triple::new(subject.clone(), term.0.term(term.1), object.into()));
    }

    /// States what something is.
    pub fn is_a(&mut self, subject: &NamedNode, classes: &[(Vocabulary, &str)]) {
        for (vocabulary, class) in classes {
            self.add(subject, (RDF, "type"), vocabulary.term(class));
        }
    }

    /// States a text in each language that it has.
    pub fn text(&mut self, subject: &NamedNode, term: (Vocabulary, &str), text: &Text) {
        for (lang, form) in text.forms() {
            self.word(subject, term, lang.as_str(), form);
        }
    }

    /// States words of a language.
    pub fn word(&mut self, subject: &NamedNode, term: (Vocabulary, &str), lang: &str, word: &str) {
        // Tags do not tell large letters from small ones.
        let literal = Literal::new_language_tagged_literal_unchecked(word, lang.to_ascii_lowercase());
        self.add(subject, term, literal);
    }

    /// States words of no language.
    pub fn plain(&mut self, subject: &NamedNode, term: (Vocabulary, &str), words: &str) {
        self.add(subject, term, Literal::new_simple_literal(words));
    }

    /// States a value of a type of XML Schema.
    pub fn typed(&mut self, subject: &NamedNode, term: (Vocabulary, &str), value: impl ToString, kind: &str) {
        self.add(subject, term, Literal::new_typed_literal(value.to_string(), XSD.term(kind)));
    }

    /// States a date, as precise as it is.
    pub fn date(&mut self, subject: &NamedNode, term: (Vocabulary, &str), date: Date) {
        let kind = match (date.month, date.day) {
            (None, _) => "gYear",
            (_, None) => "gYearMonth",
            _ => "date",
        };
        self.typed(subject, term, date, kind);
    }

    /// The statements, each once: subject by subject, what it is first.
    fn sorted(mut self) -> Vec<Triple> {
        let class = RDF.term("type");
        self.triples.sort_by_cached_key(|triple| {
            let kind = triple.predicate != class;
            (triple.subject.to_string(), kind, triple.predicate.to_string(), triple.object.to_string())
        });
        self.triples.dedup();
        self.triples
    }

    /// The statements as Turtle.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn turtle(self, vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
        turtle(&self.sorted(), vocabularies)
    }

    /// The statements as Turtle without the prefixes of vocabularies, to stand behind others.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn turtle_without_prefixes(self, vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
        let mut bytes = self.turtle(vocabularies)?;
        let prefixes = bytes.split_inclusive(|byte| *byte == b'\n').take_while(|line| line.starts_with(b"@prefix "));
        let length: usize = prefixes.map(<[u8]>::len).sum();
        bytes.drain(..length);
        Ok(bytes)
    }

    /// The statements as Turtle in two halves: with the prefixes those of things whose path comes before `path`, then
    /// without prefixes the others.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn turtle_around(mut self, path: &str, vocabularies: &[Vocabulary]) -> io::Result<[Vec<u8>; 2]> {
        let path = self.node(path).to_string();
        let path = path.trim_end_matches('>');
        let comes_before = |triple: &Triple| *triple.subject.to_string() < *path;
        let (before, after) = take(&mut self.triples).into_iter().partition(comes_before);
        let after = Statements { triples: after, root: self.root.clone() };
        self.triples = before;
        Ok([self.turtle(vocabularies)?, after.turtle_without_prefixes(vocabularies)?])
    }

    /// The statements as JSON-LD, with its context in it.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn json_ld(self, vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
        let mut serializer = JsonLdSerializer::new();
        for Vocabulary(prefix, start) in vocabularies {
            serializer = serializer.with_prefix(*prefix, *start).map_err(io::Error::other)?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in &self.sorted() {
            writer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph))?;
        }
        let mut bytes = writer.finish()?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn turtle(triples: &[Triple], vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
    let mut serializer = TurtleSerializer::new();
    for Vocabulary(prefix, start) in vocabularies {
        serializer = serializer.with_prefix(*prefix, *start).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in triples {
        writer.serialize_triple(triple)?;
    }
    writer.finish()
}
