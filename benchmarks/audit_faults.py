"""Plant faults into a clean site and count what the audit finds, beside axe-core and the Nu HTML checker.

    python benchmarks/audit_faults.py               # what can be seen in the files
    python benchmarks/audit_faults.py --browser     # what only a browser shows

Needs Chromium, Java and what `npm ci` installs. Site and faults are those of the tests, written by the same people who
wrote the rules. A fault is caught if something is found that is not found on the clean site; a false alarm is the
same for its twin, a change of the same place that is no fault.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from audit.faults import FAULTS, Fault, clean_site, planted  # noqa: E402
from audit.live_faults import LIVE_FAULTS, NARROWER, live_site  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from pipeline.audit import Audit  # noqa: E402
from pipeline.commands.audit import audit  # noqa: E402
from pipeline.commands.audit_browser import look as look_in_browser  # noqa: E402

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => {{
    const result = await axe.run(document, {{runOnly: {{type: "tag", values: {json.dumps(TAGS)}}}}})
    return result.violations.map(each => each.id)
}}"""

Found = frozenset[str]
Look = Callable[[Path], Found]
Row = tuple["Fault", dict[str, bool], dict[str, bool]]
"""A fault, and which of the tools noticed it and its twin."""


def ours(folder: Path) -> Found:
    """Return the codes that the audit finds in a folder."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    audit = Audit(frozenset(files))
    found = []
    for path, content in files.items():
        if path.endswith(".html"):
            found += audit.page(path, content)
        elif path.endswith(".css"):
            found += audit.sheet(path, content.decode())
    return frozenset(finding.rule for finding in found + audit.together())


def nu_messages(paths: list[Path]) -> list[dict[str, str]]:
    """Return what the Nu HTML checker says of files, warnings included."""
    jar = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--also-check-css", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return messages


@cache
def nu(path: Path) -> Found:
    """Return the messages of the Nu HTML checker about one file."""
    return frozenset(each["message"] for each in nu_messages([path]))


def nu_of_all(folders: tuple[Path, ...]) -> Look:
    """Return the function that knows the messages about each page of some folders: one start of Java for all."""
    found: dict[Path, set[str]] = {}
    for each in nu_messages([path for folder in folders for path in sorted(folder.rglob("*.html"))]):
        found.setdefault(Path(each["url"].removeprefix("file:")), set()).add(each["message"])
    return lambda path: frozenset(found.get(path, ()))


def axe_in(browser: object) -> Look:
    """Return the function that runs axe-core on one page."""
    context = browser.new_context(bypass_csp=True)  # type: ignore[attr-defined]
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def look(path: Path) -> Found:
        page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate(script)
        found = frozenset(page.evaluate(RUN))
        page.close()
        return found

    return look


def written(site: dict[str, str]) -> Path:
    """Write a site into a folder of its own, and return the folder."""
    folder = Path(tempfile.mkdtemp(prefix="audit-"))
    for name, text in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def page_of(fault: Fault) -> str:
    """Return the page on which a fault shows; one in the style sheet shows on every page."""
    return fault.path if fault.path.endswith(".html") else "en/fever.html"


def judged(looks: dict[str, Look]) -> Iterator[Row]:
    """Yield each fault, and which of the tools noticed it and its twin."""
    clean = written(clean_site())
    for fault in FAULTS:
        noticed = []
        for text in (fault.bad, fault.twin):
            folder = written(planted(fault, text))
            pages = {"nu": fault.path, "axe": page_of(fault)}
            noticed.append(
                {
                    name: bool(look(folder / pages.get(name, "")) - look(clean / pages.get(name, "")))
                    for name, look in looks.items()
                }
            )
            shutil.rmtree(folder)
        yield fault, noticed[0], noticed[1]
    shutil.rmtree(clean)


@contextmanager
def chromium() -> Iterator[object]:
    """Start the browser for axe-core."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def codes_in_browser(folder: Path) -> dict[str, Found]:
    """Return the codes that `audit --browser` finds beyond those of `audit`, by page."""
    seen = audit(folder, folder)
    seen.findings.clear()
    started = time.perf_counter()
    look_in_browser(seen, folder, folder, lambda _: None)
    took = time.perf_counter() - started
    print(f"audit --browser: {seen.pages} pages, {took / seen.pages:.2f} seconds each\n")
    return {
        path: frozenset(finding.rule for finding in seen.findings if finding.location.path == path)
        for path in seen.site.pages
    }


def judged_in_browser() -> Iterator[Row]:
    """Yield the faults that only a browser shows. Ours is a catch only if the rule that it is about found it."""
    files, bad, twins = live_site()
    folder = written(files)
    clean = written({path: text.replace(*NARROWER) for path, text in clean_site().items()})
    codes = codes_in_browser(folder)
    with chromium() as browser:
        others: dict[str, Look] = {"axe": axe_in(browser), "nu": nu_of_all((folder, clean))}
        for fault in LIVE_FAULTS:
            paths = bad[fault.name], twins[fault.name]
            caught, alarmed = (
                {
                    name: bool(other(folder / path) - other(clean / path.partition("/")[2]))
                    for name, other in others.items()
                }
                for path in paths
            )
            wanted = codes[paths[0]] & set(fault.rules.split())
            yield fault, {"audit": bool(wanted), **caught}, {"audit": bool(codes[paths[1]]), **alarmed}
    shutil.rmtree(folder)
    shutil.rmtree(clean)


def main() -> None:
    """Print a line for each fault, and the sums."""
    if "--browser" in sys.argv:
        rows = list(judged_in_browser())
    else:
        with chromium() as browser:
            rows = list(judged({"audit": ours, "axe": axe_in(browser), "nu": nu}))
    print(f"{'fault':46} audit  axe   Nu")
    for fault, caught, _ in rows:
        print(f"{fault.name:46} " + " ".join(f"{'x' if caught[name] else '':>5}" for name in ("audit", "axe", "nu")))
    for label, place in (("caught", 1), ("false alarms on the twins", 2)):
        sums = [sum(row[place][name] for row in rows) for name in ("audit", "axe", "nu")]
        either = sum(row[place]["axe"] or row[place]["nu"] for row in rows)
        print(f"{label:46} " + " ".join(f"{number:>5}" for number in sums) + f"   axe or Nu {either}, of {len(rows)}")


if __name__ == "__main__":
    main()
