"""Rules for what a page loads and hides: programs, other hosts, characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pipeline.audit.page import Page, line_of, tidy
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "track": ("src",),
    "input": ("src",),
}
_LOADED_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"})
_REMOTE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_DATA = frozenset({"application/ld+json", "application/json", "text/plain"})
_TURNING = re.compile("[\u202a-\u202e]")
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010fffd]")
# The commonest letters of UTF-8 text that was read as Latin-1 or Windows-1252: Ã©, â€™.
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u0192\u201a-\u203a]|â€[\u0098-\u009d\u2122\u0153\u009d\u02dc\u201c]|Ø[§-ª]Ù")
_STRICT = re.compile(r"default-src\s+'(?:none|self)'", re.IGNORECASE)


def _policy(page: Page) -> Iterator[Problem]:
    policies = [
        meta.get("content") or ""
        for meta in page.all("meta")
        if (meta.get("http-equiv") or "").lower() == "content-security-policy"
    ]
    if not any(map(_STRICT.search, policies)):
        yield Problem("the page does not forbid what it does not need", line_of(page.root), whole=True)


def _scripts(page: Page) -> Iterator[Problem]:
    for element in page.all("script"):
        if (element.get("type") or "").lower() not in _DATA:
            yield Problem("a script", line_of(element), element.get("src") or tidy(element.text or ""))
    for element in page.every:
        for name in element.attrib:
            if name.lower().startswith("on"):
                yield Problem(f"a script in the attribute {name}", line_of(element), element.get(name) or "")


def _other_hosts(page: Page) -> Iterator[Problem]:
    for name, attributes in _LOADING.items():
        for element in page.all(name):
            for attribute in attributes:
                if _REMOTE.match((address := element.get(attribute) or "").strip()):
                    yield Problem(f"it loads from {_host(address)}", line_of(element), address)
    for element in page.all("link"):
        address = element.get("href") or ""
        if _LOADED_LINKS & set((element.get("rel") or "").lower().split()) and _REMOTE.match(address):
            yield Problem(f"it loads from {_host(address)}", line_of(element), address)


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).hostname or "another host"
    except ValueError:
        return "another host"


def _turning(page: Page) -> Iterator[Problem]:
    for run in page.runs:
        depth = 0
        for letter in run.text:
            depth += (letter in _OPENING) - (letter in _CLOSING)
        if _TURNING.search(run.text) or depth:
            yield Problem("a character that turns the text round", line_of(run.element), tidy(run.text))


def _broken(page: Page) -> Iterator[Problem]:
    for run in page.runs:
        if found := _BROKEN.search(run.text):
            yield Problem(f"U+{ord(found[0]):04X} cannot be shown", line_of(run.element), tidy(run.text))
        elif _MOJIBAKE.search(run.text):
            yield Problem("its letters were read in the wrong encoding", line_of(run.element), tidy(run.text))


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_HEAD = '<head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Rest</title>'
_BODY = "</head><body><main><h1>Rest</h1></main></body></html>"

RULES: tuple[Rule[Page], ...] = (
    Rule(
        "P601",
        "page-policy",
        _N,
        "The page has no Content-Security-Policy that forbids all it does not need.",
        "A script that slips in with a text then runs for every reader.",
        "Begin its head with one, if the server sends none: default-src 'none'; style-src 'self'.",
        _policy,
        f"<!DOCTYPE html><html lang=en>{_HEAD}{_BODY}",
        f"<!DOCTYPE html><html lang=en>{_HEAD}"
        f"<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">{_BODY}",
    ),
    Rule(
        "P602",
        "page-script",
        _W,
        "The page runs a script.",
        "Old telephones and careful readers do not run it; a script in an article may be an attack.",
        "Write the page so that it needs none.",
        _scripts,
        '<p onclick="go()">Rest.</p>',
        "<p>Rest.</p>",
    ),
    Rule(
        "P603",
        "page-other-host",
        _W,
        "The page loads something from another host.",
        "That host learns who reads about which illness.",
        "Keep a copy with the site.",
        _other_hosts,
        '<img src="https://a.example/a.svg" alt="Stretch of the calf">',
        '<img src="a.svg" alt="Stretch of the calf">',
    ),
    Rule(
        "P604",
        "page-turned-text",
        _E,
        "A hidden character turns text round, or an isolate is not closed.",
        "What people see is not what is written: 15 may look like 51.",
        "Remove it; use <bdi> or dir where directions mix.",
        _turning,
        "<p>Take \u202e15 mg.</p>",
        "<p>Take 15 mg.</p>",
    ),
    Rule(
        "P605",
        "page-broken-letters",
        _E,
        "Letters are damaged, or of no script.",
        "Readers see boxes or nonsense.",
        "Write the text anew in UTF-8.",
        _broken,
        '<p lang="es">La presiÃ³n es alta.</p>',
        '<p lang="es">La presión es alta.</p>',
    ),
)
