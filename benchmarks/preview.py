"""The workbench: the time from a save to the page that shows it, and what a hundred edits leave of catalogs.

    python benchmarks/preview.py [--saves 50] [--articles 1000] [--edits 100]

Saves are shown in Chromium, for this repository's project and for one of made-up articles (`corpus.py`); beside them
stands the floor: the time from a save until the server tells that a file changed, before anything is read or made. The
edits are random, in random messages of all locales of this project, through the requests that
the page sends; after each, gettext's ``msgcat --no-wrap`` must leave the catalog as it is, and all other messages must
be the same byte for byte. Needs Playwright, Chromium and gettext.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from playwright.sync_api import Page, sync_playwright

from pipeline.catalogs import format_po, read_po

ROOT = Path(__file__).parent.parent
OPTIONS = ("--no-sandbox", "--disable-gpu")
WORDS = ["Wasser", "l’eau", "\\d", '"x"', "水", "ماء", "**fett**", "\n", "%s", "&amp;", "<b>", "é", "12"]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=100)
    options = parser.parse_args()
    if not (chromium := shutil.which("chromium") or shutil.which("google-chrome")) or not shutil.which("msgcat"):
        sys.exit("Chromium and gettext are needed: apt install chromium gettext")
    with tempfile.TemporaryDirectory() as folder:
        ours, made_up = Path(folder, "ours"), Path(folder, "made-up")
        for name in ("source", "locales"):
            shutil.copytree(ROOT / name, ours / name)
        shutil.copy(ROOT / "pyproject.toml", ours)
        corpus = [sys.executable, str(ROOT / "benchmarks/corpus.py"), str(made_up), "--articles", str(options.articles)]
        subprocess.run([*corpus, "--locales", "5"], check=True, capture_output=True)  # noqa: S603 - our own
        print(f"{'project':24}  {'saves':>5}  {'median':>8}  {'worst':>8}  {'floor':>8}  {'ratio':>5}")
        for name, root in (("this repository", ours), (f"{options.articles} made-up articles", made_up)):
            times = saves(root, chromium, options.saves)
            median, floor = statistics.median(times), statistics.median(told(root, options.saves))
            figures = f"{median:6.0f}ms  {max(times):6.0f}ms  {floor:6.0f}ms  {median / floor:5.1f}"
            print(f"{name:24}  {len(times):5}  {figures}")
        edits(ours, options.edits)


@contextmanager
def server(root: Path) -> Iterator[str]:
    """The address of a workbench for the project in `root`."""
    command = [sys.executable, "-m", "pipeline", "preview", "--no-open", "--port", "0", "--project", str(root)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            yield process.stderr.readline().split()[4] if process.stderr else ""
        finally:
            process.kill()


def catalogs(root: Path) -> list[tuple[str, str, Path]]:
    """The article, the locale and the path of each catalog that has an article."""
    paths = sorted(root.glob("locales/*/LC_MESSAGES/*.po"))
    return [(p.stem, p.parent.parent.name, p) for p in paths if (root / f"source/{p.stem}.md").is_file()]


def saves(root: Path, chromium: str, number: int) -> list[float]:
    """Milliseconds from each save of a catalog until an open page shows it."""
    domain, locale, path = next(each for each in catalogs(root) if each[0] != "glossary")
    catalog = read_po(path.read_bytes(), str(path))
    title = next(iter(catalog))
    text = title.msgstr
    with server(root) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        page = browser.new_page()
        page.goto(f"{address}?article={domain}&locale={locale}&beside=1")
        page.locator("#blocks button").first.wait_for(state="attached")
        times = []
        for count in range(number):
            title.msgstr = text + "!" * (1 + count % 5)  # still a good translation, or readers would not get it
            content = format_po(catalog).encode()
            time.sleep(0.3)
            begun = time.perf_counter()
            path.write_bytes(content)
            shown(page, title.msgstr)
            times.append((time.perf_counter() - begun) * 1000)
        browser.close()
    return times


def told(root: Path, number: int) -> list[float]:
    """Milliseconds from each save until the server says that something changed."""
    _, _, path = catalogs(root)[0]
    times = []
    with server(root) as address, httpx.stream("GET", f"{address}events", timeout=60) as stream:
        events = (line for line in stream.iter_lines() if line.startswith("event: "))
        next(events)
        for _ in range(number):
            time.sleep(0.3)
            begun = time.perf_counter()
            path.write_bytes(path.read_bytes())
            next(events)
            times.append((time.perf_counter() - begun) * 1000)
    return times


def shown(page: Page, title: str) -> None:
    """Wait until the page shows `title`."""
    page.frame_locator("#page").locator("h1", has_text=re.compile(rf"^\s*{re.escape(title)}\s*$")).wait_for(
        timeout=60_000
    )


def edits(root: Path, number: int) -> None:
    """Edit random messages, and count what went wrong."""
    chance = random.Random(1)  # noqa: S311 - no secret
    damaged = others = 0
    with server(root) as address, httpx.Client(base_url=address, timeout=60) as client:
        token = re.findall(r'data-token="([^"]+)"', client.get("/").text)[0]
        headers = {"Origin": address.rstrip("/"), "X-Workbench-Token": token}
        for _ in range(number):
            domain, locale, path = chance.choice(catalogs(root))
            before = path.read_bytes()
            asked = {"article": domain, "locale": locale}
            block = chance.choice(client.get("/api/view", params=asked).json()["blocks"])
            seen = client.get("/api/block", params={**asked, "name": block["name"]}).json()["seen"]
            text = " ".join(chance.choices(WORDS, k=chance.randrange(9)))
            body = {**asked, "name": block["name"], "text": text, "fuzzy": chance.random() < 1 / 4, "seen": seen}
            client.post("/api/save", json=body, headers=headers).raise_for_status()
            after = path.read_bytes()
            damaged += stable(after) != after
            others += rest(before, block["text"]) != rest(after, block["text"])
    print(f"{number} edits: {damaged} catalogs that msgcat writes otherwise, {others} with another message changed")


def stable(content: bytes) -> bytes:
    """What gettext makes of a catalog."""
    command = ["msgcat", "--force-po", "--no-wrap", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout  # noqa: S603


def rest(content: bytes, msgid: str) -> list[str]:
    """All entries but that of `msgid`, without the date of the last change."""
    catalog = read_po(content, "x.po")
    lines = content.decode().split("\n")
    starts = [message.linenum or 0 for message in catalog if message.msgid == msgid]
    entries, at = [], 1
    for entry in "\n".join(lines).split("\n\n"):
        end = at + entry.count("\n")
        if not any(at <= start <= end for start in starts):
            entries.append(re.sub(r'"PO-Revision-Date: [^"]*"', "", entry))
        at = end + 2
    return entries


if __name__ == "__main__":
    main()
