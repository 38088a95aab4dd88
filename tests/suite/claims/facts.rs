//! The CSV tables of a site in; what may be said of its lists, records and laws, worked out of nothing else, out.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::folder::Tree;
use crate::support::tables::{Row, Tables};

/// The tables of a site.
pub struct Facts {
    tables: Tables,
    by_id: BTreeMap<String, BTreeMap<String, usize>>,
}

/// Each part of a list with its table.
pub const PARTS: [(&str, &str); 6] = [
    ("duties", "duties"),
    ("items", "items"),
    ("boundaries", "matters"),
    ("services", "services"),
    ("regimes", "regimes"),
    ("mechanism", "mechanism"),
];

impl Facts {
    /// Reads the tables of a site.
    pub fn read(site: &Tree) -> Facts {
        let tables = Tables::read(site);
        let index = |rows: &Vec<Row>| {
            rows.iter().enumerate().filter_map(|(at, row)| Some((row.get("id")?.clone(), at))).collect()
        };
        let by_id = tables.tables.iter().map(|(name, rows)| (name.clone(), index(rows))).collect();
        Facts { tables, by_id }
    }

    /// The rows of a table.
    pub fn rows(&self, table: &str) -> &[Row] {
        self.tables.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// Rows with this value in a column.
    pub fn of<'a>(&'a self, table: &str, column: &str, value: &str) -> impl Iterator<Item = &'a Row> + use<'a> {
        let (column, value) = (column.to_owned(), value.to_owned());
        self.rows(table).iter().filter(move |row| row.get(&column).is_some_and(|cell| *cell == value))
    }

    /// The row with an id.
    pub fn row(&self, table: &str, id: &str) -> Option<&Row> {
        self.by_id.get(table)?.get(id).map(|at| &self.rows(table)[*at])
    }

    /// A cell of the row with an id; empty where there is none.
    pub fn cell(&self, table: &str, id: &str, column: &str) -> &str {
        self.row(table, id).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// How many records a part of a list has.
    pub fn records(&self, list: &str, part: &str) -> usize {
        let table = PARTS.iter().find(|(name, _)| *name == part).expect("a part").1;
        self.of(table, "list_id", list).count()
    }

    /// What is known of a part of a list, as the strings of parts are keyed.
    pub fn state(&self, list: &str, part: &str) -> &'static str {
        let said = |table: &str| self.of(table, "list_id", list).any(|row| row["collection"] == part);
        let parts: &[&str] = match self.cell("lists", list, "kind") {
            "responsibilities" => &["duties", "boundaries", "services", "regimes", "mechanism"],
            "powers-and-responsibilities" | "township" => &["items"],
            "boundaries" => &["boundaries"],
            "services" => &["services"],
            "regimes" => &["regimes"],
            "main-responsibilities" => &["duties"],
            _ => &[],
        };
        match () {
            () if self.records(list, part) > 0 => "entered",
            () if said("empty_parts") => "printed_empty",
            () if said("parts_not_entered") => "not_entered",
            () if said("parts_absent") => "absent",
            () if parts.contains(&part) => "unknown",
            () => "not_of_kind",
        }
    }

    /// Offices of a record: its own and, of a duty, those of its work items.
    pub fn offices(&self, record: &str) -> BTreeSet<&str> {
        let below = format!("{record}/");
        let mut found = BTreeSet::new();
        for (table, column) in [
            ("duty_offices", "duty_id"),
            ("work_item_offices", "work_item_id"),
            ("item_offices", "item_id"),
            ("service_offices", "service_id"),
            ("regime_offices", "regime_id"),
        ] {
            let rows = self.rows(table).iter();
            let own = rows.filter(|row| row[column] == record || row[column].starts_with(&below));
            found.extend(own.map(|row| row["office_id"].as_str()));
        }
        found
    }

    /// Phones of a record or of its offices.
    pub fn has_phone(&self, record: &str) -> bool {
        let own = [("service_phones", "service_id"), ("item_phones", "item_id"), ("regime_phones", "regime_id")];
        own.iter().any(|(table, column)| self.of(table, column, record).next().is_some())
            || self
                .offices(record)
                .into_iter()
                .any(|office| self.of("office_phones", "office_id", office).next().is_some())
    }

    /// The records of a list under a topic.
    pub fn under(&self, topic: &str, list: &str) -> Vec<&str> {
        let of_list = format!("{list}/");
        let rows = self.of("record_topics", "topic_id", topic).map(|row| row["record_id"].as_str());
        rows.filter(|record| record.starts_with(&of_list)).collect()
    }

    /// Laws that a record or a part of it cites, but for what its staff answer for.
    pub fn laws_of(&self, record: &str) -> BTreeSet<&str> {
        let below = format!("{record}/");
        let own = |row: &&Row| {
            (row["record_id"] == record || row["record_id"].starts_with(&below))
                && row["record_kind"] != "accountability"
        };
        self.rows("citations").iter().filter(own).map(|row| row["law_id"].as_str()).collect()
    }

    /// Laws that a list cites.
    pub fn laws_of_list(&self, list: &str) -> BTreeSet<&str> {
        self.of("citations", "list_id", list).map(|row| row["law_id"].as_str()).collect()
    }

    /// The state of a law as registered; where none is, what first put it out of force says so.
    pub fn law_status(&self, law: &str) -> &str {
        let known = self.cell("laws", law, "status");
        let ended =
            self.of("law_events", "law_id", law).filter(|row| ["repealed", "replaced"].contains(&&*row["kind"]));
        match ended.min_by_key(|row| &row["date"]) {
            Some(event) if known == "unknown" => &event["kind"],
            _ => known,
        }
    }

    /// How many laws are in a state.
    pub fn laws_in(&self, state: &str) -> usize {
        self.rows("laws").iter().filter(|row| self.law_status(&row["id"]) == state).count()
    }

    /// Of how many laws the state is not known.
    pub fn unverified(&self, laws: &BTreeSet<&str>) -> usize {
        laws.iter().filter(|law| self.law_status(law) == "unknown").count()
    }

    /// How many laws that a list cites ended, changed since, or may have.
    pub fn changes(&self, list: &str) -> [usize; 3] {
        let mut laws: BTreeMap<&str, usize> = BTreeMap::new();
        for row in self.of("law_changes", "list_id", list) {
            let gravity = match self.law_status(&row["law_id"]) {
                "repealed" | "replaced" => 0,
                _ if row["after"] == "yes" => 1,
                _ => 2,
            };
            let worst = laws.entry(&row["law_id"]).or_insert(gravity);
            *worst = gravity.min(*worst);
        }
        [0, 1, 2].map(|gravity| laws.values().filter(|of| **of == gravity).count())
    }

    /// Records under a topic, or under the narrower ones where it only brings these together.
    pub fn records_under(&self, topic: &str) -> BTreeSet<&str> {
        let own: BTreeSet<&str> = self.of("record_topics", "topic_id", topic).map(|row| &*row["record_id"]).collect();
        let narrower: Vec<&str> = self.of("topics", "broader_id", topic).map(|row| &*row["id"]).collect();
        if !own.is_empty() || narrower.is_empty() {
            return own;
        }
        let mut all = BTreeSet::new();
        let mut open = narrower;
        while let Some(next) = open.pop() {
            all.extend(self.of("record_topics", "topic_id", next).map(|row| &*row["record_id"]));
            open.extend(self.of("topics", "broader_id", next).map(|row| &*row["id"]));
        }
        all
    }
}
