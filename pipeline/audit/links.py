"""Rules for links: what they are called, and where they lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from pipeline.audit.page import Element, Page, line_of, text_of
from pipeline.checks.link_words import says_nothing
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_HARMLESS = frozenset({"", "http", "https", "mailto", "tel", "sms"})
_IGNORED = re.compile(r"[\x00-\x20]+")


def language_at(page: Page, element: Element) -> str:
    """Return the language that holds for an element, without script and territory."""
    langs = (each.get("lang") for each in (element, *element.iterancestors()))
    return next((lang for lang in langs if lang), page.lang).partition("-")[0].lower()


def links(page: Page) -> Iterator[tuple[Element, str]]:
    """Yield each link with its address."""
    for element in page.all("a", "area"):
        if (href := element.get("href")) is not None:
            yield element, href.strip()


def scheme_of(address: str) -> str:
    """Return the scheme of an address as browsers read it, which drop control characters and spaces."""
    bare = _IGNORED.sub("", address)
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", bare)
    return found[1].lower() if found else ""


def local_path(here: str, address: str) -> str | None:
    """Return the file that `address` on the page `here` leads to; None if it leads out of the folder of the audit."""
    if scheme_of(address) or address.startswith(("//", "\\", "/\\")):
        return None
    path = unquote(urlsplit(address).path)
    if not path:
        return here
    if path.startswith("/"):
        joined = path.lstrip("/")
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    if path.endswith("/") or joined in {"", "."}:
        return posixpath.normpath(posixpath.join(joined, "index.html"))
    return joined


def _nameless_link(page: Page) -> Iterator[Problem]:
    for element, href in links(page):
        if not page.name(element) and element.get("aria-hidden") != "true":
            yield Problem("a link without words", line_of(element), href)


def _vague_link(page: Page) -> Iterator[Problem]:
    for element, href in links(page):
        name = page.name(element)
        if name and says_nothing(name, language_at(page, element)):
            yield Problem(f"“{name}” does not say where the link leads", line_of(element), href)


def _dangerous_link(page: Page) -> Iterator[Problem]:
    for element in page.every:
        for name in ("href", "src", "action", "formaction", "data", "poster", "{http://www.w3.org/1999/xlink}href"):
            address = element.get(name) or ""
            scheme = scheme_of(address)
            picture = element.tag == "img" and _IGNORED.sub("", address).startswith("data:image/")
            if scheme not in _HARMLESS and not picture and scheme not in {"geo", "ftp", "urn"}:
                yield Problem(f"an address of the kind {scheme}:", line_of(element), address)


def _missing_file(page: Page) -> Iterator[Problem]:
    for element in page.every:
        for name in ("href", "src", "poster", "data"):
            address = element.get(name)
            path = local_path(page.path, address.strip()) if address else None
            if path is not None and path not in page.files and f"{path}.html" not in page.files:
                yield Problem(f"there is no file {path}", line_of(element), address or "")


def _empty_link(page: Page) -> Iterator[Problem]:
    for element, href in links(page):
        if href in {"", "#"} and not element.get("role"):
            yield Problem("a link that leads nowhere", line_of(element), text_of(element))


def _same_words(page: Page) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for element, href in links(page):
        name = page.name(element).casefold()
        key = name, language_at(page, element)
        target = local_path(page.path, href)
        full = f"{target}#{href.partition('#')[2]}" if target else href
        if name and seen.setdefault(key, full) != full:
            yield Problem(f"“{page.name(element)}” leads to two places", line_of(element), href)


def _new_window(page: Page) -> Iterator[Problem]:
    for element, href in links(page):
        if (element.get("target") or "").lower() == "_blank" and not re.search(r"\(.+\)", page.name(element)):
            yield Problem("the link opens a new window without a word", line_of(element), href)


_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule[Page], ...] = (
    Rule(
        "P401",
        "page-link-name",
        _E,
        "A link has no words.",
        "A screen reader reads out its address, letter by letter (WCAG 2.4.4, 4.1.2).",
        "Write where it leads; give a picture in it an alternative that says so.",
        _nameless_link,
        '<a href="https://a.example/"><img src="a.svg" alt=""></a>',
        '<a href="https://a.example/"><img src="a.svg" alt="Stretch your calf"></a>',
    ),
    Rule(
        "P402",
        "page-vague-link",
        _W,
        "The words of a link do not say where it leads.",
        "In a list of links it stands alone: “here, here, more” (WCAG 2.4.4, 2.4.9).",
        "Write the title of the page that it leads to.",
        _vague_link,
        '<a href="https://a.example/">click here</a>',
        '<a href="https://a.example/">muscle cramps</a>',
        more=(
            (
                '<a lang="es" href="https://a.example/">haga clic aquí</a>',
                '<a lang="es" href="https://a.example/">calambres</a>',
            ),
            (
                '<a lang="ja" href="https://a.example/">こちら</a>',
                '<a lang="ja" href="https://a.example/">足がつったとき</a>',
            ),
        ),
    ),
    Rule(
        "P403",
        "page-dangerous-address",
        _E,
        "An address runs a program or holds a page of its own.",
        "Whoever slipped it in can show and take what they like in the name of the site.",
        "Remove it; links begin with https:, mailto: or tel:, or lead to a page of the site.",
        _dangerous_link,
        '<a href="java&#9;script:alert(1)">Rest at home</a>',
        '<a href="https://a.example/">Rest at home</a>',
    ),
    Rule(
        "P404",
        "page-missing-file",
        _E,
        "A link, picture or style sheet leads to a file that is not there.",
        "Readers get an error page, or a page without its looks.",
        "Correct the address, or bring the file back.",
        _missing_file,
        '<a href="gone.html">Rest at home</a>',
        '<a href="page.html">Rest at home</a>',
    ),
    Rule(
        "P405",
        "page-empty-link",
        _W,
        "A link leads nowhere.",
        "People follow it, nothing happens, and they think that they did something wrong.",
        "Give it an address, or make it plain text.",
        _empty_link,
        '<a href="#">Rest at home</a>',
        '<a href="https://a.example/">Rest at home</a>',
    ),
    Rule(
        "P406",
        "page-same-words",
        _W,
        "Links with the same words lead to different places.",
        "In a list of links nobody can tell them apart (WCAG 2.4.9).",
        "Say in each what is special about it.",
        _same_words,
        '<a href="https://a.example/">Rest</a> <a href="https://b.example/">Rest</a>',
        '<a href="https://a.example/">Rest at home</a> <a href="https://b.example/">Rest at work</a>',
    ),
    Rule(
        "P407",
        "page-new-window",
        _W,
        "A link opens a new window without saying so.",
        "The way back is gone, and who listens does not know why (WCAG 3.2.5).",
        "Let it open in the same window, or say in its words that it does not: “(new window)”.",
        _new_window,
        '<a href="https://a.example/" target="_blank">Rest at home</a>',
        '<a href="https://a.example/">Rest at home</a>',
    ),
)
