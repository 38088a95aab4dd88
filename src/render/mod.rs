//! A page of the plan in, its HTML out: the model is turned into views, and templates see nothing else.

mod citations;
mod colophon;
mod frame;
mod globals;
mod linked;
mod markdown;
mod names;
mod pen;
mod pictures;
mod renderer;
mod shared;
mod text;
mod views;

pub use renderer::Renderer;
