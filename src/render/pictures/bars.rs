//! Names with numbers in, horizontal bars out, each under its name so that they are as readable on a phone.

use super::svg::{EM, Svg, wrap};

/// Width of the picture.
const WIDTH: u32 = 352;

/// Room at the right of the longest bar for its number.
const FIGURE: u32 = 48;

/// A bar.
pub struct Bar<'a> {
    pub name: &'a str,
    pub value: u32,
    /// The number as written in the language of the page.
    pub figure: String,
}

/// Draws bars in the order given, the longest across the picture.
pub fn bars(id: &str, title: &str, desc: &str, bars: &[Bar<'_>]) -> String {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let mut svg = Svg::new();
    let mut y = 0;
    for bar in bars {
        for line in wrap(bar.name, WIDTH / EM, 2) {
            svg.text("", (0, y + 14), &line);
            y += 16;
        }
        let long = (u64::from(WIDTH - FIGURE) * u64::from(bar.value) / u64::from(most)) as u32;
        svg.path("bar", &format!("M0 {}h{}v10H0z", y + 4, long.max(1)));
        svg.text("quiet", (long + 6, y + 14), &bar.figure);
        y += 26;
    }
    svg.finish(id, "fluid", (WIDTH, y.max(1)), title, desc)
}

#[cfg(test)]
mod tests {
    use super::{Bar, bars};

    #[test]
    fn the_longest_bar_leaves_room_for_its_number() {
        let of = |name, value: u32| Bar { name, value, figure: value.to_string() };
        let drawn = bars("b", "T", "D", &[of("甲", 4), of("乙", 1), of("丙", 0)]);
        assert!(drawn.contains("d=\"M0 20h304v10H0z\""), "{drawn}");
        assert!(drawn.contains("d=\"M0 62h76v10H0z\"") && drawn.contains("h1v10"), "{drawn}");
    }
}
