//! What a site is made from, as one value; every address that the site will have out.

use crate::audit::{self, Addresses};
use crate::diag::Sink;
use crate::discover::{self, LLMS};
use crate::export;
use crate::link::Graph;
use crate::load::StaticFile;
use crate::plan::Plan;
use crate::theme::Theme;

/// What a site is made from.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    pub graph: &'a Graph<'a>,
    pub plan: &'a Plan<'a>,
    pub theme: &'a Theme,
    pub statics: &'a [StaticFile],
}

impl Making<'_> {
    /// Every address that the site will have; none where some of them are faults.
    pub fn addresses(self, sink: &mut Sink) -> Option<Addresses> {
        let Making { graph, plan, theme, statics } = self;
        let assets = theme.assets().map(|(path, _)| path.to_owned());
        let files = export::paths(plan).into_iter().chain(export::further_records(graph, plan)).chain(assets);
        let found = discover::files(plan).into_iter().map(|(path, _)| path);
        let languages = plan.model.languages();
        let feeds = plan.feeds.keys().flat_map(|page| languages.iter().filter_map(|lang| plan.feed(*page, *lang)));
        let files = files.chain(found).chain(feeds).chain([LLMS.to_owned()]);
        let added = statics.iter().map(|of| (of.file, &*of.path));
        let addresses = audit::addresses(plan, files, added, sink);
        (!sink.has_errors()).then_some(addresses)
    }
}
