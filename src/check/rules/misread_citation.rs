//! A citation as printed that reads as another law, or as other articles, than are registered with it.

use std::collections::{BTreeSet, HashMap};

use crate::check::readings::Readings;
use crate::check::traverse::traverse;
use crate::cite::Mention;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Articles, Lang, LawId, LawPlace, Model};

use super::ReadingRule;

static CODE: Code = Code {
    id: "E038",
    name: "misread-citation",
    what: [
        "印出的引文与登记的法律或条文不符",
        "a citation as printed that names another law, or other articles, than registered with it",
    ],
    why: [
        "读者看到的链接会指向另一部法律、另一条。",
        "The link that readers follow would lead to another law, or to another article.",
    ],
    fix: [
        "核对原文：改 law 或 articles；原文印错的，在 note 里说明。",
        "Look at the paper: change `law` or `articles`; where the paper is wrong, say so in `note`.",
    ],
    example: "basis:\n  - law: metrology-law\n    articles: [\"9\"]\n    as_printed: 《产品质量法》第九条",
};

pub(super) const RULE: ReadingRule = ReadingRule { code: &CODE, run };

fn run(model: &Model, readings: &Readings<'_>, sink: &mut Sink) {
    let laws: HashMap<&str, LawId> = LawId::each(model).map(|(id, law)| (law.id.as_str(), id)).collect();
    traverse(model, &mut |node, spot| {
        let Node::Basis(basis) = node else { return };
        // A note says why what is printed and what is meant differ.
        let Some(printed) = basis.as_printed.as_deref().filter(|_| basis.note.is_none()) else { return };
        let Some(law) = laws.get(&*basis.law).copied() else { return };
        let mentions = readings.reader.read_about(printed, &[(law, &basis.articles)]);
        let place = || spot.inside("as_printed");
        let named: BTreeSet<LawId> = mentions.iter().filter_map(|mention| mention.law).collect();
        if let Some(other) = named.first().filter(|_| !named.contains(&law)) {
            let other = &model[*other];
            let message = Message::new(
                format!("印的是“{}”（`{}`），登记的是 `{}`", other.short().best(Lang::ZH).1, other.id, basis.law),
                format!("it reads as `{}` ({}), not as `{}`", other.id, other.short().best(Lang::EN).1, basis.law),
            );
            let help = Message::new(
                "改 law；原文印错的，用 note 说明",
                "change `law`, or say in `note` what the paper has wrong",
            );
            sink.push(Diagnostic::error(&CODE, place(), message).help(help));
            return;
        }
        let mut read = articles(mentions.iter().filter(|mention| mention.law == Some(law)));
        let given: BTreeSet<Articles> = basis.articles.iter().copied().collect();
        // An annex may be left to the words of the paper, as it was before one could be written.
        if !given.iter().any(annexed) {
            read.retain(|read| !annexed(read));
        }
        if read != given && !read.is_empty() {
            let (read, given) = (list(&read), list(&given));
            let message = Message::new(
                format!("印的条文读作 [{read}]，登记的是 [{given}]"),
                format!("the articles printed read as [{read}], not as [{given}]"),
            );
            let help = Message::new(
                "改 articles；原文印错的，用 note 说明",
                "change `articles`, or say in `note` what the paper has wrong",
            );
            sink.push(Diagnostic::error(&CODE, place(), message).help(help));
        }
    });
}

fn articles<'m>(mentions: impl Iterator<Item = &'m Mention>) -> BTreeSet<Articles> {
    mentions.flat_map(|mention| mention.articles.iter().copied()).collect()
}

fn annexed(articles: &Articles) -> bool {
    matches!(articles.place(), LawPlace::Annex { .. })
}

fn list(articles: &BTreeSet<Articles>) -> String {
    articles.iter().map(|articles| format!("\"{articles}\"")).collect::<Vec<_>>().join(", ")
}
