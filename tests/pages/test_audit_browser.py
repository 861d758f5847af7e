"""``audit --browser``: what only a browser shows is found, and nothing is where there is nothing."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from audit.live_faults import LIVE_FAULTS, live_site
from audit.test_rules import SHELL
from click.testing import CliRunner
from commands.support import Files, make_project

from pipeline.audit.live import LIVE_RULES, TREE
from pipeline.cli import main
from pipeline.commands.audit import audit
from pipeline.commands.audit_browser import look
from pipeline.commands.build import build

pytestmark = pytest.mark.browser

OPEN_SHELL = SHELL.replace("default-src 'none'", "default-src * data: 'unsafe-inline'").replace(
    "<body>", '<body id="page">'
)
SHOWN = {"index.html", "404.html", "en", "ar"}
"""Where the pages lie that are shown here; test_axe.py and test_browser.py look at all."""

BASIC = frozenset({"P912"})
"""Short examples need not follow every advice for a whole page."""


def apart(function, *arguments):
    """Call a function in a thread of its own: a browser that other tests have open holds this one's loop."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(function, *arguments).result()


def written(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def seen(folder):
    """Return what is found in a browser on the pages of a folder: the codes, by path."""
    audited = audit(folder, folder)
    audited.findings.clear()
    apart(look, audited, folder, folder, lambda _: None)
    assert audited.errors == []
    found = {path: set() for path in audited.site.pages}
    for finding in audited.findings:
        found[finding.location.path].add(finding.rule)
    return found


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """The examples of all rules in one folder, and what is found on each."""
    files = {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    for rule in LIVE_RULES:
        for name, example in (("bad", rule.bad), ("good", rule.good)):
            files[f"{rule.code}-{name}.html"] = OPEN_SHELL.format(example)
    return seen(written(tmp_path_factory.mktemp("examples"), files))


@pytest.mark.parametrize("rule", LIVE_RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_reported_and_the_good_one_is_not(examples, rule):
    assert rule.code in examples[f"{rule.code}-bad.html"]
    assert examples[f"{rule.code}-good.html"] <= BASIC - {rule.code}


def test_every_rule_has_a_planted_fault():
    # benchmarks/audit_faults.py --browser plants them; each page takes a second, which is too long for here.
    assert {code for fault in LIVE_FAULTS for code in fault.rules.split()} == {rule.code for rule in LIVE_RULES}
    files, bad, twins = live_site()
    assert {*bad.values(), *twins.values()} == {path for path in files if path.endswith(".html")}


def test_a_translation_that_sounds_of_another_shape_is_found(tmp_path):
    original, _, other = TREE.bad.partition("\n\n")
    same = TREE.good.partition("\n\n")[2]
    links = "".join(f'<link rel=alternate hreflang={tag} href="{tag}.html">' for tag in ("en", "es", "pt"))
    for tag, body in (("en", original), ("es", other), ("pt", same)):
        page = OPEN_SHELL.format(body).replace('lang="en"', f'lang="{tag}"').replace("</head>", f"{links}</head>")
        (tmp_path / f"{tag}.html").write_text(page, encoding="utf-8")
    assert {path for path, codes in seen(tmp_path).items() if TREE.code in codes} == {"es.html"}


def test_nothing_is_found_on_the_site(site):
    audited = audit(site.folder, site.folder)
    shown = {path: facts for path, facts in audited.site.pages.items() if path.split("/")[0] in SHOWN}
    audited.site.pages = shown
    apart(look, audited, site.folder, site.folder, lambda _: None)
    assert audited.findings == []
    assert audited.errors == []
    assert len(shown) == sum(path.split("/")[0] in SHOWN for path in site.pages) > len(SHOWN)


def run(*arguments):
    command = ["audit", "--browser", *map(str, arguments)]
    return apart(lambda: CliRunner().invoke(main, command, catch_exceptions=False))


@pytest.fixture
def built(tmp_path):
    files = Files(make_project(tmp_path).root)
    files.run(build)
    return files


def test_from_the_command_line(built):
    result = run("--project", built.root)
    assert result.exit_code == 0, result.stdout
    style = built.root / "output" / "style.css"
    style.write_text(style.read_text(encoding="utf-8") + "main { min-inline-size: 500px }", encoding="utf-8")
    result = run("--project", built.root, "--format", "github")
    assert result.exit_code == 1
    assert "P921" in result.stdout


def test_without_a_browser_or_its_packages_one_line_says_what_to_do(built, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    result = run("--project", built.root)
    assert result.exit_code == 2
    assert (
        result.stderr == "error: no browser starts; install Chromium, Chrome or Edge so that it is found by its name\n"
    )
    monkeypatch.setitem(sys.modules, "axe_playwright_python", None)
    result = run("--project", built.root)
    assert result.exit_code == 2
    assert result.stderr == "error: --browser needs the package axe_playwright_python; install plainspoken[browser]\n"
