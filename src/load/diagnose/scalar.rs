//! A scalar without quotes in, what the reader of files takes it for out.
//!
//! `no`, `off`, `0x1F` and `1e3` are no text in YAML. It is asked of the reader itself, so that what it refuses is
//! reported at its place whatever it takes the value for.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// What a scalar is taken for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scalar {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// Text.
    Text,
}

/// What a scalar without quotes is taken for.
pub(super) fn scalar(text: &str) -> Scalar {
    // The reader refuses `.inf` and `.nan`, which are numbers in YAML.
    let number = text.trim_start_matches(['+', '-']);
    if [".inf", ".nan"].iter().any(|endless| number.eq_ignore_ascii_case(endless)) {
        return Scalar::Number(f64::INFINITY);
    }
    serde_yaml::from_str(text).unwrap_or(Scalar::Text)
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scalar, D::Error> {
        deserializer.deserialize_any(Kind)
    }
}

struct Kind;

impl Visitor<'_> for Kind {
    type Value = Scalar;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a scalar")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Scalar, E> {
        Ok(i64::try_from(value).map_or(Scalar::Number(value as f64), Scalar::Whole))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Scalar, scalar};

    #[test]
    fn takes_for_what_the_reader_does() {
        for (text, taken) in [
            ("no", Scalar::Bool(false)),
            ("Yes", Scalar::Bool(true)),
            ("true", Scalar::Bool(true)),
            ("12", Scalar::Whole(12)),
            ("0x1F", Scalar::Whole(31)),
            ("1.5", Scalar::Number(1.5)),
            ("1e3", Scalar::Number(1000.0)),
            (".inf", Scalar::Number(f64::INFINITY)),
            ("-.NaN", Scalar::Number(f64::INFINITY)),
            ("计量", Scalar::Text),
            ("2015-03-30", Scalar::Text),
            ("a, b", Scalar::Text),
        ] {
            assert_eq!(scalar(text), taken, "{text}");
        }
    }
}
