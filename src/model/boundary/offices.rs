//! The lists of a site in; which department of which place a printed name means, and which lists that department has, out.

use std::collections::{HashMap, HashSet};

use crate::model::Model;
use crate::model::ids::{DepartmentId, ListId, RegionId};
use crate::model::lang::Lang;
use crate::model::list::List;
use crate::model::list_words::{Coverage, ListKind, ListStatus};
use crate::model::matter::Participant;

use super::plain::folded;

/// A department of a place that has lists here.
#[derive(Debug)]
pub(super) struct Office<'m> {
    /// Forms of its name.
    forms: Vec<String>,
    /// Slug of its kind, where it is known.
    kind: Option<&'m str>,
    /// Its lists, without those that others took the place of.
    pub lists: Vec<ListId>,
}

/// Every department that has lists.
pub(super) struct Offices<'m> {
    model: &'m Model,
    pub all: Vec<Office<'m>>,
    of_region: HashMap<RegionId, Vec<usize>>,
    of_list: HashMap<ListId, usize>,
    regions: HashMap<&'m str, RegionId>,
    kinds: HashMap<&'m str, &'m str>,
}

impl<'m> Offices<'m> {
    pub fn new(model: &'m Model) -> Offices<'m> {
        let mut kinds = HashMap::new();
        for (_, department) in DepartmentId::each(model) {
            let names = department.name.get(Lang::ZH).into_iter().chain(department.aliases.iter().map(String::as_str));
            for name in names {
                kinds.entry(name).or_insert(department.slug.as_str());
            }
        }
        let mut offices = Offices {
            model,
            all: Vec::new(),
            of_region: HashMap::new(),
            of_list: HashMap::new(),
            regions: RegionId::each(model).map(|(id, region)| (&*region.slug, id)).collect(),
            kinds,
        };
        let replaced: HashSet<&str> = model.lists.iter().filter_map(|list| list.supersedes.as_deref()).collect();
        let speaks = |list: &List| {
            list.covers == Coverage::Department
                && list.kind != ListKind::Township
                && !matches!(list.status, Some(ListStatus::Superseded | ListStatus::Withdrawn))
                && !replaced.contains(&*list.id)
        };
        for (l, list) in ListId::each(model).filter(|(_, list)| speaks(list)) {
            offices.add(l, list);
        }
        offices
    }

    fn add(&mut self, l: ListId, list: &'m List) {
        let Some(region) = self.regions.get(&*list.region).copied() else { return };
        let name = list.agency.best(Lang::ZH).1;
        let forms = self.forms(name, region);
        let called = || forms.iter().find_map(|form| self.kinds.get(form.as_str()).copied());
        let kind = list.department.as_deref().or_else(called);
        let here = self.of_region.entry(region).or_default();
        let known = here.iter().copied().find(|at| self.all[*at].forms.iter().any(|form| forms.contains(form)));
        let at = known.unwrap_or_else(|| {
            here.push(self.all.len());
            self.all.push(Office { forms, kind, lists: Vec::new() });
            self.all.len() - 1
        });
        self.all[at].lists.push(l);
        self.of_list.insert(l, at);
    }

    /// The department that a list is of.
    pub fn of_list(&self, list: ListId) -> Option<usize> {
        self.of_list.get(&list).copied()
    }

    /// The department that a name in a list means, where it has lists and the name leaves no other.
    pub fn meant(&self, list: ListId, participant: &Participant) -> Option<usize> {
        let own = self.regions.get(&*self.model[list].region).copied()?;
        let name = printed(participant);
        let region = self.place(&name, own)?;
        let here = self.of_region.get(&region)?;
        let forms = self.forms(&name, region);
        let only = |fits: &dyn Fn(&Office<'m>) -> bool| {
            let mut fitting = here.iter().copied().filter(|at| fits(&self.all[*at]));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let named = |office: &Office<'m>| office.forms.iter().any(|form| forms.contains(form));
        if let Some(office) = only(&named) {
            return Some(office);
        }
        only(&|office| office.kind == Some(&*participant.department))
    }

    /// The forms of a name: as it is, and without the place or the level of government before it.
    pub fn forms(&self, name: &str, region: RegionId) -> Vec<String> {
        let name = folded(before_bracket(name));
        let mut forms = vec![name.clone()];
        for region in self.chain(region) {
            let called = self.model[region].name.best(Lang::ZH).1;
            let names = [called, short(called)];
            if let Some(rest) =
                names.iter().find_map(|called| name.strip_prefix(called)).filter(|rest| !rest.is_empty())
            {
                forms.push(rest.to_owned());
                forms.extend(level(rest).map(|(_, rest)| rest.to_owned()));
            }
        }
        forms.extend(level(&name).map(|(_, rest)| rest.to_owned()));
        forms
    }

    /// The region whose department a name means: the one that it names or whose level it names, else that of the list.
    fn place(&self, name: &str, own: RegionId) -> Option<RegionId> {
        let chain = self.chain(own);
        let called = |region: &RegionId| self.model[*region].name.best(Lang::ZH).1;
        let named = |region: &&RegionId| name.starts_with(called(region)) || name.starts_with(short(called(region)));
        if let Some(named) = chain.iter().find(named) {
            return Some(*named);
        }
        match level(name) {
            Some((level, _)) => chain.iter().copied().find(|region| called(region).ends_with(level)),
            None => Some(own),
        }
    }

    /// A region and those above it.
    fn chain(&self, own: RegionId) -> Vec<RegionId> {
        let mut chain = vec![own];
        let mut here = own;
        while let Some(parent) = self.model[here].parent.as_deref().and_then(|slug| self.regions.get(slug)) {
            if chain.contains(parent) {
                break;
            }
            chain.push(*parent);
            here = *parent;
        }
        chain
    }
}

/// The name of a participant, without what stands in brackets behind it.
pub(super) fn printed(participant: &Participant) -> String {
    folded(before_bracket(participant.name.best(Lang::ZH).1))
}

fn before_bracket(name: &str) -> &str {
    name.split(['（', '(']).next().unwrap_or(name)
}

/// A place without the word for what it is, as its departments are called after it: `鸡泽` of `鸡泽县`.
fn short(name: &str) -> &str {
    let cut = ["自治县", "自治州", "自治旗", "自治区", "省", "市", "县", "区", "旗", "州", "盟"];
    let rest = cut.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    if rest.chars().count() < 2 { name } else { rest }
}

/// The level of government before a name, and the name without it: `县` and `教育局`.
fn level(name: &str) -> Option<(char, &str)> {
    const NONE: [&str; 8] = ["市场", "市政", "市容", "市民", "区域", "区划", "县域", "州府"];
    let first = name.chars().next().filter(|c| ['省', '市', '县', '区', '旗', '州'].contains(c))?;
    let rest = &name[first.len_utf8()..];
    (!NONE.iter().any(|word| name.starts_with(word)) && !rest.is_empty()).then_some((first, rest))
}

#[cfg(test)]
mod tests {
    use super::{level, short};

    #[test]
    fn a_level_is_told_from_a_name() {
        assert_eq!(level("市市场监管局"), Some(('市', "市场监管局")));
        assert_eq!(level("市场监管局"), None);
        assert_eq!(level("县公安局"), Some(('县', "公安局")));
        assert_eq!((short("鸡泽县"), short("威县"), short("木里藏族自治县")), ("鸡泽", "威县", "木里藏族"));
    }
}
