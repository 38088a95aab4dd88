//! A component and its examples in; the HTML that they become, and what the page of the components says, out.

use qingdan::model::Lang;
use qingdan::theme::Theme;
use tera::{Context, Tera};

use super::{Component, Components, Example, Kind, Node, Parameter, Shape, Shaped};

/// The name that a layout calls a component by.
pub fn called(name: &str) -> String {
    name.replace('-', "_")
}

/// The engine as pages of a language have it, but for what depends on the content.
pub fn engine(theme: &Theme, lang: &str) -> Tera {
    let mut tera = theme.templates().clone();
    let strings = theme.strings(Lang::new(lang).expect("a language")).expect("strings");
    let globals = tera.global_context();
    globals.insert("lang", lang);
    globals.insert("t", strings);
    tera
}

/// What a component makes of an example.
pub fn render(tera: &Tera, all: &Components, name: &str, example: &Example) -> String {
    let component = all.get(name).expect("a component");
    let info = tera.get_component_definition(&called(name));
    let (mut given, mut around) = (Context::new(), Context::new());
    for parameter in &component.parameters {
        let arg = info.as_ref().and_then(|info| info.args().iter().find(|arg| arg.name() == parameter.name));
        let value = example.data.get(&parameter.name);
        if value.is_none() && arg.is_some_and(|arg| arg.default().is_some()) {
            continue;
        }
        let shaped = Shaped { all, node: Node::from(parameter), value: value.unwrap_or(&serde_json::Value::Null) };
        let context = if arg.is_some_and(|arg| arg.is_implicit()) { &mut around } else { &mut given };
        context.insert(parameter.name.clone(), &shaped);
    }
    let html = match component.kind {
        Kind::Component => tera.render_component_with_implicits(&called(name), &given, &around, None, true),
        _ => tera.render(&format!("components/{name}/template.html"), &given),
    };
    html.unwrap_or_else(|error| panic!("{name}, {}: {error}", example.name)).trim().to_owned()
}

/// What the page says of a component.
pub fn section(theme: &Theme, all: &Components, name: &str) -> String {
    let (component, file) = &all.all[name];
    let Component { description, parameters, examples, kind } = component;
    let mut text = format!("\n## `{name}`\n\n{}\n\n{}\n", description.zh, description.en);
    text += &match kind {
        Kind::Component => format!("\n{}\n", call(&theme.templates().clone(), name)),
        Kind::Include => format!("\n`{{% include \"components/{name}/template.html\" %}}`\n"),
        Kind::Style => "\nStyle alone.\n".to_owned(),
    };
    if !parameters.is_empty() {
        text += "\n| parameter | type | required | meaning |\n|---|---|---|---|\n";
        rows(parameters, "", &mut text);
    }
    for (example, data) in examples.iter().zip(data(file)) {
        let html = render(&engine(theme, &example.lang), all, name, example);
        text += &format!("\n**{}**\n\n```yaml\n{data}```\n\n```html\n{html}\n```\n", example.name);
    }
    text
}

/// How a layout calls a component.
fn call(tera: &Tera, name: &str) -> String {
    let info = tera.get_component_definition(&called(name)).expect("a component");
    let given = info.args().iter().filter(|arg| !arg.is_implicit());
    let given: String = given.map(|arg| format!(" {}={{…}}", arg.name())).collect();
    format!("`{{{{ <{}{given}/> }}}}`", called(name))
}

/// A row for each parameter and each part of it.
fn rows(parameters: &[Parameter], way: &str, text: &mut String) {
    for parameter in parameters {
        let Parameter { name, shape, optional, meaning, parameters } = parameter;
        let name = match name.parse::<u8>() {
            Ok(place) => format!("{}[{place}]", way.trim_end_matches('.')),
            Err(_) => format!("{way}{name}"),
        };
        let required = if *optional { "" } else { "yes" };
        *text += &format!("| `{name}` | {} | {required} | {meaning} |\n", spelled(shape));
        let many = if matches!(shape, Shape::Sequence(_)) { "[]" } else { "" };
        rows(parameters, &format!("{name}{many}."), text);
    }
}

/// A type as the page has it.
fn spelled(shape: &Shape) -> String {
    match shape {
        Shape::Word(name) | Shape::Known(name, _) => (*name).to_owned(),
        Shape::Html => "html".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Object => "object".to_owned(),
        Shape::Pair => "pair".to_owned(),
        Shape::Like(path) => {
            let (component, part) = path.split_once('.').expect("a component");
            format!("`{part}` of [`{component}`](#{component})")
        }
        Shape::Sequence(of) => format!("sequence of {}", spelled(of)),
    }
}

/// The data of each example as they stand in the file.
pub fn data(file: &str) -> Vec<String> {
    let indented = |line: &&str| line.is_empty() || line.starts_with("      ");
    let blocks = file.split("    data:\n").skip(1);
    blocks
        .map(|block| {
            block.lines().take_while(indented).map(|line| format!("{}\n", line.get(6..).unwrap_or_default())).collect()
        })
        .collect()
}
