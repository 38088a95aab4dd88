//! A model in; the same without the translations that its site has no use for out.

use std::collections::HashSet;

use crate::model::walk::{
    Editable, edit_agency, edit_department, edit_law, edit_list, edit_region, edit_reorganisation, edit_site,
    edit_topic,
};
use crate::model::{Id, Lang, Model};

/// Takes the forms out of all texts that are in a language which the site does not have. A text that lacks a language of
/// the site keeps them: they may be what was meant for it.
pub(super) fn spare_translations(model: &mut Model) {
    let languages = model.site.languages.clone();
    if languages.is_empty() {
        return;
    }
    let mut spare = |met: Editable<'_>| {
        if let Editable::Text(text) = met
            && languages.iter().all(|lang| text.get(*lang).is_some())
        {
            text.retain(|lang| languages.contains(&lang));
        }
    };
    edit_site(&mut model.site, &mut spare);
    model.regions.iter_mut().for_each(|region| edit_region(region, &mut spare));
    model.departments.iter_mut().for_each(|kind| edit_department(kind, &mut spare));
    model.topics.iter_mut().for_each(|topic| edit_topic(topic, &mut spare));
    model.laws.iter_mut().for_each(|law| edit_law(law, &mut spare));
    model.agencies.iter_mut().for_each(|agency| edit_agency(agency, &mut spare));
    model.reorganisations.iter_mut().for_each(|value| edit_reorganisation(value, &mut spare));
    model.lists.iter_mut().for_each(|list| edit_list(list, &mut spare));
    let is_whole = |there: &Vec<Lang>| languages.iter().all(|lang| there.contains(lang));
    let whole: HashSet<Id> =
        model.page_languages().into_iter().filter(|(_, there)| is_whole(there)).map(|(name, _)| name.clone()).collect();
    model.pages.retain(|page| languages.contains(&page.lang) || !whole.contains(&page.name));
}
