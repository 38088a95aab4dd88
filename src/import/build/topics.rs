//! The words of a record in; the topics that its words speak for out. They are suggestions, and are marked as such.

use crate::model::{Id, Lang, Model};

/// Topics suggested for a record, at most.
const MOST: usize = 2;

/// Words that names of powers have whatever they are about.
const OF_POWERS: [&str; 14] = [
    "处罚",
    "许可",
    "检查",
    "强制",
    "确认",
    "奖励",
    "登记",
    "备案",
    "审批",
    "行政处罚",
    "行政许可",
    "行政检查",
    "行政强制",
    "执法",
];

/// Words of topics, the longest first.
#[derive(Debug)]
pub struct Topics<'m> {
    words: Vec<(&'m str, &'m Id)>,
}

impl<'m> Topics<'m> {
    /// The topics of a model.
    pub fn new(model: &'m Model) -> Topics<'m> {
        let mut words: Vec<(&str, &Id)> = Vec::new();
        for topic in model.topics.iter().filter(|topic| topic.broader.is_some()) {
            let own = topic.words.zh.iter().map(String::as_str).chain(topic.name.get(Lang::ZH));
            words.extend(
                own.filter(|word| word.chars().count() >= 2 && !OF_POWERS.contains(word))
                    .map(|word| (word, &topic.slug)),
            );
        }
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        Topics { words }
    }

    /// The topics that the words of a name speak for, the longest word first.
    pub fn of(&self, name: &str) -> Vec<Id> {
        let mut found: Vec<Id> = Vec::new();
        let mut rest = name.to_owned();
        for (word, slug) in &self.words {
            if found.len() == MOST {
                break;
            }
            // A word inside of another that was found says nothing of its own.
            if rest.contains(word) {
                rest = rest.replace(word, "\u{fffc}");
                if !found.contains(slug) {
                    found.push((*slug).clone());
                }
            }
        }
        found
    }
}
