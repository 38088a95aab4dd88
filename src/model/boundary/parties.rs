//! A matter of a list in; the departments that it names, each once, out.

use crate::model::ids::{ListId, MatterId, ParticipantId, Position};
use crate::model::matter::Matter;
use crate::model::record::{Part, RecordRef};
use crate::model::{Lang, Model};

use super::claims::{Claim, claims, leads};
use super::offices::{Offices, printed};

/// A department as a matter names it.
#[derive(Debug)]
pub(super) struct Party {
    /// Which department it is, where it has lists here.
    pub office: Option<usize>,
    /// Slug of its kind.
    kind: String,
    /// Its name.
    name: String,
    /// What it does.
    pub claims: Vec<Claim>,
    /// Whether it leads; nothing where nobody says so.
    pub lead: Option<bool>,
    /// As it stands in the matter, for the first time.
    pub record: RecordRef,
}

/// A matter with the departments that it names.
#[derive(Debug)]
pub(super) struct Drawn {
    /// The matter.
    pub record: RecordRef,
    /// The department whose list it is in.
    pub office: usize,
    /// The name without blanks and marks.
    pub folded: String,
    /// The name without words that say nothing of what it is.
    pub plain: String,
    /// The departments, in their order.
    pub parties: Vec<Party>,
}

impl Drawn {
    /// What a matter says of a department that has lists.
    pub fn of(&self, office: usize) -> Option<&Party> {
        self.parties.iter().find(|party| party.office == Some(office))
    }

    /// Whether a matter names what is called this in another.
    pub fn names(&self, party: &Party) -> bool {
        self.parties.iter().any(|own| own.is(party))
    }
}

impl Party {
    /// Whether two names mean the same department.
    pub fn is(&self, other: &Party) -> bool {
        match (self.office, other.office) {
            (Some(one), Some(other)) => one == other,
            _ => self.kind == other.kind || self.name.ends_with(&other.name) || other.name.ends_with(&self.name),
        }
    }

    /// Whether it is one department and no collective.
    pub fn is_one(&self) -> bool {
        const SEVERAL: [&str; 9] = ["各", "等", "相关", "有关", "其他", "镇", "乡", "街道", "政府"];
        !SEVERAL.iter().any(|word| self.name.contains(word))
    }
}

/// A matter of a list, with the departments that it names.
pub(super) fn drawn(model: &Model, offices: &Offices<'_>, list: ListId, id: MatterId) -> Option<Drawn> {
    let matter: &Matter = &model[list][id];
    let office = offices.of_list(list)?;
    let mut parties: Vec<Party> = Vec::new();
    for (i, participant) in matter.participants.iter().enumerate() {
        let text = participant.responsibility.best(Lang::ZH).1;
        let lead = participant.lead.or_else(|| leads(text).then_some(true));
        let meant = offices.meant(list, participant);
        match parties.iter_mut().find(|party| meant.is_some() && party.office == meant) {
            Some(party) => {
                party.claims.extend(claims(text));
                party.lead = if party.lead == Some(true) { party.lead } else { lead.or(party.lead) };
            }
            None => parties.push(Party {
                office: meant,
                kind: participant.department.to_string(),
                name: printed(participant),
                claims: claims(text),
                lead,
                record: RecordRef { list, part: Part::Participant(id, ParticipantId::new(i)) },
            }),
        }
    }
    let name = matter.name.best(Lang::ZH).1;
    let (folded, plain) = (super::plain::folded(name), super::plain::name(name));
    Some(Drawn { record: RecordRef { list, part: Part::Matter(id) }, office, folded, plain, parties })
}
