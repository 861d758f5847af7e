"""One walk over a parsed article, used both to extract and to translate.

Python-Markdown builds the block structure first and reads inline markup later, in its ``inline`` tree processor.
Between the two, every block element holds its *raw* inline Markdown. That text is the segment: extraction reads it,
translation replaces it, and the parser carries on as if the author had written the translation. A translation can
therefore never change the structure of a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast
from xml.etree.ElementTree import Element

import markdown
from markdown.util import AtomicString

from pipeline.article.blocks import Blocks, View, borrowed, keep_blocks, stash_of
from pipeline.article.comments import Said, leading_comments, read_comment
from pipeline.article.glossary import GLOSSARY, set_readings
from pipeline.article.ignores import Ignores
from pipeline.article.linemap import first_line, inherited, shadow
from pipeline.article.parser import asks_for_contents, block_tree, final_tree, new_parser
from pipeline.article.slots import HEADINGS, Parts, Slot, slots, stashed, take_apart, unwrap
from pipeline.errors import raise_all
from pipeline.locale import Locale
from pipeline.model import SUMMARY, Article, Document, Lookup, Segment

_TITLE_SLOT = "link-title"
_LANGUAGE = re.compile(r"(?<![\w-])lang\s*=")

Dress = Callable[[Segment, str], str]
"""Returns what is parsed in the place of the text that a page shows of a segment."""


def parse(article: Article, locale: Locale) -> Document:
    """Return `article` in its own language, `locale`, with every segment and its line.

    Raises `InputErrors` with every comment about translation that cannot be followed.
    """
    return _Walk(article, locale, _slot_lines(article.body)).run()


def translate(source: Document, lookup: Lookup | None, locale: Locale, dress: Dress | None = None) -> Document:
    """Return the article of `source` in another language; for no `lookup`, as its author wrote it.

    Where `lookup` knows no translation, the source text stays and is marked with its language and direction, so
    that a screen reader pronounces it right. Headings keep the ids that they have in the source. `dress` may put
    something around each text of the body before it is parsed.
    """
    return _Walk(source.article, locale, source.slot_lines, source, lookup, dress).run()


def to_html(document: Document, root: Element) -> str:
    """Return the HTML inside `root`, a tree of `document` or a changed copy of it, as Python-Markdown writes it."""
    with stash_of(document.parser) as md:
        html = md.serializer(root)
        html = html[html.index(">") + 1 : html.rindex("<")] if len(root) or root.text else ""
        for postprocessor in md.postprocessors:
            html = postprocessor.run(html)
    return html.strip()


def _slot_lines(body: str) -> tuple[int | None, ...]:
    """The line of every slot of `body`, in the order of the walk."""
    md = new_parser()
    return tuple(first_line(slot.text) for slot in slots(md, block_tree(md, shadow(body))))


# --- the walk -----------------------------------------------------------------------------------------------------


@dataclass
class _Walk:
    """One pass over one article; all state of the pass is here."""

    article: Article
    locale: Locale
    slot_lines: Sequence[int | None]
    source: Document | None = None
    """The document to translate; None while the source itself is read."""

    lookup: Lookup | None = None
    dress: Dress | None = None
    segments: list[Segment] = field(default_factory=list)
    untranslated: list[Segment] = field(default_factory=list)
    lines: dict[Element, int] = field(default_factory=dict)
    headings: list[tuple[str, str]] = field(default_factory=list)
    """The headings above the current place: tag and text."""

    said: Said = field(init=False)
    ignores: Ignores = field(init=False)

    def run(self) -> Document:
        if self.source is None:
            md = new_parser()
            root = block_tree(md, self.article.body)
            return self._run(md, root, keep_blocks(md, root))
        with borrowed(self.source.parser, self.source.blocks) as root:
            return self._run(self.source.parser, root, self.source.blocks)

    def _run(self, md: markdown.Markdown, root: Element, blocks: Blocks) -> Document:
        title = self._front_matter("title", self.article.title)
        description = self._front_matter("description", self.article.description)
        short = self.article.summary
        summary = self._front_matter("summary", short, SUMMARY) if short else ""
        self.said = Said(self.article)
        self.ignores = Ignores(root, self.article)
        if self.source:
            for heading, anchor in zip(_headings(root), self.source.heading_ids, strict=True):
                heading.set("id", anchor)
        self._body(md, root)
        raise_all(self.said.finish())
        labels = tuple((each, self._translation(each)) for each, _ in (self.source.labels if self.source else ()))
        root = final_tree(md, root, contents=self.source is None or asks_for_contents(self.article.body))
        self._mark_expansions(root)
        if self.article.domain == GLOSSARY:
            set_readings(root)
        return Document(
            article=self.article,
            locale=self.locale,
            title=title,
            description=description,
            summary=summary,
            root=root,
            segments=tuple(self.segments),
            untranslated=tuple(self.untranslated),
            lines=dict(inherited(root, self.lines, self.article.body_line + 1)),
            slot_lines=tuple(self.slot_lines),
            heading_ids=tuple(heading.get("id", "") for heading in _headings(root)),
            parser=View(md, md.htmlStash) if self.source else md,
            ignored=tuple(self.ignores.found),
            labels=labels,
            blocks=blocks,
        )

    def _front_matter(self, key: str, text: str, kind: str = "") -> str:
        line, (note, context) = self.article.key_lines.get(key), self.article.key_comments.get(key, ("", None))
        segment = Segment(text, kind or key, line, note=note, context=context, critical=key == "title")
        return self._translation(segment) or text

    def _body(self, md: markdown.Markdown, root: Element) -> None:
        found = list(slots(md, root))
        # Lines are a courtesy: where the shadow has another shape (broken HTML), do without.
        lines = self.slot_lines if len(self.slot_lines) == len(found) else [None] * len(found)
        spent: set[Element | None] = set()
        for slot, body_line in zip(found, lines, strict=True):
            line = None if body_line is None else body_line + self.article.body_line
            if slot.element is not None and line is not None:
                self.lines[slot.element] = line
            if self._is_comment(md, slot):
                spent.add(slot.element)
            else:
                self._visit(slot, line)
        for parent in list(root.iter()) if spent else ():
            for child in spent.intersection(parent):
                parent.remove(cast("Element", child))

    def _is_comment(self, md: markdown.Markdown, slot: Slot) -> bool:
        """Take note of a comment for translators or for the checks; it is not for the page."""
        number = stashed(slot.text)
        # Inside a list item the parser has not put the comment aside yet.
        text = slot.text if number is None else str(md.htmlStash.rawHtmlBlocks[number])
        comment = read_comment(text)
        if comment is None:
            return False
        if comment.name == "check-ignore":
            self.ignores.add(slot.element, comment)
        else:
            self.said.take(comment)
        return True

    def _visit(self, slot: Slot, line: int | None) -> None:
        parts = self._without_comments(slot, take_apart(slot))
        ignored = self.ignores.of(slot.element)
        text = unwrap(parts.text)
        if slot.kind in HEADINGS:
            self.headings = [pair for pair in self.headings if pair[0] < slot.kind]
        if slot.fixed is not None or self.said.off:
            self._keep(slot, parts)
        elif parts.translatable:
            note, context = self.said.about_next()
            segment = Segment(
                text=text,
                kind=slot.kind,
                line=line,
                headings=() if slot.label else tuple(heading for _, heading in self.headings),
                note=note,
                context=context,
                label=slot.label,
                critical=slot.critical or parts.critical,
                ignored=ignored,
            )
            self._store(slot, parts, segment)
        if slot.kind in HEADINGS:
            self.headings.append((slot.kind, text))

    def _without_comments(self, slot: Slot, parts: Parts) -> Parts:
        """Take note of comments at the beginning of a text, which are not for the page either."""
        comments, text = leading_comments(parts.text)
        if not comments:
            return parts
        for comment in comments:
            self.said.take(comment)
        slot.store(parts.before + text + parts.after)
        return replace(parts, text=text)

    def _keep(self, slot: Slot, parts: Parts) -> None:
        """Leave a text that its author keeps from translation as it is, and say so."""
        if slot.fixed is None:
            self._mark(slot, parts, {"translate": "no", **self._source_language})
        elif not slot.fixed.get("lang") and not _LANGUAGE.search(parts.after):
            for name, value in self._source_language.items():
                slot.fixed.set(name, value)

    def _translation(self, segment: Segment) -> str | None:
        """Record the segment, and whether it has a translation; return that."""
        self.segments.append(segment)
        translation = self.lookup(segment) if self.lookup else segment.text
        if translation is None:
            self.untranslated.append(segment)
        return translation

    def _store(self, slot: Slot, parts: Parts, segment: Segment) -> None:
        translation = self._translation(segment)
        if self.dress and (dressed := self.dress(segment, parts.text)) != parts.text:
            parts = replace(parts, text=dressed)
            _put(slot, parts, dressed)
        if self.lookup is None:
            return  # the source stands as the author wrapped it
        if translation is not None:
            _put(slot, parts, self.dress(segment, translation) if self.dress else translation)
        elif slot.kind == _TITLE_SLOT:
            slot.store(None)  # a tooltip cannot carry a language of its own
        elif slot.kind != "abbr":
            self._mark(slot, parts, self._source_language)

    def _mark(self, slot: Slot, parts: Parts, attributes: Mapping[str, str]) -> None:
        """Put `attributes` on a block; its language only if the author has not said it."""
        if (slot.element is not None and slot.element.get("lang")) or _LANGUAGE.search(parts.after):
            attributes = {name: value for name, value in attributes.items() if name not in {"lang", "dir"}}
        if slot.element is not None and (len(slot.element) == 0 or isinstance(slot.text, AtomicString)):
            slot.element.attrib.update(attributes)
        elif attributes:  # the element has children of its own, such as a nested list, which may be translated
            told = "".join(f' {name}="{value}"' for name, value in attributes.items())
            slot.store(f"{parts.before}<span{told}>{parts.text}</span>{parts.after}")

    def _mark_expansions(self, root: Element) -> None:
        """The same for abbreviations whose long form has no translation; and those in such a block that have one."""
        shorts = {segment.label for segment in self.segments if segment.kind == "abbr"}
        untranslated = {segment.label for segment in self.untranslated if segment.kind == "abbr"}
        source, own = self._source_language, {"lang": self.locale.tag, "dir": self.locale.direction}
        blocks = [each for each in root.iter() if each.get("lang") == source.get("lang")] if source and shorts else []
        for abbreviation in (each for block in blocks for each in block.iter("abbr")):
            abbreviation.attrib.update(own)
        for abbreviation in root.iter("abbr") if untranslated else ():
            if abbreviation.text in untranslated:
                abbreviation.attrib.update(source)

    @property
    def _source_language(self) -> dict[str, str]:
        """The attributes of a text in the source's language; none where that is the language of the page."""
        if self.source is None or self.source.locale == self.locale:
            return {}
        return {"lang": self.source.locale.tag, "dir": self.source.locale.direction}


def _put(slot: Slot, parts: Parts, text: str) -> None:
    # Raw text inside HTML stays raw, or a translation could bring markup into it.
    kind = AtomicString if isinstance(slot.text, AtomicString) else str
    slot.store(kind(parts.before + text + parts.after))


def _headings(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag in HEADINGS)
