//! Closed vocabularies of lists and their items: kinds of list, types of power, stages, levels, phones.

use super::vocabulary::{Collection, vocabulary};

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
