"""``explain``: the catalogue of rules, for people, for programs and for the documentation."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pipeline import checks
from pipeline.audit import AUDIT_RULES
from pipeline.audit.live import LIVE_RULES, TREE
from pipeline.checks import TRANSLATION_RULES
from pipeline.checks.rule import Rule
from pipeline.errors import InputError
from pipeline.model import Severity

PAGE_RULES: tuple[Rule[Any], ...] = (*AUDIT_RULES, *LIVE_RULES, TREE)
RULES: tuple[Rule[Any], ...] = (*checks.RULES, *PAGE_RULES)
"""For articles, catalogs and pages."""

LETTERS = {**checks.LETTERS, "P": "Finished pages"}
CODES = {**checks.CODES, **{name: rule.code for rule in PAGE_RULES for name in (rule.code, rule.name)}}

_LONGEST = 400
"""So many characters of an example are shown."""

_LANGUAGE = re.compile(r"lang: (\S+)\n")
_INTRODUCTION = """\
# Rules

What `plainspoken check` looks for in articles and catalogs, and `plainspoken audit` on finished pages (the rules `P`;
those from P901 on with `--browser`).
This page is made from the rules themselves: do not edit it, run
`plainspoken explain --format markdown > docs/rules.md`.

An *error* keeps a message from being published (readers get the source text, marked as such) and makes the exit status
1. A *warning* is reported. A *note* is a hint. The configuration changes severities, also for some locales or files:

    [tool.plainspoken.rules]
    missing = "note"
    T102 = { severity = "off", locales = ["th"], files = ["source/a.md"], reason = "The link differs by law." }

One finding can be silenced with a reason: in the article, before the block, with
`<!-- check-ignore: S101 The reason. -->`; in a catalog, above the message, with the comment
`# check-ignore: T102 The reason.` What is silenced needlessly is reported.

The word lists of the rules about safety (units, frequencies, words for *not*, warnings, emergency numbers) are written
from knowledge of the languages; no clinician who speaks the language as a first language has reviewed them. They catch
slips, and replace no reading by such a person. T219 names the languages that have no list.

