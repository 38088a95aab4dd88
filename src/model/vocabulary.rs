//! Closed vocabularies: every value that a key with a fixed choice may take.

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
                $crate::model::shape::words(concat!($($doc),+), &[$(($word, concat!($($vdoc),+))),+])
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

pub(super) use vocabulary;

vocabulary!(
    /// Level of a region: of the administrative division, or beside it.
    Level {
        /// Provinces, autonomous regions and municipalities.
        Province = "province",
        /// Prefecture-level cities, prefectures, leagues.
        Prefecture = "prefecture",
        /// Counties, districts, county-level cities, banners.
        County = "county",
        /// Towns, townships, subdistricts.
        Township = "township",
        /// Development zones and the like (开发区), with a committee of their own.
        Zone = "zone",
        /// New areas (新区) that are no county.
        NewArea = "new-area",
        /// Divisions outside the administrative tree, such as those of the Xinjiang Production and Construction Corps
        /// (生产建设兵团的师).
        Division = "division",
    }
);

impl Level {
    /// The level in a word, in Chinese and English, for messages.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Level::Province => ["省级", "province"],
            Level::Prefecture => ["地级", "prefecture"],
            Level::County => ["县级", "county"],
            Level::Township => ["乡级", "township"],
            Level::Zone => ["开发区", "development zone"],
            Level::NewArea => ["新区", "new area"],
            Level::Division => ["师", "division"],
        }
    }
}

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
    /// What an entry of the register of bodies is.
    AgencyKind {
        /// A body of state, Party or government.
        Body = "body",
        /// A number that many call for one purpose.
        Hotline = "hotline",
    }
);

vocabulary!(
    /// What happened to a body or a hotline.
    AgencyEventKind {
        /// 组建、挂牌: it came into being.
        Founded = "founded",
        /// 更名: it goes by another name.
        Renamed = "renamed",
        /// 不再保留，职责划入: it is no longer kept, and others do what it did.
        Merged = "merged",
        /// 职责划入，保留名义: others do what it did; its name is kept for use outside.
        NameKept = "name-kept",
        /// 撤销: it is no longer kept, and nothing is said of who does what it did.
        Abolished = "abolished",
        /// 整合: calls go to another number, after a time in which both are answered.
        Integrated = "integrated",
        /// 见载: a page speaks of it as being there.
        Attested = "attested",
    }
);

impl AgencyEventKind {
    /// Whether others do what it did from then on, or it is called otherwise.
    pub fn ends(self) -> bool {
        !matches!(self, AgencyEventKind::Founded | AgencyEventKind::Attested)
    }
}

vocabulary!(
    /// Whether a source says something, or it follows.
    Confidence {
        /// The source states it.
        Stated = "stated",
        /// It follows from what the source states; the note says how.
        Derived = "derived",
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

vocabulary!(
    /// Which figures of supervision regimes are of a subject of a topic.
    FigureKind {
        /// How often something is inspected.
        Frequency = "frequency",
        /// A time limit.
        Deadline = "deadline",
        /// What follows for whom does something.
        Penalty = "penalty",
        /// Another figure that binds.
        Threshold = "threshold",
    }
);

vocabulary!(
    /// What a list does not say, or says otherwise than others.
    GapKind {
        /// A record names no office.
        NoOffice = "no-office",
        /// Neither a record nor its offices have a phone, nor has the agency.
        NoPhone = "no-phone",
        /// Neither a record nor its offices have a phone; the agency has.
        AgencyPhone = "agency-phone",
        /// A regime says nowhere how often it inspects.
        NoFrequency = "no-frequency",
        /// A figure is another than that of another list of the same subject.
        FiguresDiffer = "figures-differ",
        /// A record cites a law that the register knows to be out of force.
        BasisEnded = "basis-ended",
        /// The document prints a part as empty.
        PrintedEmpty = "printed-empty",
        /// The document has a part that nobody has entered yet.
        NotEntered = "not-entered",
    }
);
