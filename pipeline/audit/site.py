"""What the audit keeps of each page to set it beside the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.audit.links import links, local_path
from pipeline.audit.page import Element, Page, block_of, line_of, text_of, tidy

_OUTLINE = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "img",
        "blockquote",
        "p",
    ]
)


@dataclass(frozen=True, slots=True)
class Target:
    """One address on a page."""

    href: str
    line: int | None
    hreflang: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the main part, with its own words only."""

    tag: str
    text: str
    lang: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about one page; the page itself is not kept, so that thousands fit into memory."""

    path: str
    lang: str
    title: str
    heading: str
    ids: frozenset[str]
    fragments: tuple[tuple[str, str, Target], ...]
    """File, fragment and place of each link with a fragment to a file of the site."""

    links: tuple[Target, ...]
    """All links of the page."""

    main_links: tuple[str, ...]
    """The addresses of links in the main part."""

    alternates: tuple[Target, ...]
    canonical: Target | None
    outline: tuple[Block, ...]


def facts_of(page: Page) -> Facts:
    """Return what is kept of `page`."""
    found = [
        (element, Target(href, line_of(element), (element.get("hreflang") or "").strip()))
        for element, href in links(page)
    ]
    main = _main(page)
    inside = set(main.iter("a")) if main is not None else set()
    heads = [element for element in page.all("link") if element.get("href")]
    canonical = [each for each in heads if _is(each, "canonical")]
    return Facts(
        path=page.path,
        lang=page.lang,
        title=page.title,
        heading=next((text_of(each) for each in page.all("h1")), ""),
        ids=frozenset(page.ids) | {name for each in page.all("a") if (name := each.get("name"))},
        fragments=tuple(_fragments(page, (target for _, target in found))),
        links=tuple(target for _, target in found),
        main_links=tuple(target.href for element, target in found if element in inside),
        alternates=tuple(_target(each) for each in heads if _is(each, "alternate") and each.get("hreflang")),
        canonical=_target(canonical[0]) if canonical else None,
        outline=tuple(_outline(page, main)) if main is not None else (),
    )


def _main(page: Page) -> Element:
    """Return the article of the page, or else its main part: what stands around it may differ between languages."""
    main = next(page.all("main"), None)
    article = next(main.iter("article"), None) if main is not None else None
    return main if article is None else article


def _is(link: Element, relation: str) -> bool:
    return relation in (link.get("rel") or "").lower().split()


def _target(link: Element) -> Target:
    return Target(link.get("href").strip(), line_of(link), (link.get("hreflang") or "").strip())


def _fragments(page: Page, targets: Iterable[Target]) -> Iterable[tuple[str, str, Target]]:
    for target in targets:
        address, mark, fragment = target.href.partition("#")
        path = local_path(page.path, address)
        # What follows :~: is for the browser, which looks for these words; it is no part of the name of a place.
        place = fragment.partition(":~:")[0]
        if mark and place and path is not None:
            yield path, place, target


def _outline(page: Page, main: Element) -> Iterable[Block]:
    texts: dict[Element, list[str]] = {}
    langs: dict[Element, str] = {}
    inside = set(main.iter())
    for run in page.runs:
        if run.element in inside:
            block = block_of(run.element)
            texts.setdefault(block, []).append(run.text)
            langs.setdefault(block, run.lang)
    for element in main.iter():
        if element.tag in _OUTLINE:
            yield Block(
                element.tag, tidy("".join(texts.get(element, ()))), langs.get(element, page.lang), line_of(element)
            )


@dataclass(slots=True)
class Site:
    """All pages of the audit."""

    files: frozenset[str]
    pages: Mapping[str, Facts]
    base: str = ""
    """The address of the folder of the audit, as the pages give it; empty if they do not."""

    titles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many pages of a language have a title."""

    def find(self, page: Facts, href: str) -> Facts | None:
        """Return the page that `href` on `page` leads to; None if it is none of the site."""
        path = href.partition("#")[0]
        ours = self.base and path.startswith(self.base)
        inner = path[len(self.base) :] if ours else local_path(page.path, path) or ""
        for candidate in (inner, f"{inner}index.html", f"{inner}/index.html", f"{inner}.html"):
            if candidate in self.pages:
                return self.pages[candidate]
        return None

    def original(self, page: Facts) -> Facts | None:
        """Return the page that `page` is most likely a translation of; None if it is the original, or stands alone."""
        versions = {each.lang.partition("-")[0].lower(): each for each in self.versions(page)}
        chosen = versions.get("en") or next(iter(versions.values()), None)
        return None if chosen is page else chosen

    def versions(self, page: Facts) -> list[Facts]:
        """Return the page and its versions in other languages, sorted by path."""
        found = {page.path: page}
        for target in page.alternates:
            other = self.find(page, target.href)
            if other and target.hreflang.lower() != "x-default":
                found[other.path] = other
        return [found[path] for path in sorted(found)]


def site_of(files: frozenset[str], pages: Mapping[str, Facts]) -> Site:
    """Return the pages of one folder as a site."""
    bases = Counter(
        page.canonical.href[: -len(name)]
        for page in pages.values()
        if page.canonical
        for name in (page.path, page.path.removesuffix("index.html"))
        if name and page.canonical.href.endswith(f"/{name}")
    )
    base = bases.most_common(1)[0][0] if bases else ""
    return Site(files, pages, base, Counter((page.lang, page.title) for page in pages.values()))
