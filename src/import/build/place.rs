//! The name of an agency, or what the user says, in; the region of the list out.

use crate::model::{Id, Lang, Level, Model, Region};
use crate::register::{Division, divisions};

/// A region that a list can name, with the names that may stand before those of its departments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What the list writes: the slug of a region of the site, or the code of a division of the country.
    pub region: Id,
    /// Its name and the names of those above it, the nearest first.
    pub names: Vec<String>,
    /// Its level.
    pub level: Level,
}

/// Why no region was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// Nothing has the name, the slug or the code.
    Unknown(String),
    /// Several have the name: their codes and full names.
    Several(Vec<String>),
    /// Nothing says the region.
    Unsaid,
}

/// The region that the user names by slug, code or name.
pub fn said(model: &Model, typed: &str) -> Result<Place, NoPlace> {
    let own = |region: &&Region| {
        *region.slug == *typed || region.code.as_deref() == Some(typed) || region.name.get(Lang::ZH) == Some(typed)
    };
    if let Some(region) = model.regions.iter().find(own) {
        return Ok(of_site(model, region));
    }
    let named: Vec<Division> =
        divisions().filter(|division| division.code == typed || division.name == typed).collect();
    match named[..] {
        [division] => Ok(of_country(&division)),
        [] => {
            // `河北省鸡泽县` and `邯郸市鸡泽县` leave one.
            let longer: Vec<Division> = divisions()
                .filter(|division| typed.ends_with(division.name) && division.full_name().ends_with(typed))
                .collect();
            match longer[..] {
                [division] => Ok(of_country(&division)),
                _ => Err(NoPlace::Unknown(typed.to_owned())),
            }
        }
        _ => Err(NoPlace::Several(
            named.iter().map(|division| format!("{} {}", division.code, division.full_name())).collect(),
        )),
    }
}

/// The region whose name an agency begins with, where it is one.
pub fn of_agency(model: &Model, agency: &str) -> Result<Place, NoPlace> {
    let mut own: Vec<(&Region, usize)> = Vec::new();
    for region in &model.regions {
        let name = region.name.get(Lang::ZH).unwrap_or_default();
        if let Some(at) = agency.find(name).filter(|_| !name.is_empty()) {
            own.push((region, at + name.len()));
        }
    }
    // The one whose name ends last: the county of `平川市双榆县教育局`.
    if let Some((region, _)) = own.into_iter().max_by_key(|(_, end)| *end) {
        return Ok(of_site(model, region));
    }
    let named: Vec<Division> = divisions()
        .filter(|division| agency.starts_with(division.name) || agency.starts_with(&division.full_name()))
        .collect();
    let longest = named.iter().map(|division| division.name.len()).max();
    let named: Vec<Division> = named.into_iter().filter(|division| Some(division.name.len()) == longest).collect();
    match named[..] {
        [division] => Ok(of_country(&division)),
        [] => Err(NoPlace::Unsaid),
        _ => Err(NoPlace::Several(
            named.iter().map(|division| format!("{} {}", division.code, division.full_name())).collect(),
        )),
    }
}

fn of_site(model: &Model, region: &Region) -> Place {
    let mut names = Vec::new();
    let mut at = Some(region);
    while let Some(one) = at.filter(|_| names.len() < 8) {
        names.extend(one.name.get(Lang::ZH).map(str::to_owned));
        at = one.parent.as_ref().and_then(|parent| {
            model
                .regions
                .iter()
                .find(|region| region.slug == *parent || region.code.as_deref() == Some(parent.as_str()))
        });
    }
    Place { region: region.slug.clone(), names, level: region.level }
}

fn of_country(division: &Division) -> Place {
    let names = division.chain().iter().rev().map(|one| one.name.to_owned()).collect();
    Place { region: Id::new(division.code), names, level: division.level }
}
