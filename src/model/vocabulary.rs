//! Closed vocabularies: every value that a key with a fixed choice may take.

use super::shape;

/// Declares an enum whose variants are kebab-case words in YAML, CSV and JSON, with the words listed once.
macro_rules! vocabulary {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[doc = $vdoc])+ #[serde(rename = $word)] $variant),+ }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                shape::words(concat!($($doc),+), &[$(($word, concat!($($vdoc),+))),+])
            }
        }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in YAML, CSV and JSON.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }
    };
}

vocabulary!(
    /// Administrative level of a region (GB/T 2260).
    Level {
        /// Provinces, autonomous regions and municipalities.
        Province = "province",
        /// Prefecture-level cities, prefectures, leagues.
        Prefecture = "prefecture",
        /// Counties, districts, county-level cities, banners.
        County = "county",
    }
);

vocabulary!(
    /// What an office of the publishing agency is.
    OfficeKind {
        /// An internal office (科室).
        Office = "office",
        /// An institution under the agency (事业单位).
        AffiliatedInstitution = "affiliated-institution",
        /// A hotline or complaint centre.
        Hotline = "hotline",
    }
);

vocabulary!(
    /// What kind of text a legal basis is, by who adopts it.
    LawKind {
        /// Adopted by the National People's Congress or its Standing Committee.
        Law = "law",
        /// Issued by the State Council.
        AdministrativeRegulation = "administrative-regulation",
        /// Issued by a ministry or body under the State Council.
        DepartmentalRule = "departmental-rule",
        /// Adopted by a local people's congress.
        LocalRegulation = "local-regulation",
        /// Issued by a local people's government.
        LocalGovernmentRule = "local-government-rule",
        /// A notice or other binding document below a rule.
        NormativeDocument = "normative-document",
        /// Issued by the Supreme People's Court or Procuratorate.
        JudicialInterpretation = "judicial-interpretation",
        /// A standard or safety technical specification.
        Standard = "standard",
        /// Anything else.
        Other = "other",
    }
);

vocabulary!(
    /// What happened to a law on a day.
    LawEventKind {
        /// 修正: single provisions changed.
        Amended = "amended",
        /// 修订: the whole text adopted anew.
        Revised = "revised",
        /// 废止: out of force.
        Repealed = "repealed",
        /// Out of force because another text took its place.
        Replaced = "replaced",
    }
);

impl LawEventKind {
    /// Whether the law is out of force from then on.
    pub fn ends(self) -> bool {
        matches!(self, LawEventKind::Repealed | LawEventKind::Replaced)
    }

    /// What happened in a word, in Chinese and English, for messages and the terminal.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            LawEventKind::Amended => ["修正", "amended"],
            LawEventKind::Revised => ["修订", "revised"],
            LawEventKind::Repealed => ["废止", "repealed"],
            LawEventKind::Replaced => ["被替代", "replaced"],
        }
    }
}

vocabulary!(
    /// Whether an event came after a paper was published.
    After {
        /// Surely after.
        Yes = "yes",
        /// Surely before.
        No = "no",
        /// The dates do not say: one of them is missing, is a month or a year alone, or both are the same day.
        Unknown = "unknown",
    }
);

vocabulary!(
    /// State of a law on the day `as_of`.
    LawStatus {
        /// In force, no change known since adoption.
        InForce = "in-force",
        /// In force in an amended or revised text.
        Amended = "amended",
        /// Repealed.
        Repealed = "repealed",
        /// Replaced by another text.
        Replaced = "replaced",
        /// Not known: nothing is claimed.
        Unknown = "unknown",
    }
);

vocabulary!(
    /// Who publishes the site.
    PublisherKind {
        /// The government body whose lists these are.
        Official = "official",
        /// Somebody else, who must say so.
        Civic = "civic",
    }
);

vocabulary!(
    /// What a missing translation is.
    Translations {
        /// A fault: every text is wanted in every language of the site.
        Complete = "complete",
        /// A warning: the text is shown in another language and labelled.
        Partial = "partial",
    }
);

