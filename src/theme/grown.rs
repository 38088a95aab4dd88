//! What a filter of templates is to put together in; the same as the engine makes it out, or a refusal where it grew too large.
//!
//! Filters that follow each other in one expression set nothing, so what each of them makes is measured before it is made. A
//! large text takes as many turns as it takes time.

use tera::{Error, Kwargs, Map, State, StringInput, Tera, TeraResult, Value};

use super::turns::{self, LONGEST};

/// Bytes that take as long as a turn.
const OF_A_TURN: usize = 4 << 10;

/// Puts the filters in the place of those of the engine.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    tera.register_filter("str", as_str);
    tera.register_function(turns::HELD, set);
}

/// Takes a text of so many bytes, or refuses it.
fn held(bytes: usize) -> TeraResult<()> {
    if bytes > LONGEST {
        return Err(Error::message(format!("the text that is made here grew beyond {} MB", LONGEST >> 20)));
    }
    turns::take(u32::try_from(bytes / OF_A_TURN).unwrap_or(u32::MAX))
}

/// Measures what a template has set. Values that are no text are the program's own, and bounded, or lists of them, which are
/// measured where a text is made of them.
fn set(kwargs: Kwargs, _: &State<'_>) -> TeraResult<bool> {
    let text: Option<&str> = kwargs.get("of").unwrap_or_default();
    text.map_or(Ok(()), |text| held(text.len())).map(|()| false)
}

/// Bytes that a value takes as a text, roughly, and more than may be held where it takes more: lists of lists of the same are
/// small themselves.
fn weight(value: &Value) -> usize {
    fn add(value: &Value, sum: &mut usize) {
        if *sum > LONGEST {
            return;
        }
        *sum += 1 + value.as_str().map_or(0, str::len);
        value.as_array().into_iter().flatten().for_each(|one| add(one, sum));
        value.as_map().into_iter().flat_map(Map::values).for_each(|one| add(one, sum));
    }
    let mut sum = 0;
    add(value, &mut sum);
    sum
}

/// `replace`: a part of a text, wherever it stands, by another.
fn replace(text: StringInput<'_>, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let from = kwargs.must_get::<&str>("from")?;
    let to = kwargs.must_get::<StringInput<'_>>("to")?;
    let replaced = |text: &str, to: &str| {
        let more = text.matches(from).count().saturating_mul(to.len().saturating_sub(from.len()));
        held(text.len().saturating_add(more)).map(|()| text.replace(from, to))
    };
    if state.autoescaping_enabled() && (text.is_safe() || to.is_safe()) {
        Ok(Value::safe_string(&replaced(&text.rendered(state)?, &to.rendered(state)?)?))
    } else {
        replaced(text.as_str(), to.as_str()).map(Value::from)
    }
}

/// `join`: the values of a list as one text.
fn join(values: &[Value], kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let between = kwargs.get::<StringInput<'_>>("sep")?;
    let length = between.as_ref().map_or(0, |between| between.as_str().len());
    let all = values.iter().fold(0, |sum: usize, value| match sum {
        sum if sum > LONGEST => sum,
        sum => sum.saturating_add(length).saturating_add(weight(value)),
    });
    held(all)?;
    let is_safe = |value: &Value| value.is_string() && value.is_safe();
    let safe = values.iter().any(is_safe) || between.as_ref().is_some_and(StringInput::is_safe);
    if !(safe && state.autoescaping_enabled()) {
        let parts: Vec<String> = values.iter().map(Value::to_string).collect();
        return Ok(Value::from(parts.join(between.as_ref().map_or("", StringInput::as_str))));
    }
    let part = |value: &Value| if value.is_undefined() { Ok(String::new()) } else { state.escape_if_needed(value) };
    let parts = values.iter().map(part).collect::<TeraResult<Vec<String>>>()?;
    let between = between.as_ref().map(|between| between.rendered(state)).transpose()?.unwrap_or_default();
    Ok(Value::safe_string(&parts.join(&between)))
}

/// `str`: any value as a text.
fn as_str(value: Value, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    held(weight(&value)).map(|()| value.to_string())
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::register;

    /// What the engine's own filters and ours make of a template.
    fn both(template: &str) -> [Result<String, String>; 2] {
        [false, true].map(|ours| {
            let mut tera = Tera::new();
            if ours {
                register(&mut tera);
            }
            let mut values = Context::new();
            values.insert("text", "甲<乙>&c");
            values.insert("list", &["a", "<b>", "丙"]);
            values.insert("mixed", &(1, "x", [true, false]));
            tera.add_raw_template("a.html", template).map_err(|error| error.to_string())?;
            tera.render("a.html", &values).map_err(|error| error.to_string())
        })
    }

    #[test]
    fn what_they_make_is_what_the_engine_makes() {
        for template in [
            "{{ text | replace(from='<', to='&') }}",
            "{{ text | replace(from='', to='-') }}",
            "{{ text | safe | replace(from='<', to='&') }}",
            "{{ text | replace(from='乙', to='<b>' | safe) }}",
            "{{ text | replace(from='乙') }}",
            "{{ list | join(sep='<') }}{{ list | join }}",
            "{{ list | join(sep='<i>' | safe) }}",
            "{{ [text | safe, text] | join(sep='&') }}",
            "{{ mixed | join(sep=', ') }}",
            "{{ mixed | str }}{{ list | str | length }}",
            "{{ 3 | replace(from='a', to='b') }}",
            "{{ text | join }}",
        ] {
            let [engine, ours] = both(template);
            assert_eq!(ours, engine, "{template}");
        }
    }

    #[test]
    fn what_grows_within_an_expression_is_stopped() {
        let tenfold = " | replace(from='a', to='aaaaaaaaaa')".repeat(30);
        let nested = "{% set a = [a, a] %}".repeat(60);
        for template in [
            format!("{{{{ 'a'{tenfold} | length }}}}"),
            format!("{{{{ ['a'{}, 'a'] | join | length }}}}", &tenfold[..tenfold.len() / 3]),
            format!("{{% set a = 'a' %}}{nested}{{{{ a | str | length }}}}"),
            format!("{{% set a = 'a' %}}{nested}{{{{ a | join | length }}}}"),
        ] {
            let mut tera = Tera::new();
            register(&mut tera);
            tera.add_raw_template("a.html", &template).expect("a template");
            crate::theme::turns::begin();
            let error = tera.render("a.html", &Context::new()).expect_err(&template);
            assert!(error.to_string().contains("grew beyond 16 MB"), "{error}");
        }
    }
}
