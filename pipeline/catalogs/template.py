"""Templates: what there is to translate, with all that a translator has to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from pipeline.catalogs.po_header import timestamp
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.locale import Locale
from pipeline.model import SUMMARY, Document, Key, Segment
from pipeline.readings import split_reading

_PLACES = {
    "p": "Paragraph",
    "li": "List item",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Heading"),
    "th": "Table heading",
    "td": "Table cell",
    "dt": "Term",
    "dd": "Definition",
    "caption": "Caption",
    "figcaption": "Caption",
    "summary": "Summary",
    "blockquote": "Quotation",
    "box-title": "Title of a box",
    "footnote": "Footnote",
}
TITLE = "title"
"""The kind of segment that a page cannot be published without."""

_FRONT_MATTER = {
    TITLE: "Title of the page",
    "description": "Description of the page (search engines show it)",
    SUMMARY: "The page in short, at its top",
}
_IN_PICTURES = {
    "picture-label": "Label in the picture “{}”",
    "picture-title": "Title of the picture “{}”",
    "picture-description": "Description of the picture “{}”",
}
_READING = "Between slashes: how the term is said. Write that for your language, or leave it out."
_LONGEST_NAME = 100

Item = TypeVar("Item")


class TemplateMessage(NamedTuple):
    """One place where a message was found."""

    key: Key
    comments: Sequence[str]
    """What to tell the translator, one line each."""

    references: Sequence[str]
    """The files that it comes from."""


def make_template(document: Document, project: str, previous: Catalog | None, now: dt.datetime) -> Catalog:
    """Return the template of an article: one message for each distinct key, in the order in which a reader meets them.

    `project` is the title for the header. `previous` is the template as it was before, if there was one: as long as
    no message changed, its date stays, so that nothing is rewritten when nothing changed.
    """
    return make_template_from_messages(_messages(document), document.locale, project, previous, now)


def make_template_from_messages(
    messages: Iterable[TemplateMessage], source: Locale, project: str, previous: Catalog | None, now: dt.datetime
) -> Catalog:
    """Return a template of `messages`, whose texts are in the language of `source`.

    A message that occurs again adds only the comments and references that it did not have yet.
    """
    found: dict[Key, Message] = {}
    for key, comments, references in messages:
        message = found.setdefault(key, Message(msgctxt=key.context, msgid=key.text))
        _add_new(message.extracted_comments, map(_one_line, comments))
        _add_new(message.occurrences, ((_isolated(path), "") for path in references))
    template = Catalog()
    template.extend(found.values())
    template.metadata = _header(source, project, _creation_date(found, previous) or timestamp(now))
    return template


def _add_new(known: list[Item], items: Iterable[Item]) -> None:
    known.extend(item for item in items if item not in known)


def _header(source: Locale, project: str, date: str) -> dict[str, str]:
    # Real values in place of the usual YEAR-MO-DA and CHARSET, about which `msgfmt --check` warns.
    return {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": date,
        "PO-Revision-Date": date,
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": source.name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _creation_date(keys: Iterable[Key], previous: Catalog | None) -> str:
    """Return the date of the previous template if it has the same messages in the same order."""
    if previous is None or [message.key for message in previous.active] != list(keys):
        return ""
    return previous.metadata.get("POT-Creation-Date", "")


def _messages(document: Document) -> Iterator[TemplateMessage]:
    described: set[Key] = set()
    for segment in document.segments:
        comments = [] if segment.key in described else [describe(segment)]
        if segment.kind == "dt" and split_reading(segment.text)[1]:
            comments.append(_READING)
        if segment.note:
            comments.append(f"Note: {segment.note}")
        described.add(segment.key)
        yield TemplateMessage(segment.key, comments, [document.article.path])


def describe(segment: Segment) -> str:
    """Return in plain English where `segment` stands: ``Paragraph in “When should I get help?”``."""
    name = _shortened(segment.label)
    if segment.kind == "abbr":
        return f"The abbreviation “{name}” and its long form; translate both"
    if segment.kind == "link-title":
        return f"Title of the link “{name}”"
    if segment.kind in _IN_PICTURES:
        return _IN_PICTURES[segment.kind].format(name) + (f"; there is room for {segment.room}" if segment.room else "")
    if segment.kind in _FRONT_MATTER:
        return _FRONT_MATTER[segment.kind]
    place = _PLACES.get(segment.kind, "Text")
    return f"{place} in “{_shortened(segment.headings[-1])}”" if segment.headings else place


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"


def _one_line(comment: str) -> str:
    # gettext 0.21 reads a backslash at the end of a comment as a continuation and swallows the next line.
    return " ".join(comment.split()).rstrip("\\ ")


def _isolated(path: str) -> str:
    """Mark a path with spaces as one path, as gettext does since 0.22."""
    return f"\u2068{path}\u2069" if " " in path else path