vocabulary!(
    /// What kind of list it is.
    ListKind {
        /// 责任清单 (2014–15): duties, boundaries, services, regimes, accountability.
        Responsibilities = "responsibilities",
        /// 权责清单: powers and the responsibilities that go with them.
        PowersAndResponsibilities = "powers-and-responsibilities",
        /// 乡镇（街道）履行职责事项清单: basic items, items in cooperation, items taken back.
        Township = "township",
        /// 职责边界清单: matters between departments or levels of government.
        Boundaries = "boundaries",
        /// 公共服务事项清单: public services.
        Services = "services",
        /// 事中事后监管制度: supervision regimes.
        Regimes = "regimes",
        /// 主体责任: main responsibilities as paragraphs.
        MainResponsibilities = "main-responsibilities",
        /// Another kind; the title says which.
        Other = "other",
    }
);

impl ListKind {
    /// The collections that papers of this kind have. One that is not among them is no gap where it is empty.
    pub fn parts(self) -> &'static [Collection] {
        use Collection::{Boundaries, Duties, Items, Mechanism, Regimes, Services};
        match self {
            ListKind::Responsibilities => &[Duties, Boundaries, Services, Regimes, Mechanism],
            ListKind::PowersAndResponsibilities | ListKind::Township => &[Items],
            ListKind::Boundaries => &[Boundaries],
            ListKind::Services => &[Services],
            ListKind::Regimes => &[Regimes],
            ListKind::MainResponsibilities => &[Duties],
            ListKind::Other => &[],
        }
    }
}

vocabulary!(
    /// Whose list it is.
    Coverage {
        /// One department or institution.
        Department = "department",
        /// A government, or several bodies of one place.
        Government = "government",
    }
);

vocabulary!(
    /// Whether a list holds.
    ListStatus {
        /// It holds.
        InForce = "in-force",
        /// Another took its place.
        Superseded = "superseded",
        /// It was withdrawn.
        Withdrawn = "withdrawn",
    }
);

vocabulary!(
    /// Which part of a township's list an item belongs to.
    ItemRole {
        /// 基本履职事项: what the township does itself.
        Basic = "basic",
        /// 配合履职事项: what a department leads and the township supports.
        Cooperation = "cooperation",
        /// 上级部门收回事项: what a department took back.
        TakenBack = "taken-back",
    }
);

vocabulary!(
    /// Type of power.
    PowerType {
        /// 行政许可
        Licence = "licence",
        /// 行政处罚
        Penalty = "penalty",
        /// 行政强制
        Compulsion = "compulsion",
        /// 行政征收
        Levy = "levy",
        /// 行政给付
        Payment = "payment",
        /// 行政检查
        Inspection = "inspection",
        /// 行政确认
        Confirmation = "confirmation",
        /// 行政奖励
        Reward = "reward",
        /// 行政裁决
        Adjudication = "adjudication",
        /// 其他行政权力
        Other = "other",
    }
);

vocabulary!(
    /// Level of government that exercises a power.
    ExerciseLevel {
        /// 国家级
        State = "state",
        /// 省级
        Province = "province",
        /// 市级
        Prefecture = "prefecture",
        /// 县级
        County = "county",
        /// 乡镇（街道）级
        Township = "township",
    }
);

vocabulary!(
    /// A stage in which a duty falls due.
    StageKind {
        /// 受理
        Acceptance = "acceptance",
        /// 审查
        Examination = "examination",
        /// 决定
        Decision = "decision",
        /// 送达
        Delivery = "delivery",
        /// 事后监管
        FollowUp = "follow-up",
        /// 立案
        CaseFiling = "case-filing",
        /// 调查
        Investigation = "investigation",
        /// 告知
        Notification = "notification",
        /// 执行
        Execution = "execution",
        /// Another, as printed.
        Other = "other",
    }
);

impl PowerType {
    /// The type in Chinese, as papers print it, and in English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            PowerType::Licence => ["行政许可", "administrative licence"],
            PowerType::Penalty => ["行政处罚", "administrative penalty"],
            PowerType::Compulsion => ["行政强制", "administrative compulsion"],
            PowerType::Levy => ["行政征收", "administrative levy"],
            PowerType::Payment => ["行政给付", "administrative payment"],
            PowerType::Inspection => ["行政检查", "administrative inspection"],
            PowerType::Confirmation => ["行政确认", "administrative confirmation"],
            PowerType::Reward => ["行政奖励", "administrative reward"],
            PowerType::Adjudication => ["行政裁决", "administrative adjudication"],
            PowerType::Other => ["其他行政权力", "other administrative power"],
        }
    }
}

