"""What the templates write on a request to merge: a small host of repositories that keeps comments, as GitHub, GitLab and Gitee keep
them, and a `gh` that talks to it."""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

MARK = "<!-- qingdan -->"


class Host:
    """Keeps the comments of one request, and what was asked of it."""

    def __init__(self):
        # Somebody wrote before; that comment is nobody else's to change.
        self.comments = [{"id": 7, "body": "看起来不错", "user": {"type": "User"}}]
        self.asked: list[str] = []
        self.token = "a-token"

    def __enter__(self):
        host = self

        class Answering(BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                sent = parse_qs(self.rfile.read(length).decode("utf-8"))
                path, _, query = self.path.partition("?")
                sent = {**parse_qs(query), **sent}
                host.asked.append(f"{self.command} {path}")
                known = [self.headers.get("PRIVATE-TOKEN"), *sent.get("access_token", [])]
                status, said = host.take(self.command, path, sent) if host.token in known else (401, None)
                body = json.dumps(said).encode("utf-8")
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = answer

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Answering)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def take(self, method: str, path: str, sent: dict) -> tuple[int, object]:
        if method == "GET":
            return 200, self.comments
        body = sent["body"][0]
        if method == "POST":
            self.comments.append({"id": len(self.comments) + 100, "body": body, "user": {"type": "Bot"}})
            return 201, self.comments[-1]
        number = int(re.search(r"/(\d+)$", path).group(1))
        own = next(comment for comment in self.comments if comment["id"] == number)
        own["body"] = body
        return 200, own

    def told(self, word: str) -> None:
        """One comment of ours, which says the word; that of somebody else as it was."""
        own = [comment["body"] for comment in self.comments if comment["body"].startswith(MARK)]
        assert len(own) == 1, f"{len(own)} comments: {self.asked}"
        assert word in own[0], own[0]
        assert self.comments[0]["body"] == "看起来不错", "the comment of somebody else was changed"


def gh(folder: Path, host: Host) -> Path:
    """A folder with a `gh` that reads and writes the comments of the host; of `--jq` it knows the one question."""
    shim = folder / "gh"
    shim.write_text(
        f"""#!/usr/bin/env python3
import json, sys, urllib.parse, urllib.request
arguments = sys.argv[1:]
assert arguments.pop(0) == "api", sys.argv
method, body, asked, path = "GET", None, None, None
while arguments:
    word = arguments.pop(0)
    if word == "--method":
        method = arguments.pop(0)
    elif word == "--field":
        name, _, value = arguments.pop(0).partition("=")
        assert name == "body" and value.startswith("@"), value
        body = open(value[1:], encoding="utf-8").read()
    elif word == "--jq":
        asked = arguments.pop(0)
    elif word not in ("--paginate", "--silent"):
        path = word
data = urllib.parse.urlencode({{"body": body}}).encode() if body is not None else None
request = urllib.request.Request("{host.address}/" + path, data, {{"PRIVATE-TOKEN": "{host.token}"}}, method=method)
said = json.load(urllib.request.urlopen(request))
if asked:
    assert asked == '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- qingdan -->"))) | .id', asked
    for comment in said:
        if comment["user"]["type"] == "Bot" and comment["body"].startswith("<!-- qingdan -->"):
            print(comment["id"])
"""
    )
    shim.chmod(0o755)
    return folder
