//! Words in, the files of a made-up site with lists out.

use std::fs;
use std::path::Path;

/// Writes what a site has beside its lists: `site.yaml` with its name, and `regions.yaml` as given.
pub fn site(root: &Path, name: &str, regions: &str) {
    fs::write(root.join("regions.yaml"), regions).expect("regions");
    let site = format!(
        "title: {name}\ndescription: {name}\nlanguages: [zh]\nlicence: {{id: CC0-1.0, name: 公有, url: https://example.org/l}}\n\
         publisher: {{kind: civic, name: 某人}}\n"
    );
    fs::write(root.join("site.yaml"), site).expect("a site");
}

/// Writes a list of one form of one part `p`; `head` are further lines of its head, `records` what it holds, each as YAML.
pub fn list(root: &Path, id: &str, head: &str, [agency, title, part]: [&str; 3], records: &str) {
    let lists = root.join("lists");
    fs::create_dir_all(&lists).expect("a folder");
    let text = format!(
        "id: {id}\n{head}\nagency: {agency}\ntitle: {title}\n\
         sources: [{{id: form, title: 登记表, parts: [{{id: p, title: {part}}}]}}]\n{records}"
    );
    fs::write(lists.join(format!("{id}.yaml")), text).expect("a list");
}
