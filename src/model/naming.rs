//! A record in; what it is called, its number, its id across all lists and its place on its page out.

use super::Model;
use super::id::Id;
use super::ids::Position;
use super::list::List;
use super::record::{Part, RecordRef};
use super::text::Text;

impl RecordRef {
    /// The list it belongs to.
    pub fn list(self, model: &Model) -> &List {
        &model[self.list]
    }

    /// What the record is called, where the list gives it a name.
    pub fn name(self, model: &Model) -> Option<&Text> {
        let list = self.list(model);
        match self.part {
            Part::List => Some(&list.agency),
            Part::Office(i) => Some(&list[i].name),
            Part::Item(i) | Part::ItemDuties(i) => Some(&list[i].name),
            Part::ItemAccount(i) => {
                let own = list[i].accountability.as_ref().and_then(|account| account.name.as_ref());
                Some(own.unwrap_or(&list[i].name))
            }
            Part::Stage(..) | Part::ProcedureStage(..) => None,
            Part::Counterpart(i, c) => Some(&list[i][c].name),
            Part::Procedure(i) => list[i].name.as_ref(),
            Part::Account(i) => list[i].name.as_ref(),
            Part::Duty(i) => Some(&list[i].name),
            Part::Matter(i) => Some(&list[i].name),
            Part::Participant(m, i) => Some(&list[m][i].name),
            Part::Service(i) => Some(&list[i].name),
            Part::Regime(i) => Some(&list[i].title),
            Part::Provision(r, i) => Some(&list[r][i].heading),
            Part::Mechanism(i) => Some(&list[i].body),
            Part::WorkItem(..) | Part::Accountability(..) | Part::Penalty(..) => None,
        }
    }

    /// The name of the record; of one without a name, the text that says what it is.
    pub fn title(self, model: &Model) -> &Text {
        let list = self.list(model);
        match self.part {
            Part::Stage(i, _) => &list[i].name,
            Part::Account(i) => list[i].lead_in.as_ref().or(list[i].circumstances.first()).unwrap_or(&list.agency),
            Part::WorkItem(d, i) => &list[d][i].text,
            Part::Accountability(d, i) => &list[d][i].circumstances,
            Part::Penalty(r, i) => &list[r][i].conduct,
            _ => self.name(model).unwrap_or(&list.agency),
        }
    }

    /// Number of the record as printed.
    pub fn number(self, model: &Model) -> Option<&str> {
        let list = self.list(model);
        let number = match self.part {
            Part::Item(i) => &list[i].number,
            Part::Stage(i, s) => &list[i][s].number,
            Part::ProcedureStage(p, s) => &list[p][s].number,
            Part::Duty(i) => &list[i].number,
            Part::WorkItem(d, i) => &list[d][i].number,
            Part::Accountability(d, i) => &list[d][i].number,
            Part::Matter(i) => &list[i].number,
            Part::Service(i) => &list[i].number,
            Part::Regime(i) => &list[i].number,
            Part::Provision(r, i) => &list[r][i].number,
            Part::Mechanism(i) => &list[i].number,
            Part::List | Part::Office(_) | Part::Participant(..) | Part::Penalty(..) => return None,
            Part::ItemDuties(_) | Part::ItemAccount(_) | Part::Counterpart(..) => return None,
            Part::Procedure(_) | Part::Account(_) => return None,
        };
        number.as_deref()
    }

    /// The record's id across all lists: `list/collection/id`, and `/part/id` for a record inside another.
    pub fn uid(self, model: &Model) -> String {
        let list = self.list(model);
        let local = match self.part {
            Part::List => return list.id.to_string(),
            Part::Office(i) => format!("offices/{}", list[i].slug),
            Part::Item(i) => format!("items/{}", list[i].id),
            Part::Stage(i, s) => format!("items/{}/stages/{}", list[i].id, s.get() + 1),
            Part::ItemDuties(i) => format!("items/{}/duties", list[i].id),
            Part::ItemAccount(i) => format!("items/{}/accountability", list[i].id),
            Part::Counterpart(i, c) => format!("items/{}/counterparts/{}", list[i].id, c.get() + 1),
            Part::Procedure(i) => format!("procedures/{}", list[i].id),
            Part::ProcedureStage(p, s) => format!("procedures/{}/stages/{}", list[p].id, s.get() + 1),
            Part::Account(i) => format!("accounts/{}", list[i].id),
            Part::Duty(i) => format!("duties/{}", list[i].id),
            Part::WorkItem(d, i) => {
                let duty = &list[d];
                format!("duties/{}/work-items/{}", duty.id, duty[i].id)
            }
            Part::Accountability(d, i) => {
                let duty = &list[d];
                format!("duties/{}/accountability/{}", duty.id, duty[i].id)
            }
            Part::Matter(i) => format!("boundaries/{}", list[i].id),
            Part::Participant(m, i) => {
                let matter = &list[m];
                format!("boundaries/{}/participants/{}", matter.id, matter[i].id)
            }
            Part::Service(i) => format!("services/{}", list[i].id),
            Part::Regime(i) => format!("regimes/{}", list[i].id),
            Part::Provision(r, i) => {
                let regime = &list[r];
                format!("regimes/{}/provisions/{}", regime.id, regime[i].id)
            }
            Part::Penalty(r, i) => format!("regimes/{}/penalties/{}", list[r].id, i.get() + 1),
            Part::Mechanism(i) => format!("accountability/{}", list[i].id),
        };
        format!("{}/{local}", list.id)
    }

    /// The anchor of the record on its page; empty for a record that is the page.
    pub fn anchor(self, model: &Model) -> String {
        let list = self.list(model);
        match self.part {
            Part::WorkItem(d, i) => format!("item-{}", list[d][i].id),
            Part::Accountability(d, i) => format!("accountability-{}", list[d][i].id),
            Part::Stage(_, s) => format!("stage-{}", s.get() + 1),
            Part::ItemDuties(_) => "duties".to_owned(),
            Part::ItemAccount(_) => "accountability".to_owned(),
            Part::Counterpart(_, c) => format!("counterpart-{}", c.get() + 1),
            Part::Procedure(i) => format!("procedure-{}", list[i].id),
            Part::ProcedureStage(p, s) => format!("procedure-{}-{}", list[p].id, s.get() + 1),
            Part::Account(i) => format!("account-{}", list[i].id),
            Part::Participant(m, i) => format!("participant-{}", list[m][i].id),
            Part::Provision(r, i) => list[r][i].id.to_string(),
            Part::Penalty(_, i) => format!("penalty-{}", i.get() + 1),
            Part::Mechanism(i) => list[i].id.to_string(),
            Part::Office(i) => list[i].slug.to_string(),
            Part::List | Part::Item(_) | Part::Duty(_) | Part::Matter(_) | Part::Service(_) | Part::Regime(_) => {
                String::new()
            }
        }
    }

    /// Slugs of the topics of the record's page.
    pub fn topics(self, model: &Model) -> &[Id] {
        let list = self.list(model);
        match self.part.page() {
            Part::Item(i) => &list[i].topics,
            Part::Duty(i) => &list[i].topics,
            Part::Matter(i) => &list[i].topics,
            Part::Service(i) => &list[i].topics,
            Part::Regime(i) => &list[i].topics,
            _ => &[],
        }
    }
}
