"""``audit --browser``: what only a browser shows is found, and nothing is where there is nothing."""

import shutil

import pytest
from audit.live_faults import LIVE_FAULTS, PICTURE, live_site
from audit.test_rules import SHELL
from click.testing import CliRunner
from commands.support import Files, make_project

from pipeline.audit import AUDIT_RULES
from pipeline.audit.live import LIVE_RULES, TREE
from pipeline.cli import main
from pipeline.commands.audit import audit
from pipeline.commands.audit_browser import look
from pipeline.commands.build import build

pytestmark = pytest.mark.browser

OPEN_SHELL = SHELL.replace("default-src 'none'", "default-src * data: 'unsafe-inline'").replace(
    "<body>", '<body id="page">'
)
BASIC = frozenset({"P912"})
"""Short examples need not follow every advice for a whole page."""


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
    look(audited, folder, folder, lambda _: None)
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


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """What is found on the pages with planted faults, and on their twins."""
    files, bad, twins = live_site()
    found = seen(written(tmp_path_factory.mktemp("planted"), files))
    return {name: (found[bad[name]], found[twins[name]]) for name in bad}


@pytest.mark.parametrize("fault", LIVE_FAULTS, ids=[fault.name for fault in LIVE_FAULTS])
def test_a_planted_fault_is_found_and_its_twin_is_not(planted, fault):
    bad, twin = planted[fault.name]
    assert bad & set(fault.rules.split())
    assert twin == set()
