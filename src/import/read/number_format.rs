//! The format of a number, by its code or its number in the table of Excel, in; how it is to be shown out.

/// How a number is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// As typed; also formats that would show less than there is: powers of ten, fractions, conditions, hidden values.
    #[default]
    General,
    /// As a date or a time.
    Date(Dated),
    /// By sections: for positive numbers, negative ones and zero.
    Sections(Vec<Section>),
}

/// What of a date and a time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dated {
    /// The year.
    pub year: bool,
    /// The year in two figures.
    pub short_year: bool,
    /// The month.
    pub month: bool,
    /// The day.
    pub day: bool,
    /// The hour.
    pub hour: bool,
    /// The seconds.
    pub second: bool,
    /// Whether hours go on beyond a day.
    pub elapsed: bool,
}

/// A section of a format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Whether thousands are set apart.
    pub grouped: bool,
    /// How many times a hundredfold is shown.
    pub percent: u8,
    /// How many times a thousandth is shown.
    pub thousandths: u8,
}

/// A token of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A place for a figure: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// Text that stands as it is.
    Literal(String),
}

impl NumberFormat {
    /// A format that Excel knows by its number. Those from 27 to 58 are of the Chinese edition.
    pub fn of_id(id: u32) -> NumberFormat {
        NumberFormat::of_code(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5..=8 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 => "yyyy/m/d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 | 19 | 32..=35 | 55 | 56 => "h:mm",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "yyyy/m/d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            30 => "m-d-yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            37..=40 => "#,##0.##",
            45 | 47 => "mm:ss",
            46 => "[h]:mm:ss",
            _ => "General",
        })
    }

    /// A format by its code, such as `yyyy"年"m"月"d"日"`.
    pub fn of_code(code: &str) -> NumberFormat {
        let lower = code.to_lowercase();
        if lower.contains("general") || lower.contains("g/通用格式") || code.chars().count() > 255 {
            return NumberFormat::General;
        }
        if let Some(dated) = dated(&lower) {
            return NumberFormat::Date(dated);
        }
        sections(code).map_or(NumberFormat::General, NumberFormat::Sections)
    }
}

/// The pieces of a code: quoted or escaped text, what stands in brackets, and characters.
enum Piece {
    Text(String),
    Bracket(String),
    Character(char),
}

fn pieces(code: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => pieces.push(Piece::Text(characters.by_ref().take_while(|c| *c != '"').collect())),
            '[' => pieces.push(Piece::Bracket(characters.by_ref().take_while(|c| *c != ']').collect())),
            '\\' => pieces.push(Piece::Text(characters.next().into_iter().collect())),
            // A blank as wide as the next character; a character that fills the cell.
            '_' => {
                characters.next();
                pieces.push(Piece::Text(String::new()));
            }
            '*' => {
                characters.next();
            }
            c => pieces.push(Piece::Character(c)),
        }
    }
    pieces
}

/// What of a date the first section shows, or nothing where it shows none.
fn dated(lower: &str) -> Option<Dated> {
    let mut dated = Dated::default();
    let mut letters = String::new();
    for piece in pieces(lower) {
        match piece {
            Piece::Character(';') => break,
            Piece::Character('0' | '#' | '?' | '@') if letters.is_empty() => return None,
            Piece::Character(c) if "ymdhsegab".contains(c) => letters.push(c),
            Piece::Bracket(inner) if inner.starts_with(['h', 'm', 's']) && inner.len() <= 2 => {
                dated.elapsed = true;
                letters.push_str(&inner);
            }
            _ => letters.push(' '),
        }
    }
    let runs: Vec<&str> = letters.split(' ').flat_map(runs).collect();
    for (at, run) in runs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| runs.get(at));
        let minutes =
            before.is_some_and(|run| run.starts_with('h')) || runs.get(at + 1).is_some_and(|run| run.starts_with('s'));
        match run.as_bytes().first() {
            Some(b'y' | b'e') => {
                dated.year = true;
                dated.short_year = *run == "yy";
            }
            Some(b'm') if minutes => dated.hour = true,
            Some(b'm') => dated.month = true,
            Some(b'd') => dated.day = true,
            Some(b'h') => dated.hour = true,
            Some(b's') => (dated.second, dated.hour) = (true, true),
            // The day of the week: `aaaa`.
            Some(b'a') if run.len() >= 3 => dated.day = true,
            _ => {}
        }
    }
    (dated.year || dated.month || dated.day || dated.hour).then_some(dated)
}

/// Runs of one letter: `yyyymmdd` is three.
fn runs(letters: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, pair) in letters.as_bytes().windows(2).enumerate() {
        if pair[0] != pair[1] {
            runs.push(&letters[start..=at]);
            start = at + 1;
        }
    }
    if start < letters.len() {
        runs.push(&letters[start..]);
    }
    runs
}

/// The sections of a code, or nothing where it is better shown as typed.
fn sections(code: &str) -> Option<Vec<Section>> {
    let mut sections = vec![Section::default()];
    // Commas since the last place for a figure: at the end they divide by a thousand, else they set thousands apart.
    let mut commas = 0;
    for piece in pieces(code) {
        let section = sections.last_mut()?;
        let text = match piece {
            Piece::Character(';') => {
                section.thousandths = commas;
                commas = 0;
                sections.push(Section::default());
                continue;
            }
            Piece::Character(c @ ('0' | '#' | '?')) => {
                section.grouped |= commas > 0;
                commas = 0;
                section.tokens.push(Token::Digit(c));
                continue;
            }
            Piece::Character('.') if !section.tokens.contains(&Token::Point) => {
                section.thousandths = commas;
                commas = 0;
                section.tokens.push(Token::Point);
                continue;
            }
            Piece::Character(',') if section.tokens.iter().any(|token| matches!(token, Token::Digit(_))) => {
                commas = commas.saturating_add(1).min(4);
                continue;
            }
            Piece::Character('E' | 'e' | '/' | '@') => return None,
            Piece::Character('%') => {
                section.percent = section.percent.saturating_add(1).min(4);
                "%".to_owned()
            }
            Piece::Character(c) => c.to_string(),
            Piece::Text(text) => text,
            // A currency: `[$¥-804]`. Conditions decide by value, so nothing is decided.
            Piece::Bracket(inner) => match inner.strip_prefix('$') {
                Some(currency) => currency.split('-').next().unwrap_or_default().to_owned(),
                None if inner.starts_with(['<', '>', '=']) => return None,
                None => continue,
            },
        };
        section.tokens.push(Token::Literal(text));
    }
    sections.last_mut()?.thousandths += commas;
    Some(sections)
}
