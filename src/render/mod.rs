//! A page of the plan in, its HTML out: the model is turned into views, and templates see nothing else.

mod atoms;
mod chinese;
mod citations;
mod description;
mod evidence;
mod feed;
mod foreign;
mod frame;
mod headings;
mod linked;
mod locale;
mod markdown;
mod names;
mod page;
mod phrases;
mod pictures;
mod print;
mod provenance;
mod readings;
mod renderer;
mod shared;
mod site;
mod text;
mod views;

pub use renderer::{Beside, Renderer};
