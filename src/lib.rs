//! Qingdan publishes government responsibility lists (责任清单) as a multilingual website and open data.

pub mod audit;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod link;
pub mod load;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod publish;
