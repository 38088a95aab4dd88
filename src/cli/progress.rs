//! Progress of a long build, on a terminal; silence in a pipe.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diag::MessageLang;
use crate::pipeline::{Progress, Stage};

/// A line that says which stage is at work and how far it is.
pub(super) struct Line {
    bar: ProgressBar,
    speech: MessageLang,
}

impl Line {
    /// A line on the standard error; hidden where that is no terminal.
    pub fn new(speech: MessageLang) -> Line {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        Line { bar, speech }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Line {
    fn stage(&self, stage: Stage, total: Option<u64>) {
        let [zh, en] = match stage {
            Stage::Load => ["读取内容", "reading the content"],
            Stage::Check => ["检查", "checking"],
            Stage::Write => ["写出数据和页面", "writing data and pages"],
            Stage::Audit => ["核对链接", "checking links"],
            Stage::Publish => ["换上新网站", "putting the site in place"],
        };
        let name = if self.speech == MessageLang::Zh { zh } else { en };
        let template = if total.is_some() { "{msg} {wide_bar} {pos}/{len}" } else { "{msg} …" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_length(total.unwrap_or(0));
        self.bar.set_position(0);
        self.bar.set_message(name);
        self.bar.tick();
    }

    fn done(&self, count: u64) {
        self.bar.inc(count);
    }
}
