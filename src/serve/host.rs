//! The host that a request names in; whether it may be answered out.
//!
//! A page of a stranger can make a browser ask this machine under a name of the stranger's own (DNS rebinding). An address
//! in figures, `localhost` and the name that the user gave cannot be such a name.

use std::net::IpAddr;

/// Whether a request with this `Host` is answered, where the user named `own`.
pub(super) fn may_ask(host: &str, own: &str) -> bool {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) => (name, port),
            None => return false,
        },
        None => host.split_once(':').unwrap_or((host, "")),
    };
    let port = port.trim_start_matches(':');
    if !port.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.parse::<IpAddr>().is_ok() || (!name.is_empty() && name == own.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::may_ask;

    #[test]
    fn a_name_of_a_stranger_is_refused() {
        for host in ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.7", "Pingchuan:80"] {
            assert!(may_ask(host, "pingchuan"), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:8000",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "[::1",
            "localhost:80@evil.example",
            "pingchuan.example",
        ] {
            assert!(!may_ask(host, "pingchuan"), "{host}");
        }
    }
}
