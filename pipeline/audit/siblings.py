"""Rules for pages beside each other: titles, fragments, and the same page in other languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.audit.site import Block, Facts, Site, Target
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.safety.compare import compare
from pipeline.model import Severity

_DEFAULT = "x-default"
_NUMBER_RULES = frozenset({"T201", "T203", "T204", "T206", "T207", "T208", "T211"})
"""What the comparison of a message with its translation says about numbers; negation needs the whole message."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page among the others."""

    page: Facts
    site: Site


def _same_title(subject: Placed) -> Iterator[Problem]:
    page = subject.page
    if page.title and subject.site.titles[page.lang, page.title] > 1:
        yield Problem("another page of this language has the same title", excerpt=page.title, whole=True)


def _missing_fragment(subject: Placed) -> Iterator[Problem]:
    for path, fragment, target in subject.page.fragments:
        other = subject.site.pages.get(path)
        if other and fragment not in other.ids and fragment.lower() != "top":
            yield Problem(f"{path} has no place #{fragment}", target.line, target.href)


def _alternates(subject: Placed) -> Iterator[Problem]:
    page = subject.page
    if not page.alternates:
        return
    tags = Counter(target.hreflang.lower() for target in page.alternates)
    line = page.alternates[0].line
    if (
        page.lang
        and not any(f"{page.lang.lower()}-".startswith(f"{tag}-") for tag in tags)
        and not _is_default(subject)
    ):
        yield Problem("the page is not among its own versions", line, whole=True)
    for tag, number in tags.items():
        if number > 1:
            yield Problem(f"there are {number} versions for {tag}", line, whole=True)
    for target in page.alternates:
        if told := _wrong(subject, target):
            yield Problem(told, target.line, target.href)


def _is_default(subject: Placed) -> bool:
    """Tell whether the page is the one for readers of any other language, such as a list of languages."""
    page, site = subject.page, subject.site
    return any(each.hreflang.lower() == _DEFAULT and site.find(page, each.href) is page for each in page.alternates)


def _wrong(subject: Placed, target: Target) -> str:
    """Return what is wrong with one version; empty if nothing is."""
    page, site = subject.page, subject.site
    other = site.find(page, target.href)
    if other is None:
        ours = "://" not in target.href or (site.base and target.href.startswith(site.base))
        return "there is no such page" if ours else ""
    given, found = f"{target.hreflang.lower()}-", f"{other.lang.lower()}-"
    fits = given == f"{_DEFAULT}-" or given.startswith(found) or found.startswith(given)
    return "" if fits else f"given as {target.hreflang}, it is in {other.lang or 'no language'}"


def _one_way(subject: Placed) -> Iterator[Problem]:
    page, site = subject.page, subject.site
    for target in page.alternates:
        other = site.find(page, target.href)
        back = [site.find(other, each.href) for each in other.alternates] if other else []
        if other and other is not page and page not in back and target.hreflang.lower() != _DEFAULT:
            yield Problem(f"{other.path} does not name this page as a version", target.line, target.href)


def _canonical(subject: Placed) -> Iterator[Problem]:
    page, site = subject.page, subject.site
    if page.canonical and (other := site.find(page, page.canonical.href)) and other.lang != page.lang:
        yield Problem(f"it gives {other.path} as the page that counts", page.canonical.line, page.canonical.href)


def _no_way(subject: Placed) -> Iterator[Problem]:
    page, site = subject.page, subject.site
    linked = {id(other) for target in page.links if (other := site.find(page, target.href))}
    for other in site.versions(page):
        if other is not page and id(other) not in linked:
            yield Problem(f"no link leads to the version in {other.lang}", whole=True)


def _structure(subject: Placed) -> Iterator[Problem]:
    original = subject.site.original(subject.page)
    if original is None:
        return
    for one, other in zip_longest(original.outline, subject.page.outline):
        if one is None or other is None or one.tag != other.tag:
            told = f"{original.path} has {_said(one)} here, this page {_said(other)}"
            yield Problem(told, other.line if other else None, other.text if other else one.text)
            return


def _said(block: Block | None) -> str:
    return f"<{block.tag}>" if block else "nothing more"


def _links_differ(subject: Placed) -> Iterator[Problem]:
    original = subject.site.original(subject.page)
    if original is None:
        return
    wanted, found = (set(_targets(subject.site, page)) for page in (original, subject.page))
    for target in sorted(wanted ^ found):
        which = "is missing" if target in wanted else f"is not in {original.path}"
        yield Problem(f"a link to {target} {which}", whole=True)


def _targets(site: Site, page: Facts) -> Iterator[str]:
    """Yield what the main part links to: a version of a page counts as the page."""
    for href in page.main_links:
        other = site.find(page, href) if href.partition("#")[0] else page
        if other is None:
            yield href
        else:
            fragment = href.partition("#")[2].partition(":~:")[0]
            yield f"{site.versions(other)[0].path}{f'#{fragment}' if fragment else ''}"


def _numbers_differ(subject: Placed) -> Iterator[Problem]:
    original = subject.site.original(subject.page)
    if original is None or [each.tag for each in original.outline] != [each.tag for each in subject.page.outline]:
        return
    for one, other in zip(original.outline, subject.page.outline, strict=True):
        if one.text != other.text and any(map(str.isdigit, one.text + other.text)):
            for slip in compare(one.text, other.text, one.lang or "en", other.lang or "en"):
                if slip.code in _NUMBER_RULES:
                    yield Problem(f"compared with {original.path}: {slip.message}", other.line, other.text)


