//! How long the stages take before a page can be shown: for each number of counties, made-up content in; milliseconds out.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::path::Path;
use std::time::Instant;

use qingdan::diag::Sink;
use qingdan::plan::{Base, plan};
use qingdan::theme::Theme;

fn main() {
    for size in [0usize, 5, 300] {
        let folder = std::env::temp_dir().join(format!("qingdan-serve-{size}"));
        let content = if size == 0 { Path::new("content").to_owned() } else { folder.clone() };
        if size > 0 && !folder.exists() {
            synth::write_content(&content, size, 1).unwrap();
        }
        let (mut cache, mut m1, mut m2) =
            (qingdan::load::Cache::default(), qingdan::cite::Memory::default(), qingdan::cite::Memory::default());
        for _ in 0..3 {
            let mut sink = Sink::new();
            let t = Instant::now();
            let mut sources = qingdan::load::load_again(&content, &mut cache, &mut sink).unwrap();
            let a = t.elapsed();
            let t = Instant::now();
            let model = qingdan::check::check_again(&mut sources, &mut m1, &mut sink).unwrap();
            let b = t.elapsed();
            let t = Instant::now();
            let clone = model.clone();
            let b2 = t.elapsed();
            drop(clone);
            let t = Instant::now();
            let graph = {
                let r = m2.reader(&model.laws);
                eprintln!("reader {:?}", t.elapsed());
                qingdan::link::link_by(&model, r)
            };
            let c = t.elapsed();
            let t = Instant::now();
            let plan = plan(&graph, Base::default());
            let d = t.elapsed();
            let t = Instant::now();
            let theme = Theme::load(None).unwrap();
            let e = t.elapsed();
            let catalogue = qingdan::dataset::Catalogue::default();
            let t = Instant::now();
            let renderer =
                qingdan::render::Renderer::new(&graph, &plan, &theme, &catalogue, &|_| String::new()).unwrap();
            let f = t.elapsed();
            let mut out = Vec::new();
            let t = Instant::now();
            renderer.page(qingdan::plan::Target::Lists, model.languages()[0], &mut out).unwrap();
            let g = t.elapsed();
            let t = Instant::now();
            let lists = qingdan::export::list_files(qingdan::model::ListId::all(&model).next().unwrap(), &graph, &plan)
                .unwrap();
            let h = t.elapsed();
            println!(
                "{size}: pages {} load {a:?} check {b:?} (clone {b2:?}) link {c:?} plan {d:?} theme {e:?} renderer {f:?} lists-page {g:?} list-files {h:?} {}",
                plan.targets.len(),
                lists.len()
            );
            println!("faults {}", sink.found().len());
        }
    }
}
