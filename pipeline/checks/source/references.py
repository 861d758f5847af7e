"""Rules for links and footnotes that lead nowhere."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from pipeline.checks.manuscript import Manuscript, page_ids, tidy
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_REFERENCE = re.compile(r"\[([^\[\]]*)\]\[([^\[\]]*)\]")
_FOOTNOTE = re.compile(r"\[\^([\w-]+)\]")
_SUFFIX = ".md"
_TOP = frozenset({"", "top"})
"""Fragments that every page knows."""


def _undefined_reference(subject: Manuscript) -> Iterator[Problem]:
    known = subject.document.parser.references
    for words in (each for each in subject.words if "][" in each.text):
        for found in _REFERENCE.finditer(words.text):
            text, label = found[1], found[2] or found[1]
            numbers = label.isdecimal() and text.isdecimal()  # such as two marks of sources
            if not numbers and label.strip().lower() not in known and not label.startswith("^"):
                line = subject.place(words.segment, f"[{found[2]}]" if found[2] else text)
                yield Problem("there is no definition for the label of this link", line, tidy(found[0]))


def _undefined_footnote(subject: Manuscript) -> Iterator[Problem]:
    known = subject.document.parser.inlinePatterns["footnote"].footnotes.footnotes
    for words in (each for each in subject.words if "[^" in each.text):
        for label in _FOOTNOTE.findall(words.text):
            if label not in known:
                place = subject.place(words.segment, f"[^{label}]")
                yield Problem(f"there is no footnote [^{label}]:", place, f"[^{label}]")


def _dead_link(subject: Manuscript) -> Iterator[Problem]:
    for link, address, _ in subject.links:
        path, _, fragment = unquote(address).partition("#")
        if not path and address.startswith("#"):
            ids: Collection[str] = page_ids(subject.document)
        elif "://" not in path and path.endswith(_SUFFIX) and subject.site:
            domain = _domain(subject, path)
            if domain not in subject.site:
                fix = _nearest(posixpath.basename(domain), subject.site)
                yield Problem(f"there is no article {domain}{_SUFFIX}", subject.line(link, address), address, fix)
                continue
            ids = subject.site[domain]
        else:
            continue
        if fragment not in _TOP and fragment not in ids:
            message = f"there is no #{fragment} in {path or 'this article'}"
            yield Problem(message, subject.line(link, address), address, _nearest(fragment, ids, "#"))


def _domain(subject: Manuscript, path: str) -> str:
    folder = posixpath.dirname(subject.document.article.domain)
    return posixpath.normpath(posixpath.join(folder, path[: -len(_SUFFIX)]))


def _nearest(name: str, known: Collection[str], sign: str = "") -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"did you mean {sign}{near[0]}?" if near else ""


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S114",
        name="undefined-reference",
        severity=Severity.ERROR,
        summary="A link names a definition that is not there.",
        why="Readers see square brackets in place of a link.",
        fix="Write the address in round brackets, or define the label.",
        check=_undefined_reference,
        bad="Read [the guide][guide].",
        good="Read [the guide][guide].\n\n[guide]: https://example.org/guide",
    ),
    Rule(
        code="S115",
        name="undefined-footnote",
        severity=Severity.ERROR,
        summary="A reference to a footnote that is not there.",
        why="Readers see a sign without meaning, and cannot find the source of the statement.",
        fix="Write the footnote: [^1]: and its text.",
        check=_undefined_footnote,
        bad="Most spasms stop.[^1]",
        good="Most spasms stop.[^1]\n\n[^1]: A study of 2021.",
    ),
    Rule(
        code="S116",
        name="dead-link",
        severity=Severity.ERROR,
        summary="A link leads to an article or a place in it that is not there.",
        why="Readers are sent to nothing, in every language.",
        fix="Correct the address.",
        check=_dead_link,
        bad="See [when to get help](#help).",
        good="See [when to get help](#help).\n\n## When should I get help? {: #help }\n\nNow.",
    ),
)