_E, _W = Severity.ERROR, Severity.WARNING


def _page(lang: str, name: str, body: str, head: str = "", end: str = "") -> str:
    """Return a file of an example."""
    direction = ' dir="rtl"' if lang == "ar" else ""
    return (
        f'=== {name}\n<!DOCTYPE html>\n<html lang="{lang}"{direction}><head><meta charset=utf-8>'
        f'<meta name=viewport content="width=device-width"><title>{name}</title>{head}</head>\n'
        f"<body><main><h1>{name}</h1>{body}</main>{end}</body></html>\n"
    )


def _pair(english: str, spanish: str) -> str:
    """Return a page in two languages, each of which knows the other."""
    versions = '<link rel=alternate hreflang=en href="en.html"><link rel=alternate hreflang=es href="es.html">'
    way = '<p><a href="{0}.html" hreflang="{0}" lang="{0}">{1}</a></p>'
    return _page("en", "en.html", english, versions, way.format("es", "Español")) + _page(
        "es", "es.html", spanish, versions, way.format("en", "English")
    )


_EN = '<link rel=alternate hreflang=en href="en.html">'
_ES = '<link rel=alternate hreflang=es href="es.html">'
_REST = "<p>Rest.</p>"

RULES: tuple[Rule[Placed], ...] = (
    Rule(
        "P701",
        "site-same-title",
        _E,
        "Two pages of one language have the same title.",
        "Tabs, bookmarks and search results cannot be told apart (WCAG 2.4.2).",
        "Say in each what is special about it.",
        _same_title,
        _page("en", "a.html", _REST) + _page("en", "b.html", _REST).replace("<title>b", "<title>a"),
        _page("en", "a.html", _REST) + _page("en", "b.html", _REST),
    ),
    Rule(
        "P702",
        "site-missing-place",
        _E,
        "A link leads to a place on a page that is not there.",
        "Readers land at the top of the page and have to search.",
        "Correct the part behind the #, or the id that it names.",
        _missing_fragment,
        _page("en", "a.html", '<p><a href="b.html#rest">Rest</a></p>') + _page("en", "b.html", _REST),
        _page("en", "a.html", '<p><a href="b.html#rest">Rest</a></p>')
        + _page("en", "b.html", '<p id="rest">Rest.</p>'),
    ),
    Rule(
        "P703",
        "site-versions",
        _E,
        "The versions of a page in other languages are not given rightly.",
        "Search engines ignore all of them, and send readers to a language that they do not read.",
        "Name every version, the page itself included, each once and with its own language.",
        _alternates,
        _pair(_REST, "<p>Descanse.</p>").replace(_ES, '<link rel=alternate hreflang=fr href="es.html">'),
        _pair(_REST, "<p>Descanse.</p>"),
    ),
    Rule(
        "P704",
        "site-one-way",
        _E,
        "A page names a version in another language that does not name it back.",
        "Search engines then trust neither.",
        "Let all versions name all versions.",
        _one_way,
        _pair(_REST, "<p>Descanse.</p>").replace(f"{_EN}{_ES}", _ES, 2).replace(_ES, f"{_EN}{_ES}", 1),
        _pair(_REST, "<p>Descanse.</p>"),
    ),
    Rule(
        "P705",
        "site-canonical",
        _E,
        "A page gives one in another language as the page that counts.",
        "Search engines leave the translation out.",
        "Let each version give itself.",
        _canonical,
        _pair(_REST, "<p>Descanse.</p>").replace(f"{_EN}{_ES}", f'{_EN}{_ES}<link rel=canonical href="en.html">'),
        _pair(_REST, "<p>Descanse.</p>"),
    ),
    Rule(
        "P706",
        "site-no-way",
        _W,
        "No link leads to a version of the page in another language.",
        "Who cannot read this one never learns that there is another.",
        "Put a list of the languages, each with its own name, at the top of every page.",
        _no_way,
        _pair(_REST, "<p>Descanse.</p>").replace('<p><a href="es.html" hreflang="es" lang="es">Español</a></p>', ""),
        _pair(_REST, "<p>Descanse.</p>"),
    ),
    Rule(
        "P707",
        "site-structure",
        _W,
        "A translated page is built in another way than its original.",
        "A heading, an item of a list or a row of a table was lost, or is none any more.",
        "Compare the two at that place.",
        _structure,
        _pair("<ul><li>Rest.</li><li>Drink.</li></ul>", "<ul><li>Descanse.</li></ul>"),
        _pair("<ul><li>Rest.</li><li>Drink.</li></ul>", "<ul><li>Descanse.</li><li>Beba.</li></ul>"),
    ),
    Rule(
        "P708",
        "site-links",
        _W,
        "A translated page does not lead to the same places as its original.",
        "Its readers miss a source, or are sent where nobody meant to send them.",
        "Compare the links of the two.",
        _links_differ,
        _pair('<p><a href="https://a.example/">Rest</a></p>', '<p><a href="https://b.example/">Descanso</a></p>'),
        _pair('<p><a href="https://a.example/">Rest</a></p>', '<p><a href="https://a.example/">Descanso</a></p>'),
    ),
    Rule(
        "P709",
        "site-numbers",
        _E,
        "A number, unit or telephone number differs from the original's.",
        "A wrong dose or a wrong number to call can harm the reader.",
        "Compare with the original, and write the number as it has it.",
        _numbers_differ,
        _pair("<p>Take 500 mg.</p>", "<p>Tome 50 mg.</p>"),
        _pair("<p>Take 500 mg.</p>", "<p>Tome 500 mg.</p>"),
    ),
)
