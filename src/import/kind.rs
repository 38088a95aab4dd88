//! What a table is about, and what follows from that.

/// What a table is about: which collection its rows go into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Powers, items of a township, duties of several bodies.
    #[default]
    Items,
    /// Main duties with their work items.
    Duties,
    /// Boundary matters.
    Boundaries,
    /// Public services.
    Services,
    /// Supervision regimes.
    Regimes,
}

impl Kind {
    /// Every kind, items first: they win where nothing else speaks.
    pub const ALL: [Kind; 5] = [Kind::Items, Kind::Duties, Kind::Boundaries, Kind::Services, Kind::Regimes];

    /// Keys of columns of other kinds than items.
    pub const KEYS: [&'static str; 18] = [
        "statement",
        "work_items.text",
        "work_items.offices",
        "work_items.remarks",
        "accountability.basis",
        "participants.name",
        "participants.responsibility",
        "case",
        "description",
        "schedule",
        "title",
        "purpose",
        "provisions:subjects",
        "provisions:content",
        "provisions:methods",
        "provisions:measures",
        "provisions:procedure",
        "provisions:handling",
    ];

    /// A key of a column of this kind of table as the data format calls it: `duties.number`, `work_items.text`; those of
    /// items stand by themselves.
    pub fn full(self, key: &str) -> String {
        let whole = match self {
            Kind::Items => return key.to_owned(),
            Kind::Duties => "duties",
            Kind::Boundaries => "matters",
            Kind::Services => "services",
            Kind::Regimes => "regimes",
        };
        let own = ["work_items.", "participants.", "provisions:"].iter().any(|of| key.starts_with(of));
        if own { key.to_owned() } else { format!("{whole}.{key}") }
    }

    /// The word for it in `headings.txt`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Items => "items",
            Kind::Duties => "duties",
            Kind::Boundaries => "boundaries",
            Kind::Services => "services",
            Kind::Regimes => "regimes",
        }
    }

    /// Words of a title that speak for the kind.
    pub fn speaks_in(self, title: &str) -> bool {
        let words: &[&str] = match self {
            Kind::Items => &["权责清单", "权力清单", "履职", "履行职责", "权力和责任", "行政权力"],
            Kind::Duties => &["主要职责", "主体责任", "部门职责登记", "部门责任", "责任清单"],
            Kind::Boundaries => &["职责边界", "边界清单", "职责分工", "分工表", "交叉"],
            Kind::Services => &["公共服务", "便民服务", "服务指南", "服务事项"],
            Kind::Regimes => &["监管制度", "事中事后"],
        };
        words.iter().any(|word| title.contains(word))
    }
}
