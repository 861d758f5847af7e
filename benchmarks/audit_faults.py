"""Plant faults into a clean site and count what the audit finds, beside axe-core and the Nu HTML checker.

    python benchmarks/audit_faults.py

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
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from audit.faults import FAULTS, Fault, clean_site, planted  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from pipeline.audit import Audit  # noqa: E402

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => {{
    const result = await axe.run(document, {{runOnly: {{type: "tag", values: {json.dumps(TAGS)}}}}})
    return result.violations.map(each => each.id)
}}"""

Found = frozenset[str]
Look = Callable[[Path], Found]


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


@cache
def nu(path: Path) -> Found:
    """Return the messages of the Nu HTML checker, warnings included, about one file."""
    jar = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--also-check-css", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return frozenset(each["message"] for each in json.loads(done.stdout)["messages"])


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
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def page_of(fault: Fault) -> str:
    """Return the page on which a fault shows; one in the style sheet shows on every page."""
    return fault.path if fault.path.endswith(".html") else "en/fever.html"


def judged(looks: dict[str, Look]) -> Iterator[tuple[Fault, dict[str, bool], dict[str, bool]]]:
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


def main() -> None:
    """Print a line for each fault, and the sums."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        rows = list(judged({"audit": ours, "axe": axe_in(browser), "nu": nu}))
        browser.close()
    print(f"{'fault':36} audit  axe   Nu")
    for fault, caught, _ in rows:
        print(f"{fault.name:36} " + " ".join(f"{'x' if caught[name] else '':>5}" for name in ("audit", "axe", "nu")))
    for label, place in (("caught", 1), ("false alarms on the twins", 2)):
        sums = [sum(row[place][name] for row in rows) for name in ("audit", "axe", "nu")]
        either = sum(row[place]["axe"] or row[place]["nu"] for row in rows)
        print(f"{label:36} " + " ".join(f"{number:>5}" for number in sums) + f"   axe or Nu {either}, of {len(rows)}")


if __name__ == "__main__":
    main()
