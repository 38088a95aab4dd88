//! A page of the documentation in; the same with what stands between its marks made anew, out.

/// What ends a block.
const END: &str = "<!-- end -->";

/// Fills every block of a kind: `<!-- kind: what -->`, lines that are made from `what`, `<!-- end -->`.
pub fn fill(page: &str, kind: &str, mut make: impl FnMut(&str) -> String) -> String {
    let start = format!("<!-- {kind}: ");
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find(&start) {
        let (before, block) = rest.split_at(at);
        let (what, behind) = block[start.len()..].split_once(" -->").expect("the end of a mark");
        let end = behind.find(END).unwrap_or_else(|| panic!("the block `{what}` has no end"));
        out.extend([before, &start, what, " -->\n", make(what).trim_end(), "\n\n", END]);
        rest = &behind[end + END.len()..];
    }
    out.push_str(rest);
    out
}
