//! Codes of the faults that the audit of the pages finds.

use crate::diag::Code;

/// Two pages or files have the same address.
pub static ADDRESS_TAKEN: Code = Code {
    id: "E040",
    name: "address-taken",
    what: ["两个页面的网址相同", "two pages share an address"],
    why: ["后写的会盖掉先写的。", "The one written last would cover the other."],
    fix: ["改其中一个的名称或 id。", "Rename one of them, or give it another id."],
    example: "",
};

/// A link leads to no page or file of the site.
pub static DEAD_LINK: Code = Code {
    id: "E041",
    name: "dead-link",
    what: ["链接指向不存在的页面", "a link that leads nowhere"],
    why: ["读者点开会看到“找不到页面”。", "A reader who follows it finds nothing."],
    fix: [
        "改正链接；页面里指向本站的链接以“/”开头，写到目录为止，如 /laws/。",
        "Correct the link; in a page, a link within the site starts with a slash and ends with the folder, such as /laws/.",
    ],
    example: "[数据](/date/)",
};

/// A link leads to a place on a page that is not there.
pub static DEAD_ANCHOR: Code = Code {
    id: "E042",
    name: "dead-anchor",
    what: ["链接指向页面上不存在的位置", "a link to a place on a page that is not there"],
    why: ["读者会停在页首，找不到要看的那一条。", "A reader ends at the top of the page instead of the entry meant."],
    fix: ["改正链接里 # 之后的部分。", "Correct what stands after the # of the link."],
    example: "[第六十五条](/laws/product-quality-law/#article-999)",
};

/// Two elements of a page have the same id.
pub static DUPLICATE_ANCHOR: Code = Code {
    id: "E043",
    name: "duplicate-anchor",
    what: ["同一页面上有两个相同的位置标记", "an element id that stands twice on a page"],
    why: ["链接只能到第一个。", "A link can only lead to the first."],
    fix: [
        "在内容里换一个 id；若与内容无关，是主题模板的问题。",
        "Change one of the ids in the content; if neither comes from there, the theme is at fault.",
    ],
    example: "",
};

/// No other page leads to a page.
pub static ORPHAN_PAGE: Code = Code {
    id: "E044",
    name: "orphan-page",
    what: ["没有任何页面链接到这个页面", "a page that no other page leads to"],
    why: ["读者和搜索引擎都找不到它。", "Neither readers nor search engines would find it."],
    fix: ["在别的页面里加一个链接，或删去这个页面。", "Link it from another page, or take it out."],
    example: "",
};

/// Headings of a page skip a level, or there is not exactly one first-level heading.
pub static HEADING_ORDER: Code = Code {
    id: "E045",
    name: "heading-order",
    what: ["页面标题的层级不对", "headings of a page that are out of order"],
    why: ["用读屏软件的人靠标题层级在页面里走动。", "Headings are how a screen reader moves about a page."],
    fix: [
        "标题逐级使用，不跳级；页面里从二级标题（##）开始。",
        "Use headings level by level; in a page, start with the second level (##).",
    ],
    example: "#### 附则",
};

/// A file of `static/` has the address of a file that the program makes.
pub static STATIC_TAKEN: Code = Code {
    id: "E090",
    name: "static-file-taken",
    what: [
        "static/ 里的文件与程序生成的文件同一网址",
        "a file of static/ with the address of one that the program makes",
    ],
    why: [
        "static/ 里的文件原样放到网站根目录。与程序生成的网页、数据或样式文件同名，两个里只能留一个，程序不替您选。",
        "Files of static/ go to the root of the site as they are. Where one has the name of a page, a data file or a style sheet that the program makes, only one of the two can be there, and that choice is yours.",
    ],
    fix: [
        "给这个文件换一个名称或放到别的文件夹；要改网站的样式或脚本，用 themes/ 里的主题。",
        "Give the file another name or put it into another folder; to change styles or scripts of the site, use a theme in themes/.",
    ],
    example: "",
};

/// An address that has moved does not fit, or leads nowhere.
pub static BAD_REDIRECT: Code = Code {
    id: "E105",
    name: "bad-redirect",
    what: ["移走的网址写得不对", "an address that has moved, and leads nowhere or does not fit"],
    why: [
        "redirects 让收藏了旧网址的人找到新页面。旧网址上还有页面，或新网址上没有页面，跳转就没有用处。",
        "`redirects` leads whoever kept an old address to the new page. Where there still is a page at the old address, or none at the new one, it is of no use.",
    ],
    fix: [
        "from 写已经没有页面的旧路径，to 写现有的页面，都从“/”写起。",
        "In `from` write the old path, which has no page any more, in `to` a page that is there; both begin with a slash.",
    ],
    example: "redirects:\n  - {from: /lists/old-name/, to: /lists/new-nane/}",
};

/// An address that once was published leads nowhere.
pub static LOST_ADDRESS: Code = Code {
    id: "E160",
    name: "lost-address",
    what: ["发布过的网址没有去处", "an address that was published and leads nowhere"],
    why: [
        "别的网站、文件和办事的人会一直用发布过的网址。记录改了编号、清单合并或拆分以后，旧网址要转到接替它的页面，或者转到说明去向的页面。",
        "Other sites, documents and people keep an address once it is published. When a record gets another id, or lists are merged or split, the old address has to lead to what took its place, or to a page that says what became of it.",
    ],
    fix: [
        "改了编号的，在现在的记录、科室、清单或地区写 formerly: 旧编号；合并、拆分、更名或撤销的，在 reorganisations.yaml 写明日期、出处、from 和 to；自由页面在 site.yaml 的 redirects 里写。不要从 addresses.txt 删行。",
        "Where an id was changed, write `formerly: the-old-id` at what it is now: the record, office, list or region. Where there was a merger, a split, a change of name or an abolition, say in `reorganisations.yaml` when, by which source, from what and to what. For a free page use `redirects` in `site.yaml`. Take no line out of `addresses.txt`.",
    ],
    example: "lists/qingshui-market/duties/old-name/",
};

/// Every code of this stage.
pub static CODES: [&Code; 9] = [
    &LOST_ADDRESS,
    &BAD_REDIRECT,
    &ADDRESS_TAKEN,
    &DEAD_LINK,
    &DEAD_ANCHOR,
    &DUPLICATE_ANCHOR,
    &ORPHAN_PAGE,
    &HEADING_ORDER,
    &STATIC_TAKEN,
];
