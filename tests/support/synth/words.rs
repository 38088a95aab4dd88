//! Words in Chinese and English that made-up lists are put together from; what stands side by side means the same.

/// Chinese and English.
pub type Pair = (&'static str, &'static str);

/// What an agency does.
pub const VERBS: &[Pair] = &[
    ("组织实施", "organize the implementation of"),
    ("负责", "be in charge of"),
    ("监督检查", "supervise and inspect"),
    ("指导和协调", "guide and coordinate"),
    ("依法查处", "investigate and deal with, according to law, breaches of"),
    ("受理并核查", "accept and verify reports on"),
    ("建立健全", "set up and improve the system of"),
    ("定期公布", "publish at regular intervals the results of"),
    ("会同有关部门开展", "carry out together with the departments concerned"),
    ("拟订并监督执行", "draft, and supervise the carrying out of, rules on"),
];

/// What it does it to.
pub const OBJECTS: &[Pair] = &[
    ("本行政区域内生产企业的日常监管", "the routine supervision of manufacturers in the county"),
    ("重点产品质量的定期抽查和跟踪整改", "regular sampling of key products and the follow-up of corrections"),
    ("从业人员的资格审查和继续教育", "the qualification and further training of practitioners"),
    ("安全隐患的排查、登记和限期治理", "the finding, registration and timely removal of hidden dangers"),
    ("突发事件的应急预案和定期演练", "emergency plans for sudden incidents and regular drills"),
    ("举报投诉的登记、转办、督办和答复", "the registration, referral, follow-up and answering of complaints"),
    (
        "行政许可事项的受理、审查和证后监管",
        "the acceptance and review of licences and supervision after they are issued",
    ),
    ("计量器具的强制检定和量值溯源", "the compulsory verification of measuring instruments and their traceability"),
    (
        "有关法律、法规、规章和政策的宣传培训",
        "publicity and training on the relevant laws, regulations, rules and policies",
    ),
    ("重大违法案件的集体讨论和法制审核", "collective discussion and legal review of major cases"),
    ("信用档案的建立、更新和联合惩戒", "credit files, their updating, and joint sanctions"),
    ("检验检测机构的资质管理和能力验证", "the qualification of testing bodies and proficiency testing"),
    ("农村集贸市场和学校周边的专项整治", "special campaigns in rural markets and around schools"),
    ("统计数据的采集、审核、分析和上报", "the collection, checking, analysis and reporting of statistics"),
];

/// How it does it.
pub const WAYS: &[Pair] = &[
    ("并按规定及时报告", "and report in time as prescribed"),
    ("做到有计划、有记录、有结果", "with a plan, a record and a result each time"),
    ("发现问题责令限期改正", "and order corrections within a time limit where problems are found"),
    ("检查人员不得少于二人并出示执法证件", "with no fewer than two inspectors, who show their credentials"),
    ("结果向社会公开，接受监督", "and open the results to public scrutiny"),
    ("涉嫌犯罪的移送司法机关", "and transfer suspected crimes to the judicial authorities"),
];

/// Subjects of laws, topics and regimes: Chinese, English and the slug.
pub const SUBJECTS: &[(&str, &str, &str)] = &[
    ("产品质量", "Product Quality", "product-quality"),
    ("特种设备安全", "Special Equipment Safety", "special-equipment-safety"),
    ("计量", "Metrology", "metrology"),
    ("标准化", "Standardization", "standardization"),
    ("安全生产", "Work Safety", "work-safety"),
    ("食品安全", "Food Safety", "food-safety"),
    ("消费者权益保护", "Consumer Protection", "consumer-protection"),
    ("工业产品生产许可证", "Industrial Product Licences", "industrial-product-licences"),
    ("危险化学品安全", "Hazardous Chemicals Safety", "hazardous-chemicals-safety"),
    ("认证认可", "Certification and Accreditation", "certification-accreditation"),
    ("棉花质量监督", "Cotton Quality", "cotton-quality"),
    ("道路运输", "Road Transport", "road-transport"),
    ("环境保护", "Environmental Protection", "environmental-protection"),
    ("节约能源", "Energy Conservation", "energy-conservation"),
    ("建设工程质量", "Construction Quality", "construction-quality"),
    ("农产品质量安全", "Farm Product Safety", "farm-product-safety"),
    ("行政处罚程序", "Administrative Penalty Procedure", "penalty-procedure"),
    ("行政许可程序", "Administrative Licence Procedure", "licence-procedure"),
    ("政府信息公开", "Open Government Information", "open-government"),
    ("商品条码", "Product Barcodes", "product-barcodes"),
];

