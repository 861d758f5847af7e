"""Where on a published page a block can be seen: the heading above it, and its first words.

Blocks have no ids of their own. A text fragment (``#heading:~:text=first%20words``, a draft of the W3C's community
group that all large browsers follow) leads to the words; where it is not understood, or the words are not found, the
heading above them is the next best.
"""

from __future__ import annotations

from bisect import bisect_right
from urllib.parse import quote

from pipeline.article.inline import PLAIN_KINDS, read_inline
from pipeline.article.slots import HEADINGS
from pipeline.model import Document, Segment

_LONGEST = 60
"""Characters of a block that are looked for: enough to be the only place, and to stay within one line of text."""

_VISIBLE = PLAIN_KINDS - {"abbr", "link-title", "frame"}


class Places:
    """Finds the blocks of one article on its pages."""

    def __init__(self, document: Document) -> None:
        self._parser = document.parser
        headings = [(document.lines.get(element), element.get("id")) for element in document.root.iter()
                    if element.tag in HEADINGS]  # fmt: skip
        self._headings = sorted((line, name) for line, name in headings if line and name)
        self._blocks = sorted(
            ((segment.line, number) for number, segment in enumerate(document.segments) if segment.line),
        )
        self._segments = document.segments

    def fragment(self, segment: Segment, shown: str) -> str:
        """Return the fragment for `segment`, of which the page shows `shown` (Markdown); empty for the top of it."""
        heading = self._heading(segment.line)
        words = _beginning(self._words(segment, shown))
        told = f":~:text={quote(words, safe='').replace('-', '%2D')}" if words else ""
        return f"#{quote(heading)}{told}" if heading or told else ""

    def segment_at(self, line: int | None) -> Segment | None:
        """Return the block at a line of the source."""
        if line is None:
            return None
        at = bisect_right(self._blocks, (line, len(self._segments)))
        return self._segments[self._blocks[at - 1][1]] if at else None

    def _heading(self, line: int | None) -> str:
        at = bisect_right([first for first, _ in self._headings], line or 0)
        return self._headings[at - 1][1] if at else ""

    def _words(self, segment: Segment, shown: str) -> str:
        if segment.kind in PLAIN_KINDS:
            return shown if segment.kind in _VISIBLE else ""
        inline = read_inline(self._parser, shown, segment.kind)
        # A note, code, or a tag within the words leaves a gap that no browser would find.
        return "" if inline.footnotes or inline.code or inline.tags else " ".join(inline.text.split())


def _beginning(text: str) -> str:
    """Return the first words of a text, cut where a word ends."""
    if len(text) <= _LONGEST:
        return text
    cut = max((at for at in range(1, _LONGEST) if not text[at].isalnum()), default=0)
    return text[:cut].rstrip()
