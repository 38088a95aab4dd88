//! Entries of a register in, their lines of YAML out; and a file of a register with such lines behind it.

use crate::model::{Department, Lang, Region, Text};
use crate::yaml::flow;

use super::answers::Name;

/// What a site has to register for a list.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Regions.
    pub regions: Vec<Region>,
    /// Kinds of department.
    pub departments: Vec<Department>,
}

impl Entries {
    /// The lines for `regions.yaml` and `departments.yaml`; empty where there is nothing to register.
    pub fn lines(&self) -> [String; 2] {
        [self.regions.iter().map(region).collect(), self.departments.iter().map(department).collect()]
    }
}

/// Whether lines behind a register read as further entries of it; not so behind a file in flow style.
pub fn can_be_added(text: &str, lines: &str) -> bool {
    let count = |text: &str| serde_yaml::from_str::<Vec<serde_json::Value>>(text).ok().map(|entries| entries.len());
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let whole = count(&format!("{text}{end}{lines}"));
    whole.is_some() && whole == count(text).zip(count(lines)).map(|(before, more)| before + more)
}

fn name(text: &Text) -> String {
    let zh = text.best(Lang::ZH).1.to_owned();
    Name { zh, en: text.get(Lang::EN).map(str::to_owned) }.flow(true)
}

fn region(region: &Region) -> String {
    let code = region.code.as_deref().map(|code| format!("code: {}, ", flow(code))).unwrap_or_default();
    let parent = region.parent.as_deref().map(|slug| format!(", parent: {}", flow(slug))).unwrap_or_default();
    let level = region.level.as_str();
    format!("- {{{code}slug: {}, name: {}, level: {level}{parent}}}\n", flow(&region.slug), name(&region.name))
}

fn department(department: &Department) -> String {
    let aliases: Vec<String> = department.aliases.iter().map(|alias| flow(alias)).collect();
    format!(
        "- slug: {}\n  name: {}\n  aliases: [{}]\n",
        flow(&department.slug),
        name(&department.name),
        aliases.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::can_be_added;

    #[test]
    fn entries_go_behind_a_file_in_block_style_alone() {
        for (register, can) in [("- {slug: a}", true), ("- slug: a\n", true), ("[{slug: a}]\n", false)] {
            assert_eq!(can_be_added(register, "- {slug: b}\n"), can, "{register}");
        }
    }
}
