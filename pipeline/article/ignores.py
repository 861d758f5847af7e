"""Which blocks the author's ``<!-- check-ignore: … -->`` comments go with."""

from __future__ import annotations

from functools import cached_property
from xml.etree.ElementTree import Element

from pipeline.article.comments import Comment, CommentLines
from pipeline.model import Article, Directive


class Ignores:
    """Collects the comments of one article while it is walked; each goes with the next block beside it."""

    def __init__(self, root: Element, article: Article) -> None:
        self.found: list[Directive] = []
        """All of them, in their order."""
        self._root = root
        self._lines = CommentLines(article)
        self._waiting: list[tuple[Directive, Element | None]] = []
        """Those that have not met their block yet, each with the element that both are in."""
        self._covered: dict[Element, tuple[Directive, ...]] = {}

    def add(self, element: Element | None, comment: Comment) -> None:
        """Take note of one, which `element` holds."""
        directive = Directive(comment.value, self._lines.find(comment.whole))
        self.found.append(directive)
        self._waiting.append((directive, self._parents.get(element) if element is not None else None))

    def of(self, element: Element | None) -> tuple[Directive, ...]:
        """Return those that go with `element`, the next one in the walk that is not such a comment."""
        if element is None:
            return ()
        for directive, parent in self._waiting:
            for covered in self._block(element, parent).iter():
                self._covered[covered] = (*self._covered.get(covered, ()), directive)
        self._waiting.clear()
        return self._covered.get(element, ())

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self._root.iter() for child in parent}

    def _block(self, element: Element, parent: Element | None) -> Element:
        """Return what stands directly in `parent` and holds `element`: all of a table, not its first cell."""
        block: Element | None = element
        while block is not None and self._parents.get(block) is not parent:
            block = self._parents.get(block)
        return element if block is None or parent is None else block
