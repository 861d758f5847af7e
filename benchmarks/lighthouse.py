"""What Lighthouse says of pages: accessibility, best practices and what search engines need, each out of 100.

    npm install --ignore-scripts --prefix /tmp/lighthouse lighthouse@12.8.2
    PATH=$PATH:/tmp/lighthouse/node_modules/.bin python benchmarks/lighthouse.py [LANGUAGE ...]

Builds the pages of this repository for a server of this machine, and looks at every article in the languages named
(default: en ar ja) with the Chromium of this machine. Prints what does not reach 100, and by which audits.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pipeline.commands.build import build
from pipeline.commands.workspace import open_project, project_locales

ROOT = Path(__file__).parent.parent
CATEGORIES = ("accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"


class Quiet(SimpleHTTPRequestHandler):
    """A server that does not tell what it serves."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def built(address: str) -> Path:
    """Build the pages of this repository, with `address` as that of the site, and return their folder."""
    folder = Path(tempfile.mkdtemp(prefix="lighthouse-"))
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    project = open_project(folder)
    build(project, project_locales(project), base_url=address)
    return project.output


def told(address: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page."""
    program = shutil.which("lighthouse")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not (program and chromium):
        sys.exit("lighthouse or chromium is not installed; the first lines of this file say how")
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = [
        program,
        address,
        only,
        "--output=json",
        "--quiet",
        "--max-wait-for-load=90000",
        f"--chrome-flags={FLAGS}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        sys.exit(f"{address}: {done.stderr.strip()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def failed(report: dict[str, Any], category: str) -> list[str]:
    """Return the audits of a category that are not passed in full."""
    named = [each["id"] for each in report["categories"][category]["auditRefs"] if each["weight"]]
    audits = [report["audits"][name] for name in named]
    lost = [each for each in audits if (each["score"] or 0) < 1 and _counts(each)]
    return [" ".join(filter(None, (each["id"], each.get("explanation"), each.get("errorMessage")))) for each in lost]


def _counts(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}


def main() -> None:
    """Print a line for each page."""
    languages = sys.argv[1:] or ["en", "ar", "ja"]
    folder = Path(tempfile.gettempdir())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        folder = built(address)
        server.RequestHandlerClass = partial(Quiet, directory=folder)  # type: ignore[assignment]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'page':34} {' '.join(f'{each:>14}' for each in CATEGORIES)}")
        for path in (path for language in languages for path in sorted((folder / language).rglob("*.html"))):
            name = path.relative_to(folder).as_posix()
            report = told(f"{address}{name}")
            scores = [f"{100 * report['categories'][each]['score']:14.0f}" for each in CATEGORIES]
            lost = [audit for each in CATEGORIES for audit in failed(report, each)]
            print(f"{name:34} {' '.join(scores)}  {', '.join(lost)}", flush=True)
        server.shutdown()


if __name__ == "__main__":
    main()
