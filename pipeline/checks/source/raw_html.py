"""A rule for raw HTML that pages do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from pipeline.article.safe_html import SAFE_ATTRIBUTES, SAFE_TAGS, is_safe_address
from pipeline.checks.manuscript import NOT_TEXT, Manuscript
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_ADDRESSES = frozenset({"cite", "href", "src"})
_FOR_THE_PARSER = frozenset({"markdown"})


class _Left(HTMLParser):
    """Notes what of raw HTML does not reach a page, each with the tag that it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or tag
        if tag not in SAFE_TAGS:
            self.found.append((f"<{tag}>", text))
            return
        for name, value in attrs:
            address = name in _ADDRESSES and not is_safe_address(value or "")
            if address or name not in SAFE_ATTRIBUTES | _FOR_THE_PARSER:
                self.found.append((f"the attribute {name} of <{tag}>", text))


def _unsafe(subject: Manuscript) -> Iterator[Problem]:
    for raw in map(str, subject.document.parser.htmlStash.rawHtmlBlocks):
        if "<" in raw:
            left = _Left()
            left.feed(NOT_TEXT.sub("", raw))
            for what, text in left.found:
                yield Problem(f"{what} does not reach a page", subject.line_of_text(text.partition("\n")[0]), text)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S132",
        name="unsafe-html",
        severity=Severity.WARNING,
        summary="Raw HTML that no page holds: programs, frames, forms, styles, addresses that run something.",
        why="Pages leave it out to keep readers safe, so that they miss what it was to show.",
        fix="Say it in Markdown, or link to it.",
        check=_unsafe,
        bad='<iframe src="https://guide.example/"></iframe>',
        good="[the guide](https://guide.example/)",
        more=(('<p onclick="more()">More</p>', "<p>More</p>"),),
    ),
)
