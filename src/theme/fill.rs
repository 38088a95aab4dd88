//! A template and its values in, the page out, or a failure where the template is wrong or does not end.

use std::io::{self, Write};

use tera::{Context, Tera};

use crate::diag::{Failure, Message};

use super::load::Theme;
use super::turns;

/// Bytes that a page may have: the largest lists, whole on one page, have a tenth of it.
const MOST: usize = 64 << 20;

impl Theme {
    /// Appends a page, or a part of one, to `out`. `tera` is the engine of the theme with the values of a language.
    ///
    /// # Errors
    ///
    /// Fails where the template asks for what is not there, or takes more turns or bytes than any page needs.
    pub fn fill(&self, tera: &Tera, template: &str, values: &Context, out: &mut Vec<u8>) -> Result<(), Failure> {
        turns::begin();
        let mut bounded = Bounded { left: MOST, over: false, out };
        let Err(error) = tera.render_to(template, values, &mut bounded) else { return Ok(()) };
        if !bounded.over && !turns::spent() {
            return Err(self.fault(&error));
        }
        // The engine tells where it was stopped in a loop, but not where it wrote too much.
        let (path, place) = match self.fault(&error) {
            Failure::Theme { path, message } if !bounded.over => (path, place(&message).to_owned()),
            _ => (self.origin(template), String::new()),
        };
        let at = format!("{}{}", path.display(), place);
        let (zh, en) = if bounded.over {
            (
                format!("这一页超过 {} MB，不再继续；请检查模板里的循环", MOST >> 20),
                format!("the page grew beyond {} MB and was stopped; look at the loops of the template", MOST >> 20),
            )
        } else {
            (
                format!(
                    "模板在这一页上转了 {} 万圈还没有结束，不再继续；请检查循环套循环、组件调用自己的地方",
                    turns::MOST / 10_000
                ),
                format!(
                    "the template took {} million turns on one page and was stopped; look for loops in loops and components \
                     that call themselves",
                    turns::MOST / 1_000_000
                ),
            )
        };
        Err(Failure::Refused { words: Message::new(format!("{at}：{zh}"), format!("{at}: {en}")) })
    }

    /// The same for a whole page, with its policy; `styles` are the hashes of those that stand in it.
    ///
    /// # Errors
    ///
    /// As [`Theme::fill`].
    pub fn fill_page(
        &self,
        tera: &Tera,
        template: &str,
        values: &Context,
        styles: &[String],
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        let start = out.len();
        self.fill(tera, template, values, out)?;
        self.policy.put(out, start, styles);
        Ok(())
    }
}

/// The line and column at the head of a message, with the colon before them.
fn place(message: &str) -> String {
    let mut parts = message.splitn(3, ':');
    match (parts.next().map(str::parse::<u32>), parts.next().map(str::parse::<u32>)) {
        (Some(Ok(line)), Some(Ok(column))) => format!(":{line}:{column}"),
        _ => String::new(),
    }
}

/// Takes so many bytes and no more.
struct Bounded<'o> {
    left: usize,
    over: bool,
    out: &'o mut Vec<u8>,
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.left.checked_sub(bytes.len()) {
            Some(left) => {
                self.left = left;
                self.out.extend_from_slice(bytes);
                Ok(bytes.len())
            }
            None => {
                self.over = true;
                Err(io::Error::other("too many bytes"))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