impl StageKind {
    /// The types of power whose procedure has the stage; of the other types any stage may be printed.
    pub fn types(self) -> &'static [PowerType] {
        use PowerType::{Licence, Penalty};
        match self {
            StageKind::Acceptance | StageKind::FollowUp => &[Licence],
            StageKind::CaseFiling | StageKind::Investigation | StageKind::Notification | StageKind::Execution => {
                &[Penalty]
            }
            StageKind::Examination | StageKind::Decision | StageKind::Delivery | StageKind::Other => {
                &[Licence, Penalty]
            }
        }
    }
}

vocabulary!(
    /// What became of an item since the list before.
    ChangeKind {
        /// 新增
        New = "new",
        /// 保留
        Kept = "kept",
        /// 调整
        Adjusted = "adjusted",
        /// 取消
        Cancelled = "cancelled",
        /// 划转、承接: another body took it over.
        TakenOver = "taken-over",
    }
);

vocabulary!(
    /// What a phone is for.
    PhoneKind {
        /// 咨询电话
        Consultation = "consultation",
        /// 监督电话
        Supervision = "supervision",
        /// 投诉、举报电话
        Complaints = "complaints",
        /// 办公电话
        Office = "office",
    }
);

vocabulary!(
    /// The collections of a list.
    Collection {
        /// Main duties.
        Duties = "duties",
        /// Items.
        Items = "items",
        /// Boundaries of duties with other departments.
        Boundaries = "boundaries",
        /// Public services.
        Services = "services",
        /// Supervision regimes.
        Regimes = "regimes",
        /// Accountability mechanism.
        Mechanism = "mechanism",
    }
);

vocabulary!(
    /// What a provision of a supervision regime is about.
    ProvisionKind {
        /// 监督检查对象
        Subjects = "subjects",
        /// 监督检查内容
        Content = "content",
        /// 监督检查指标
        Targets = "targets",
        /// 监督检查方式
        Methods = "methods",
        /// 监督检查程序
        Procedure = "procedure",
        /// 监督检查措施
        Measures = "measures",
        /// 监督检查处理
        Handling = "handling",
        /// Anything else.
        Other = "other",
    }
);

vocabulary!(
    /// What occasions an inspection.
    FrequencyKind {
        /// Planned and recurrent.
        Routine = "routine",
        /// A campaign or an occasion.
        Special = "special",
        /// The supervised party checks itself.
        SelfInspection = "self-inspection",
        /// Samples are taken.
        SpotCheck = "spot-check",
    }
);

vocabulary!(
    /// The period that a frequency counts in.
    Period {
        /// A day.
        Day = "day",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// Six months.
        HalfYear = "half-year",
        /// A year.
        Year = "year",
    }
);

vocabulary!(
    /// Unit of a time limit.
    TimeUnit {
        /// Hours.
        Hour = "hour",
        /// Days, calendar or working.
        Day = "day",
        /// Months.
        Month = "month",
        /// Years.
        Year = "year",
    }
);

vocabulary!(
    /// On which side of a limit the action must fall.
    Bound {
        /// Not later than the limit.
        Within = "within",
        /// Not earlier, or not less, than the limit.
        AtLeast = "at-least",
    }
);

vocabulary!(
    /// What a penalty or measure does.
    PenaltyKind {
        /// A warning or criticism.
        Warning = "warning",
        /// An order to correct.
        OrderToCorrect = "order-to-correct",
        /// A fine.
        Fine = "fine",
        /// Confiscation of gains or goods.
        Confiscation = "confiscation",
        /// Suspension of production, business or use.
        Suspension = "suspension",
        /// Revocation of a licence or qualification.
        Revocation = "revocation",
        /// Sealing up or seizing.
        Seizure = "seizure",
        /// Administrative detention.
        Detention = "detention",
        /// A sanction against staff.
        Disciplinary = "disciplinary",
        /// Criminal liability, transfer to the judicial authorities.
        Criminal = "criminal",
        /// Anything else.
        Other = "other",
    }
);

vocabulary!(
    /// Currency of an amount (ISO 4217).
    Currency {
        /// Chinese yuan.
        Cny = "CNY",
    }
);
