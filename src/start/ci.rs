//! A service that runs jobs for a repository in, the file that tells it to check and publish the site out.

use super::answers::{Ci, NewFile};

/// Its file, where the service looks for it.
pub fn service_file(service: Ci) -> NewFile {
    let [path, text] = match service {
        Ci::Github => [".github/workflows/qingdan.yml", include_str!("../../ci/github.yml")],
        Ci::Gitlab => [".gitlab-ci.yml", include_str!("../../ci/gitlab.yml")],
        Ci::Gitee => [".workflow/qingdan.yml", include_str!("../../ci/gitee.yml")],
    };
    NewFile { path: path.to_owned(), text: text.to_owned() }
}
