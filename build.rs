//! Rebuilds when a file of the default theme comes or goes: it is part of the binary.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
