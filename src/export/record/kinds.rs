//! The kinds of data files beside pages: what they are, and the shape that is derived from their types.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::dataset::Bilingual;
use crate::model::{Agency, Department, Duty, Item, Law, List, Matter, Regime, Region, Service, Topic};

use super::document::Document;
use super::parts::{Mechanism, Offices};
use super::quality::Report;

/// A kind of data file.
#[derive(Clone, Copy, Debug)]
pub struct RecordKind {
    /// The word for it, which stands in `meta.kind`: the name of the kind of page.
    pub kind: &'static str,
    /// What it holds.
    pub title: Bilingual,
    /// The schema of a file.
    pub shape: fn(&mut SchemaGenerator) -> Schema,
}

/// Every kind.
pub static KINDS: [RecordKind; 14] = [
    RecordKind { kind: "region", title: ["地区", "A region"], shape: shape::<Region> },
    RecordKind {
        kind: "list", title: ["一份清单，含全部记录", "A list with all its records"], shape: shape::<List>
    },
    RecordKind { kind: "item", title: ["事项", "An item"], shape: shape::<Item> },
    RecordKind { kind: "duty", title: ["主要职责", "A main duty"], shape: shape::<Duty> },
    RecordKind { kind: "matter", title: ["职责边界事项", "A boundary matter"], shape: shape::<Matter> },
    RecordKind { kind: "service", title: ["公共服务事项", "A public service"], shape: shape::<Service> },
    RecordKind { kind: "regime", title: ["监管制度", "A supervision regime"], shape: shape::<Regime> },
    RecordKind {
        kind: "offices",
        title: ["一份清单的科室", "The offices of a list"],
        shape: shape::<Offices<'static>>,
    },
    RecordKind {
        kind: "mechanism",
        title: ["一份清单的责任追究机制", "The accountability mechanism of a list"],
        shape: shape::<Mechanism<'static>>,
    },
    RecordKind { kind: "law", title: ["法律依据", "A law or other legal basis"], shape: shape::<Law> },
    RecordKind { kind: "topic", title: ["主题", "A topic"], shape: shape::<Topic> },
    RecordKind { kind: "department", title: ["部门类别", "A kind of department"], shape: shape::<Department> },
    RecordKind { kind: "agency", title: ["机构或热线", "A body or hotline"], shape: shape::<Agency> },
    RecordKind {
        kind: "quality",
        title: ["数据质量报告", "How complete the data are"],
        shape: shape::<Report<'static>>,
    },
];

fn shape<T: JsonSchema + Serialize + 'static>(generator: &mut SchemaGenerator) -> Schema {
    <Document<'static, T>>::json_schema(generator)
}
