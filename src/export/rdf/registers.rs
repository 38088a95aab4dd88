//! Regions, laws, topics and kinds of department in, what is said of them in RDF out.

use oxrdf::NamedNode;

use crate::model::{Agency, Law, LawStatus, Model};

use super::graph::Statements;
use super::terms::{DC, DCT, ELI, FOAF, ORG, SKOS};

/// The node of a region.
pub fn region(graph: &Statements, slug: &str) -> NamedNode {
    graph.node(&format!("regions/{slug}/"))
}

/// The node of a law.
pub fn law(graph: &Statements, id: &str) -> NamedNode {
    graph.node(&format!("laws/{id}/"))
}

/// The node of a topic.
pub fn topic(graph: &Statements, slug: &str) -> NamedNode {
    graph.node(&format!("topics/{slug}/"))
}

/// The node of a kind of department.
pub fn department(graph: &Statements, slug: &str) -> NamedNode {
    graph.node(&format!("departments/{slug}/"))
}

/// States all registers.
pub fn registers(graph: &mut Statements, model: &Model) {
    for of in &model.regions {
        let node = region(graph, &of.slug);
        graph.is_a(&node, &[(DCT, "Location")]);
        graph.text(&node, (SKOS, "prefLabel"), &of.name);
        if let Some(code) = &of.code {
            graph.plain(&node, (DCT, "identifier"), code);
        }
        if let Some(parent) = &of.parent {
            graph.add(&node, (DCT, "isPartOf"), region(graph, parent));
        }
    }
    for of in &model.laws {
        add_law(graph, of);
    }
    for of in &model.agencies {
        add_agency(graph, of);
    }
    let scheme = graph.node("topics/");
    graph.is_a(&scheme, &[(SKOS, "ConceptScheme")]);
    for of in &model.topics {
        let node = topic(graph, &of.slug);
        graph.is_a(&node, &[(SKOS, "Concept")]);
        graph.add(&node, (SKOS, "inScheme"), scheme.clone());
        graph.text(&node, (SKOS, "prefLabel"), &of.name);
        graph.text(&node, (SKOS, "definition"), &of.definition);
        if let Some(code) = &of.code {
            graph.plain(&node, (SKOS, "notation"), code);
        }
        if let Some(broader) = &of.broader {
            graph.add(&node, (SKOS, "broader"), topic(graph, broader));
        }
        of.words.zh.iter().for_each(|word| graph.word(&node, (SKOS, "altLabel"), "zh", word));
        of.words.en.iter().for_each(|word| graph.word(&node, (SKOS, "altLabel"), "en", word));
        of.words.pinyin.iter().for_each(|word| graph.word(&node, (SKOS, "hiddenLabel"), "zh-Latn", word));
    }
    let scheme = graph.node("departments/");
    graph.is_a(&scheme, &[(SKOS, "ConceptScheme")]);
    for of in &model.departments {
        let node = department(graph, &of.slug);
        graph.is_a(&node, &[(SKOS, "Concept")]);
        graph.add(&node, (SKOS, "inScheme"), scheme.clone());
        graph.text(&node, (SKOS, "prefLabel"), &of.name);
        if let Some(definition) = &of.definition {
            graph.text(&node, (SKOS, "definition"), definition);
        }
        of.aliases.iter().for_each(|alias| graph.word(&node, (SKOS, "altLabel"), "zh", alias));
    }
}

/// The node of a body or hotline.
pub fn agency(graph: &Statements, id: &str) -> NamedNode {
    graph.node(&format!("agencies/{id}/"))
}

/// A body with what became of it, each event a change from it to those that took its place.
fn add_agency(graph: &mut Statements, of: &Agency) {
    let node = agency(graph, &of.id);
    graph.is_a(&node, &[(ORG, "Organization")]);
    graph.plain(&node, (DCT, "identifier"), &of.id);
    graph.text(&node, (SKOS, "prefLabel"), &of.name);
    of.aliases.iter().for_each(|alias| graph.word(&node, (SKOS, "altLabel"), "zh", alias));
    for slug in &of.departments {
        graph.add(&node, (DCT, "subject"), department(graph, slug));
    }
    for (at, event) in of.events.iter().enumerate() {
        let change = graph.node(&format!("agencies/{}/#{}", of.id, Agency::event_anchor(at)));
        graph.is_a(&change, &[(ORG, "ChangeEvent")]);
        graph.text(&change, (DCT, "source"), &event.source);
        if let Some(date) = event.date {
            graph.date(&change, (DCT, "date"), date);
        }
        if let Some(note) = &event.note {
            graph.text(&change, (DCT, "description"), note);
        }
        if let Some(url) = &event.url {
            graph.add(&change, (FOAF, "page"), NamedNode::new_unchecked(url.clone()));
        }
        if !event.kind.ends() {
            graph.add(&change, (ORG, "resultingOrganization"), node.clone());
            continue;
        }
        graph.add(&change, (ORG, "originalOrganization"), node.clone());
        graph.add(&node, (ORG, "changedBy"), change.clone());
        for successor in &event.successors {
            let successor = agency(graph, successor);
            graph.add(&change, (ORG, "resultingOrganization"), successor.clone());
            graph.add(&successor, (ORG, "resultedFrom"), change.clone());
        }
    }
}

fn add_law(graph: &mut Statements, of: &Law) {
    let node = law(graph, &of.id);
    graph.is_a(&node, &[(ELI, "LegalResource")]);
    graph.plain(&node, (ELI, "id_local"), &of.id);
    graph.text(&node, (ELI, "title"), &of.title);
    of.short_titles.iter().for_each(|title| graph.text(&node, (ELI, "title_short"), title));
    of.aliases.iter().for_each(|title| graph.word(&node, (ELI, "title_alternative"), "zh", title));
    if let Some(number) = &of.document_number {
        graph.plain(&node, (ELI, "number"), number);
    }
    if let Some(issuer) = &of.issuer {
        graph.text(&node, (DC, "creator"), issuer);
    }
    if let Some(date) = of.adopted {
        graph.date(&node, (ELI, "date_document"), date);
    }
    if let Some(date) = of.effective {
        graph.date(&node, (ELI, "first_date_entry_in_force"), date);
    }
    let force = match of.state() {
        LawStatus::InForce | LawStatus::Amended => Some("InForce-inForce"),
        LawStatus::Repealed | LawStatus::Replaced => Some("InForce-notInForce"),
        LawStatus::Unknown => None,
    };
    if let Some(force) = force {
        graph.add(&node, (ELI, "in_force"), ELI.term(force));
    }
    if let Some(url) = &of.official_url {
        graph.add(&node, (FOAF, "page"), NamedNode::new_unchecked(url.clone()));
    }
    if let Some(successor) = &of.replaced_by {
        graph.add(&node, (DCT, "isReplacedBy"), law(graph, successor));
    }
}
