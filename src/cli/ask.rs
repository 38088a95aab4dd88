//! A question in, an answer out: from an option, from somebody at a terminal, or by default.

use std::io::{BufRead, IsTerminal};

use crate::diag::{Failure, Message, MessageLang};

use super::output::say;

/// Asks on a terminal; elsewhere options and defaults answer.
pub(super) struct Asker<'a> {
    speech: MessageLang,
    /// Lines that are typed; `None` where nobody is there to type.
    typed: Option<Box<dyn BufRead + 'a>>,
    say: fn(&str),
}

/// A question.
pub(super) struct Question<'a> {
    /// What is asked, on a terminal.
    pub words: Message,
    /// The option that answers it.
    pub option: &'static str,
    /// What the option says.
    pub given: Option<&'a str>,
    /// The answer of who answers nothing; `None` where there has to be one.
    pub default: Option<String>,
}

impl<'a> Asker<'a> {
    /// Asks where somebody sits at a terminal and did not say `--yes`.
    pub fn new(yes: bool, speech: MessageLang) -> Asker<'a> {
        let there = !yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        let typed = there.then(|| Box::new(std::io::stdin().lock()) as Box<dyn BufRead>);
        Asker { speech, typed, say }
    }

    /// Whether somebody is there to ask.
    pub fn asks(&self) -> bool {
        self.typed.is_some()
    }

    /// Tells something, in the language of the reader.
    pub fn tell(&self, words: &Message) {
        (self.say)(&format!("{}\n", words.say(self.speech)));
    }

    /// The answer, as `read` takes it. A wrong one that was typed is asked again, with what is wrong.
    ///
    /// # Errors
    ///
    /// Fails where an option says something wrong and nobody is there to ask, and where the typing ends.
    pub fn ask<T>(
        &mut self,
        question: &Question<'_>,
        mut read: impl FnMut(&str) -> Result<T, Message>,
    ) -> Result<T, Failure> {
        if let Some(given) = question.given {
            match read(given) {
                Ok(answer) => return Ok(answer),
                Err(words) if !self.asks() => return Err(Failure::Option { option: question.option, words }),
                Err(words) => self.tell(&Message::new(
                    format!("  {}：{}", question.option, words.zh),
                    format!("  {}: {}", question.option, words.en),
                )),
            }
        }
        while self.asks() {
            let default = question.default.as_deref().filter(|text| !text.is_empty());
            let default = default.map(|text| format!(" [{text}]")).unwrap_or_default();
            (self.say)(&match self.speech {
                MessageLang::Zh => format!("{}{default}：", question.words.zh),
                MessageLang::En => format!("{}{default}: ", question.words.en),
            });
            let line = self.line()?;
            let typed = line.trim();
            let answer = match &question.default {
                Some(default) if typed.is_empty() => read(default),
                _ => read(typed),
            };
            match answer {
                Ok(answer) => return Ok(answer),
                Err(words) => self.tell(&Message::new(format!("  {}", words.zh), format!("  {}", words.en))),
            }
        }
        let words = question.words.clone();
        let default = question.default.as_deref().ok_or(Failure::Option { option: question.option, words })?;
        read(default).map_err(|words| Failure::Option { option: question.option, words })
    }

    /// A line that is typed.
    fn line(&mut self) -> Result<String, Failure> {
        let mut line = String::new();
        let read = self.typed.as_mut().map_or(Ok(0), |typed| typed.read_line(&mut line));
        match read {
            Ok(length) if length > 0 => Ok(line),
            Ok(_) => {
                (self.say)("\n");
                Err(Failure::Refused {
                    words: Message::new(
                        "没有答完，什么都没有写。",
                        "the questions were not answered; nothing was written",
                    ),
                })
            }
            // Bytes that are no text are no answer: the question is asked again.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => Ok(String::new()),
            Err(error) => Err(Failure::Read { path: "-".into(), error }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asker, Question};
    use crate::diag::{Message, MessageLang};

    fn ask(typed: Option<&'static str>, given: Option<&str>, default: Option<&str>) -> Result<u32, String> {
        let typed = typed.map(|text| Box::new(text.as_bytes()) as Box<dyn std::io::BufRead>);
        let mut asker = Asker { speech: MessageLang::En, typed, say: |_| {} };
        let question = Question {
            words: Message::new("几个", "how many"),
            option: "--number",
            given,
            default: default.map(str::to_owned),
        };
        let read = |text: &str| text.parse().map_err(|_| Message::new("不是数", format!("`{text}` is no number")));
        asker.ask(&question, read).map_err(|failure| failure.to_string())
    }

    #[test]
    fn options_typing_and_defaults_answer_in_this_order() {
        assert_eq!(ask(Some("3\n"), Some("2"), Some("1")), Ok(2));
        assert_eq!(ask(Some("3\n"), None, Some("1")), Ok(3));
        assert_eq!(ask(Some("\n"), None, Some("1")), Ok(1));
        assert_eq!(ask(None, None, Some("1")), Ok(1));
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_a_wrong_option_refused() {
        assert_eq!(ask(Some("three\n\n 3 \n"), None, None), Ok(3));
        assert_eq!(ask(Some("3\n"), Some("two"), None), Ok(3));
        assert_eq!(ask(None, Some("two"), None), Err("--number: `two` is no number".to_owned()));
        assert_eq!(ask(None, None, None), Err("--number: how many".to_owned()));
        assert!(ask(Some("three\n"), None, None).is_err_and(|why| why.contains("nothing was written")));
    }
}
