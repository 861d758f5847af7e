"""Every rule finds its bad example, and nothing is found in its good one."""

import re
from collections import Counter

import pytest

from pipeline.audit import AUDIT_RULES, Audit

SHELL = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width"><title>Muscles</title></head>
<body><main><h1>Muscles</h1>{}</main></body></html>
"""
FILE = re.compile(r"^=== (\S+)\n", re.MULTILINE)
IGNORED = {"P601"}  # the examples are short, and hold no policy


def files(example):
    """Return the files of an example: a piece of a page, a page, or several files."""
    parts = FILE.split(example)
    if len(parts) > 1:
        return dict(zip(parts[1::2], parts[2::2], strict=True))
    return {"page.html": example if example.startswith("<!DOCTYPE") else SHELL.format(example)}


def found(example):
    """Return the codes of all that is found in an example."""
    contents = files(example)
    audit = Audit(frozenset(contents) | {"a.svg"})
    findings = [
        finding
        for path, text in contents.items()
        for finding in (audit.sheet(path, text) if path.endswith(".css") else audit.page(path, text.encode()))
    ]
    return Counter(finding.rule for finding in findings + audit.together())


EXAMPLES = [(rule, bad, good) for rule in AUDIT_RULES for bad, good in ((rule.bad, rule.good), *rule.more)]
IDS = [f"{rule.code}-{number}" for number, (rule, _, _) in enumerate(EXAMPLES)]


@pytest.mark.parametrize(("rule", "bad"), [example[:2] for example in EXAMPLES], ids=IDS)
def test_the_bad_example_is_reported_and_nothing_else(rule, bad):
    codes = found(bad)
    assert codes[rule.code]
    assert set(codes) - IGNORED <= {rule.code}


@pytest.mark.parametrize(("rule", "good"), [example[::2] for example in EXAMPLES], ids=IDS)
def test_nothing_is_found_in_the_good_example(rule, good):
    assert set(found(good)) <= IGNORED - {rule.code}


def test_codes_and_names_are_used_once():
    assert max(Counter(rule.code for rule in AUDIT_RULES).values()) == 1
    assert max(Counter(rule.name for rule in AUDIT_RULES).values()) == 1


def test_every_rule_says_why_and_what_to_do():
    assert all(rule.summary.endswith(".") and rule.why.endswith(".") and rule.fix for rule in AUDIT_RULES)
