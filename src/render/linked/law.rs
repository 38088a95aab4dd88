//! A law in, what its page says of it to programs out.

use serde_json::{Map, Value};

use crate::model::{Law, LawId, LawStatus};
use crate::plan::Target;

use super::super::pen::Pen;
use super::{put, several};

impl Pen<'_> {
    /// A law, as far as the register knows it.
    pub(super) fn legislation(&self, id: LawId) -> Value {
        let law = &self.model()[id];
        let mut value = self.named("Legislation", &law.title);
        let short = law.short_titles.iter().map(|title| self.bare(title));
        put(&mut value, "alternateName", several(short.map(Value::from).collect()));
        put(&mut value, "legislationIdentifier", law.document_number.as_deref());
        value.insert("legislationType".into(), self.say("law_kind", law.kind.as_str()).into());
        put(&mut value, "legislationDate", law.adopted.map(|date| date.to_string()));
        let issuer = law.issuer.as_ref().map(|issuer| self.named("Organization", issuer));
        put(&mut value, "legislationPassedBy", issuer);
        put(&mut value, "legislationLegalForce", force(law));
        let old = self.shared.graph.replaces(id).map(|old| Value::Object(self.law_reference(old)));
        put(&mut value, "legislationChanges", several(old.collect()));
        value.into()
    }

    fn law_reference(&self, id: LawId) -> Map<String, Value> {
        let mut value = self.named("Legislation", &self.model()[id].title);
        value.insert("url".into(), self.address(Target::Law(id), "").into());
        value
    }
}

/// Whether a law is in force, where the register says so.
fn force(law: &Law) -> Option<&'static str> {
    match law.state() {
        LawStatus::InForce | LawStatus::Amended => Some("https://schema.org/InForce"),
        LawStatus::Repealed | LawStatus::Replaced => Some("https://schema.org/NotInForce"),
        LawStatus::Unknown => None,
    }
}
