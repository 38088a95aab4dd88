//! Shapes and labels in, one escaped SVG out.

use std::fmt::Write;

use super::super::text::escape;

/// Size of a letter in units of the picture; the style sheet has the same.
pub(super) const EM: u32 = 12;

/// A picture that is drawn.
pub(in super::super) struct Drawing {
    pub svg: String,
    /// Its width at the size of type it is drawn for.
    pub width: u32,
}

/// A picture being drawn.
pub(super) struct Svg {
    body: String,
}

impl Svg {
    pub fn new() -> Svg {
        Svg { body: String::new() }
    }

    /// A filled or drawn outline.
    pub fn path(&mut self, class: &str, outline: &str) {
        let _ = write!(self.body, "<path class=\"{class}\" d=\"{outline}\"/>");
    }

    /// A label; `class` may be empty.
    pub fn text(&mut self, class: &str, (x, y): (u32, u32), text: &str) {
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\"");
        self.label(class, text);
    }

    /// A label that rises to the right from a point.
    pub fn rising(&mut self, (x, y): (u32, u32), text: &str) {
        let _ = write!(self.body, "<text transform=\"translate({x} {y}) rotate(-60)\"");
        self.label("", text);
    }

    fn label(&mut self, class: &str, text: &str) {
        if !class.is_empty() {
            let _ = write!(self.body, " class=\"{class}\"");
        }
        self.body.push('>');
        escape(text, &mut self.body);
        self.body.push_str("</text>");
    }

    /// The picture, with its name and what it says in words. `id` tells its ids from others of the page.
    pub fn finish(self, id: &str, (width, height): (u32, u32), title: &str, desc: &str) -> Drawing {
        // It is drawn half as large again, as far as there is room; an empty one before it keeps it from becoming smaller
        // than small type.
        let (wide, high) = (width * 7 / 5, height * 7 / 5);
        let mut out = format!(
            "<svg width=\"{width}\" height=\"0\"></svg>\
             <svg width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"_{id}-t _{id}-d\"><title id=\"_{id}-t\">"
        );
        escape(title, &mut out);
        let _ = write!(out, "</title><desc id=\"_{id}-d\">");
        escape(desc, &mut out);
        out.push_str("</desc>");
        out.push_str(&self.body);
        out.push_str("</svg>");
        Drawing { svg: out, width }
    }
}

/// The width that the longest of some labels takes, in units of the picture.
pub(super) fn widest<'t>(labels: impl IntoIterator<Item = &'t str>) -> u32 {
    let of = |label: &str| label.chars().map(width).sum::<u32>() * EM / 100;
    labels.into_iter().map(of).max().unwrap_or_default()
}

/// The width of a column of labels that stand in up to so many lines: as the longest asks for, within bounds.
pub(super) fn column<'t>(labels: impl IntoIterator<Item = &'t str>, lines: u32, bounds: (u32, u32)) -> u32 {
    // Lines end at words, so some of each stays empty.
    let longest = widest(labels);
    let asked = if lines > 1 { longest / lines + 4 * EM } else { longest + EM };
    asked.min(longest + EM).clamp(bounds.0, bounds.1)
}

/// Width of a letter in hundredths of an em: Chinese letters are square, others about half as wide.
fn width(letter: char) -> u32 {
    match letter {
        '\u{2e80}'.. => 100,
        'A'..='Z' | 'm' | 'w' => 72,
        _ => 55,
    }
}

/// The lines of a label, each at most `ems` wide; what does not fit in `lines` of them ends in an ellipsis.
pub(super) fn wrap(text: &str, ems: u32, lines: usize) -> Vec<String> {
    let limit = ems * 100;
    let mut done: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut used = 0;
        let fits = rest
            .char_indices()
            .find(|(_, letter)| {
                used += width(*letter);
                used > limit
            })
            .map_or(rest.len(), |(at, _)| at);
        if fits == rest.len() {
            done.push(rest.to_owned());
            break;
        }
        if done.len() + 1 == lines.max(1) {
            let kept = rest[..fits].chars().count().saturating_sub(2);
            let kept: String = rest.chars().take(kept).collect();
            done.push(format!("{}…", kept.trim_end()));
            break;
        }
        let next = rest[fits..].chars().next();
        let broken = if next.is_some_and(|next| next.is_ascii_alphanumeric()) { rest[..fits].rfind(' ') } else { None };
        let first = rest.chars().next().map_or(rest.len(), char::len_utf8);
        let at = broken.unwrap_or(fits).max(first);
        done.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    done
}

#[cfg(test)]
mod tests {
    use super::{Svg, column, wrap};

    #[test]
    fn escapes_what_it_is_given() {
        let mut svg = Svg::new();
        svg.text("", (1, 2), "<a & b>");
        let drawn = svg.finish("p", (10, 20), "<t>", "&").svg;
        assert!(drawn.contains("&lt;a &amp; b&gt;</text>") && drawn.contains("&lt;t&gt;</title>"), "{drawn}");
    }

    #[test]
    fn a_column_is_as_wide_as_its_labels_ask_for() {
        assert_eq!(column(["计量", "特种设备安全监察"], 1, (60, 200)), 108);
        assert_eq!(column(["计量"], 1, (60, 200)), 60);
        assert_eq!(column(["特种设备安全监察特种设备安全监察特种设备安全监察"], 1, (60, 200)), 200);
    }

    #[test]
    fn wraps_at_words_and_letters_and_ends_in_an_ellipsis() {
        assert_eq!(wrap("计量管理", 10, 2), ["计量管理"]);
        assert_eq!(wrap("特种设备安全监察", 4, 2), ["特种设备", "安全监察"]);
        assert_eq!(wrap("特种设备安全监察科", 4, 2), ["特种设备", "安全…"]);
        assert_eq!(wrap("special equipment", 6, 2), ["special", "equipment"]);
        assert_eq!(wrap("计量", 0, 2).len(), 2);
        assert!(wrap("", 4, 2).is_empty());
    }
}
