"""Weigh every page of the site: what a reader's browser loads, and from whom.

    python benchmarks/page_weight.py [FOLDER]

FOLDER holds built pages (default: those of this repository, built into a temporary folder). Pages and style sheets are
compressed as web servers do (gzip, level 6). Scripts, and requests to other hosts, are counted in Chromium while it
shows the page, so that nothing that is loaded late is missed. Needs plainspoken[browser] and Chromium.
The goal is 20 kB for HTML and CSS together, no script and no request to anybody else.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from pipeline.commands.browser import Files, browser
from pipeline.commands.build import build
from pipeline.commands.workspace import open_project, project_locales

ROOT = Path(__file__).parent.parent
GOAL = 20_000
SCRIPTS = """() => [...document.querySelectorAll("*")].filter(element => element.localName === "script"
    && element.type !== "application/ld+json"
    || [...element.attributes].some(({name, value}) =>
        name.startsWith("on") || /^\\s*javascript:/i.test(value))
).length"""


class Weight(NamedTuple):
    """What one page costs."""

    page: str
    html: int
    style: int
    pictures: int
    requests: int
    scripts: int
    elsewhere: int


def packed(path: Path) -> int:
    """Return the size of a file as it travels."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def built() -> Path:
    """Build the pages of this repository into a temporary folder, and return it."""
    folder = Path(tempfile.mkdtemp(prefix="weight-"))
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    project = open_project(folder)
    build(project, project_locales(project))
    return project.output


def weigh(folder: Path) -> list[Weight]:
    """Return what each page below `folder` costs."""
    names = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    rows = []
    with browser() as started, started.new_context() as context:
        files = Files(folder, names, "")
        context.route("**/*", files.answer)
        page = context.new_page()
        loaded: list[str] = []
        page.on("response", lambda response: loaded.append(response.url.partition("?")[0]))
        for name in sorted(each for each in names if each.endswith(".html") and each != "404.html"):
            files.begin()
            loaded.clear()
            page.goto(files.address(name), wait_until="networkidle")
            own = {each for each in names if files.address(each) in loaded}
            sizes = {each: packed(folder / each) for each in own}
            style = sum(size for each, size in sizes.items() if each.endswith(".css"))
            rest = sum(size for each, size in sizes.items() if not each.endswith((".css", ".html")))
            scripts = page.evaluate(SCRIPTS)
            rows.append(Weight(name, sizes[name], style, rest, len(loaded), scripts, len(files.elsewhere)))
    return rows


def main() -> None:
    """Print a line for each page, and what matters of all."""
    rows = weigh(Path(sys.argv[1]) if len(sys.argv) > 1 else built())
    print(f"{'page':34} {'HTML':>7} {'CSS':>7} {'both':>7} {'other':>7} requests scripts elsewhere")
    for row in rows:
        sizes = f"{row.html:7,} {row.style:7,} {row.html + row.style:7,} {row.pictures:7,}"
        print(f"{row.page:34} {sizes} {row.requests:8} {row.scripts:7} {row.elsewhere:9}")
    both = [row.html + row.style for row in rows]
    print(
        f"\n{len(rows)} pages; HTML and CSS, gzipped: median {statistics.median(both):,.0f} bytes, "
        f"most {max(both):,} (goal {GOAL:,}); scripts {sum(row.scripts for row in rows)}; "
        f"requests to other hosts {sum(row.elsewhere for row in rows)}"
    )


if __name__ == "__main__":
    main()
