//! The table of the site itself, so that the data says under which licence it stands.

use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::id;
use crate::dataset::table::Table;
use crate::model::{PublisherKind, Site, Translations};

/// The table.
pub(super) fn tables() -> Vec<Table> {
    vec![
        TableOf::new("site", ["网站", "Site"], ["网站本身，仅一行", "The site itself, in one row"], &["id"], rows)
            .register()
            .column(id())
            .text("title", ["名称", "Title"], ["网站名称", "Title of the site"], |r| Some(&r.value.title))
            .required()
            .text("description", ["简介", "Description"], ["一句话简介", "One sentence about the site"], |r| {
                Some(&r.value.description)
            })
            .required()
            .plain(
                "base_url",
                ["网站地址", "Base URL"],
                ["网站所在目录的完整网址", "Absolute URL of the folder that the site lives in"],
                |r| r.value.base_url.as_deref(),
            )
            .plain(
                "translations",
                ["译文要求", "Translations"],
                [
                    "complete：各语言齐备；partial：允许缺译，缺译处为空",
                    "complete: every text is in every language; partial: some are missing and left empty",
                ],
                |r| Some(r.value.translations.as_str()),
            )
            .required()
            .words(Translations::ALL, Translations::as_str)
            .plain(
                "licence_id",
                ["许可证", "Licence"],
                ["许可证的 SPDX 标识", "SPDX identifier of the licence"],
                |r| Some(&r.value.licence.id),
            )
            .required()
            .text(
                "licence_name",
                ["许可证名称", "Name of the licence"],
                ["许可证名称", "Name of the licence"],
                |r| Some(&r.value.licence.name),
            )
            .required()
            .plain(
                "licence_url",
                ["许可证网址", "URL of the licence"],
                ["许可证全文的网址", "Where the licence can be read"],
                |r| Some(&r.value.licence.url),
            )
            .required()
            .plain(
                "publisher_kind",
                ["发布者性质", "Kind of publisher"],
                [
                    "official：清单所属的政府机关；civic：其他人",
                    "official: the government body whose lists these are; civic: somebody else",
                ],
                |r| Some(r.value.publisher.kind.as_str()),
            )
            .required()
            .words(PublisherKind::ALL, PublisherKind::as_str)
            .text("publisher_name", ["发布者", "Publisher"], ["发布者名称", "Name of the publisher"], |r| {
                Some(&r.value.publisher.name)
            })
            .required()
            .plain(
                "publisher_url",
                ["发布者网址", "URL of the publisher"],
                ["发布者主页", "Home page of the publisher"],
                |r| r.value.publisher.url.as_deref(),
            )
            .plain("contact_email", ["电子邮箱", "E-mail"], ["联系邮箱", "E-mail address to write to"], |r| {
                r.value.contact.email.as_deref()
            })
            .plain(
                "contact_phone",
                ["联系电话", "Phone"],
                ["联系电话，按文本保存", "Phone to call, kept as text"],
                |r| r.value.contact.phone.as_deref(),
            )
            .plain(
                "contact_url",
                ["联系网页", "Contact page"],
                ["载有其他联系方式的网页", "A page with a form or further addresses"],
                |r| r.value.contact.url.as_deref(),
            )
            .text(
                "official_site_name",
                ["网站登记名称", "Registered name of the website"],
                [
                    "政府网站登记的名称，与网站名称相同时为空",
                    "Registered name of a government website; empty where it is the title",
                ],
                |r| r.value.official.as_ref().and_then(|o| o.site_name.as_ref()),
            )
            .plain(
                "official_domain",
                ["域名", "Domain"],
                ["政府网站登记的域名", "Registered domain of a government website"],
                |r| r.value.official.as_ref().map(|o| o.domain.as_str()),
            )
            .plain(
                "official_id_code",
                ["网站标识码", "Website identification code"],
                ["政府网站标识码", "Identification code of a government website"],
                |r| r.value.official.as_ref().map(|o| o.id_code.as_str()),
            )
            .plain("official_icp", ["ICP备案号", "ICP record number"], ["ICP备案号", "ICP record number"], |r| {
                r.value.official.as_ref().and_then(|o| o.icp.as_deref())
            })
            .plain(
                "official_public_security",
                ["公安备案号", "Public-security record number"],
                ["公安机关互联网备案号", "Record number at the public-security organ"],
                |r| r.value.official.as_ref().and_then(|o| o.public_security.as_deref()),
            )
            .text(
                "official_organizer",
                ["主办单位", "Organizer"],
                ["网站主办单位，与发布者相同时为空", "Body that runs the website; empty where it is the publisher"],
                |r| r.value.official.as_ref().and_then(|o| o.organizer.as_ref()),
            )
            .text(
                "official_sponsor",
                ["承办单位", "Maintained by"],
                ["网站承办单位", "Body that maintains the website"],
                |r| r.value.official.as_ref().and_then(|o| o.sponsor.as_ref()),
            )
            .text("official_address", ["地址", "Address"], ["主办单位地址", "Postal address"], |r| {
                r.value.official.as_ref().and_then(|o| o.address.as_ref())
            })
            .plain(
                "official_report_errors",
                ["找错入口", "Reports of errors"],
                ["“我为政府网站找错”入口的网址", "Address of the entrance for reports of errors"],
                |r| r.value.official.as_ref().and_then(|o| o.report_errors.as_deref()),
            )
            .plain(
                "official_badge_image",
                ["网站标识图片", "Picture of the badge"],
                [
                    "党政机关网站标识的图片，为主题中的资源",
                    "Picture of the badge of party and government websites, an asset of the theme",
                ],
                |r| r.value.official.as_ref().and_then(|o| o.badge.as_ref().map(|badge| badge.image.as_str())),
            )
            .plain(
                "official_badge_url",
                ["网站标识网址", "Address of the badge"],
                ["党政机关网站标识链接的网址", "Where the badge leads"],
                |r| r.value.official.as_ref().and_then(|o| o.badge.as_ref().map(|badge| badge.url.as_str())),
            )
            .done(),
    ]
}

fn rows(context: Context<'_>) -> Rows<'_, Site> {
    Box::new(std::iter::once(Row::top(context, &context.graph.model.site, "site", 0, None)))
}