Characters that cannot be seen are written as ⟨U+200B⟩ in the examples.
"""


def find_rule(name: str) -> Rule[Any]:
    """Return the rule with a code or name, in letters of any case. Raises `InputError` that suggests near ones."""
    names = {key.casefold(): code for key, code in CODES.items()}
    code = names.get(name.strip().casefold())
    if code is None:
        near = difflib.get_close_matches(name.strip().casefold(), names, n=3, cutoff=0.6)
        told = dict.fromkeys(f"{names[each]} ({_by_code(names[each]).name})" for each in near)
        advice = f"did you mean {' or '.join(told)}?" if told else "plainspoken explain lists all"
        raise InputError(f"no rule has the code or name {name}; {advice}")
    return _by_code(code)


def _by_code(code: str) -> Rule[Any]:
    return next(rule for rule in RULES if rule.code == code)


def sorted_rules() -> list[Rule[Any]]:
    """Return all rules, by family and code."""
    return sorted(RULES, key=lambda rule: (list(LETTERS).index(rule.code[0]), rule.code))


def listing() -> str:
    """Return one line for each rule."""
    width = max(len(rule.name) for rule in RULES)
    lines = [f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.summary}" for rule in sorted_rules()]
    return "\n".join([*lines, ""])


def explain(name: str) -> str:
    """Return all that there is to say about one rule. Raises `InputError` if there is none of that name."""
    rule = find_rule(name)
    lines = [
        f"{rule.code} {rule.name} ({LETTERS[rule.code[0]].lower()}, {rule.severity})",
        rule.summary,
        "",
        f"Why: {rule.why}",
        f"Fix: {rule.fix}",
        *_remarks(rule),
    ]
    for language, bad, good in _examples(rule):
        said = f" ({language})" if language else ""
        lines += ["", f"Reported{said}:", *_indented(bad), f"Mended{said}:", *_indented(good)]
    return "\n".join([*lines, ""])


def record(name: str) -> str:
    """Return one rule as JSON. Raises `InputError` if there is none of that name."""
    return json.dumps(_record(find_rule(name)), ensure_ascii=False, indent=1) + "\n"


def records() -> str:
    """Return all rules as JSON."""
    rules = [_record(rule) for rule in sorted_rules()]
    return json.dumps({"schema": 1, "rules": rules}, ensure_ascii=False, indent=1) + "\n"


def catalogue(name: str | None = None) -> str:
    """Return one rule as Markdown, or without a name the page of all rules."""
    if name is not None:
        return "\n".join(_section(find_rule(name))) + "\n"
    rules = sorted_rules()
    parts = [_INTRODUCTION, *_numbers(rules)]
    for letter, family in LETTERS.items():
        members = [rule for rule in rules if rule.code[0] == letter]
        parts.append(f"## {family}\n")
        parts.append("| Rule | Severity | What is reported |\n| --- | --- | --- |")
        parts += [
            f"| [{rule.code} {rule.name}](#{rule.code.lower()}-{rule.name}) | {rule.severity} | {_cell(rule.summary)} |"
            for rule in members
        ]
        parts.append("")
        parts += [line for rule in members for line in _section(rule)]
    return "\n".join(parts).rstrip() + "\n"


def _numbers(rules: list[Rule[Any]]) -> Iterator[str]:
    """Yield a table with the number of rules in each family."""
    yield f"| Family | Rules | {' | '.join(f'{severity.capitalize()}s' for severity in Severity)} |"
    yield f"| --- | --- |{' --- |' * len(Severity)}"
    for letter, family in (*LETTERS.items(), ("", "All")):
        members = [rule for rule in rules if rule.code.startswith(letter)]
        counts = [sum(rule.severity is severity for rule in members) for severity in Severity]
        yield f"| {family} | {len(members)} | {' | '.join(map(str, counts))} |"
    yield ""


def _record(rule: Rule[Any]) -> dict[str, Any]:
    fields = ("code", "name", "summary", "why", "fix")
    examples = [{"lang": language or None, "bad": bad, "good": good} for language, bad, good in _examples(rule)]
    return {
        **{name: getattr(rule, name) for name in fields},
        "severity": rule.severity.value,
        "family": LETTERS[rule.code[0]],
        "mended_by_fix": rule.mend is not None,
        "skipped": sorted(rule.skipped),
        "examples": examples,
    }


def _section(rule: Rule[Any]) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}\n"
    yield f"{_plain(rule.summary)} *{rule.severity.capitalize()}.*\n"
    yield f"Why: {_plain(rule.why)}\n"
    yield f"Fix: {_plain(rule.fix)}\n"
    yield from (f"{remark}\n" for remark in _remarks(rule))
    for language, bad, good in _examples(rule):
        yield f"Reported{f' ({language})' if language else ''}:\n"
        yield from _fenced(bad)
        yield "Mended:\n"
        yield from _fenced(good)


def _remarks(rule: Rule[Any]) -> Iterator[str]:
    if rule.mend:
        yield "`plainspoken check --fix` mends it."
    if rule.skipped:
        yield f"Not for: {', '.join(sorted(rule.skipped))}."


def _examples(rule: Rule[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the language (if the example names one) and the two sides of each example, as people can read them."""
    for bad, good in ((rule.bad, rule.good), *rule.more):
        named = _LANGUAGE.match(bad) or _LANGUAGE.match(good)
        yield named[1] if named else "", _shown(rule, bad), _shown(rule, good)


def _shown(rule: Rule[Any], example: str) -> str:
    example = _LANGUAGE.sub("", example, count=1).strip("\n")
    if rule in TRANSLATION_RULES:
        msgid, _, msgstr = example.partition("\n")
        example = f'msgid "{_quoted(msgid)}"\nmsgstr "{_quoted(msgstr)}"'
    text = "".join(map(_visible, example))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _quoted(text: str) -> str:
    return text.replace('"', '\\"')


def _visible(letter: str) -> str:
    unseen = unicodedata.category(letter) in {"Cf", "Cc", "Zl", "Zp", "Zs", "Co", "Cn"} and letter not in " \n"
    return f"⟨U+{ord(letter):04X}⟩" if unseen else letter


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.split("\n")]


def _fenced(text: str) -> list[str]:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    return [fence, *(line.rstrip() for line in text.split("\n")), fence, ""]


def _plain(text: str) -> str:
    """Return a sentence of a rule so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#|{}])", r"\\\1", text)


def _cell(text: str) -> str:
    return _plain(text)