/// Forms of laws: what stands before and after the subject in Chinese, after it in English, the slug, the kind.
pub const FORMS: &[(&str, &str, &str, &str, &str)] = &[
    ("中华人民共和国", "法", "Law of the People's Republic of China", "law", "law"),
    ("", "条例", "Regulation", "regulation", "administrative-regulation"),
    ("", "监督管理办法", "Supervision Measures", "measures", "departmental-rule"),
    ("关于加强", "工作的通知", "Notice on Strengthening Work", "notice", "normative-document"),
];

/// Kinds of department: the name as printed, English, slug.
pub const DEPARTMENTS: &[(&str, &str, &str)] = &[
    ("质量技术监督局", "Quality and technical supervision", "quality-supervision"),
    ("公安局", "Public security", "public-security"),
    ("安全生产监督管理局", "Work safety", "work-safety"),
    ("食品药品监督管理局", "Food and drug", "food-drug"),
    ("工商行政管理局", "Industry and commerce", "industry-commerce"),
    ("环境保护局", "Environmental protection", "environmental-protection"),
    ("交通运输局", "Transport", "transport"),
    ("农业局", "Agriculture", "agriculture"),
    ("住房和城乡建设局", "Housing and construction", "housing-construction"),
    ("卫生局", "Health", "health"),
    ("教育局", "Education", "education"),
    ("财政局", "Finance", "finance"),
    ("发展改革局", "Development and reform", "development-reform"),
    ("水务局", "Water", "water"),
    ("林业局", "Forestry", "forestry"),
    ("商务局", "Commerce", "commerce"),
];

/// Offices: Chinese, English, slug.
pub const OFFICES: &[(&str, &str, &str)] = &[
    ("办公室", "General Office", "general"),
    ("法规科", "Legal Affairs Office", "legal-affairs"),
    ("质量管理科", "Quality Management Office", "quality-management"),
    ("监督科", "Supervision Office", "supervision"),
    ("标准计量科", "Standards and Metrology Office", "standards-metrology"),
    ("安全监察科", "Safety Inspection Office", "safety-inspection"),
    ("许可科", "Licensing Office", "licensing"),
    ("稽查大队", "Enforcement Brigade", "enforcement-brigade"),
];

/// Syllables of place names, with pinyin.
pub const PLACES: &[(&str, &str)] = &[
    ("安", "an"),
    ("平", "ping"),
    ("泽", "ze"),
    ("昌", "chang"),
    ("永", "yong"),
    ("清", "qing"),
    ("河", "he"),
    ("山", "shan"),
    ("新", "xin"),
    ("宁", "ning"),
    ("德", "de"),
    ("兴", "xing"),
    ("阳", "yang"),
    ("川", "chuan"),
    ("丰", "feng"),
    ("乐", "le"),
    ("武", "wu"),
    ("文", "wen"),
    ("海", "hai"),
    ("江", "jiang"),
    ("林", "lin"),
    ("西", "xi"),
    ("东", "dong"),
    ("南", "nan"),
    ("北", "bei"),
    ("高", "gao"),
    ("长", "chang"),
    ("成", "cheng"),
    ("民", "min"),
    ("和", "he"),
    ("万", "wan"),
    ("城", "cheng"),
];
