//! Statements in, Turtle or JSON-LD out: sorted, each once, so that the same content gives the same bytes.

use std::cmp::Ordering;
use std::io;

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphNameRef, Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;

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
    pub fn sorted(mut self) -> Sorted {
        let class = RDF.term("type");
        self.triples.sort_by(|a, b| {
            by_name(subject(a), subject(b))
                .then_with(|| (a.predicate != class).cmp(&(b.predicate != class)))
                .then_with(|| by_name(a.predicate.as_str(), b.predicate.as_str()))
                .then_with(|| a.object.to_string().cmp(&b.object.to_string()))
        });
        self.triples.dedup();
        Sorted { triples: self.triples, given: 0 }
    }
}

/// What a statement is about.
fn subject(triple: &Triple) -> &str {
    match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

/// The order of names as they are written, between `<` and `>`.
pub fn by_name(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let both = a.len().min(b.len());
    let end = |name: &[u8]| name.get(both).copied().unwrap_or(b'>');
    a[..both].cmp(&b[..both]).then_with(|| end(a).cmp(&end(b)))
}

/// Statements in their order.
#[derive(Debug, Default)]
pub struct Sorted {
    triples: Vec<Triple>,
    /// How many of them were given away.
    given: usize,
}

impl Sorted {
    /// The next statements, those about what stands before a name.
    pub fn before(&mut self, name: &str) -> &[Triple] {
        let left = &self.triples[self.given..];
        let next = left.partition_point(|triple| by_name(subject(triple), name) == Ordering::Less);
        self.given += next;
        &left[..next]
    }

    /// The statements that were not given yet.
    pub fn rest(&self) -> &[Triple] {
        &self.triples[self.given..]
    }

    /// The statements as Turtle.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn turtle(&self, vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
        let mut turtle = Turtle::new(vocabularies, Vec::new())?;
        turtle.add(self.rest())?;
        turtle.finish()
    }

    /// The statements as JSON-LD, with its context in it.
    ///
    /// # Errors
    ///
    /// Fails where the library does.
    pub fn json_ld(&self, vocabularies: &[Vocabulary]) -> io::Result<Vec<u8>> {
        let mut serializer = JsonLdSerializer::new();
        for Vocabulary(prefix, start) in vocabularies {
            serializer = serializer.with_prefix(*prefix, *start).map_err(io::Error::other)?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in self.rest() {
            writer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph))?;
        }
        let mut bytes = writer.finish()?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// A file of Turtle that is being written, run by run of statements.
pub struct Turtle<W: io::Write>(WriterTurtleSerializer<W>);

impl<W: io::Write> Turtle<W> {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// Fails where the library does, as all of these do.
    pub fn new(vocabularies: &[Vocabulary], out: W) -> io::Result<Turtle<W>> {
        let mut serializer = TurtleSerializer::new();
        for Vocabulary(prefix, start) in vocabularies {
            serializer = serializer.with_prefix(*prefix, *start).map_err(io::Error::other)?;
        }
        Ok(Turtle(serializer.for_writer(out)))
    }

    /// Writes the next statements.
    pub fn add(&mut self, statements: &[Triple]) -> io::Result<()> {
        statements.iter().try_for_each(|triple| self.0.serialize_triple(triple))
    }

    /// Ends the file.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::by_name;

    #[test]
    fn names_stand_as_they_are_written() {
        let mut names = ["lists/a/", "lists/a", "lists/a-b/", "lists/a/#agency", "laws/b/", "lists/a?", "lists/a@"];
        let mut written = names.map(|name| format!("<{name}>"));
        names.sort_by(|a, b| by_name(a, b));
        written.sort();
        assert_eq!(names.map(|name| format!("<{name}>")), written);
    }
}
