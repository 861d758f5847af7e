"""What the checks look at: one domain in one locale."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import markdown

from pipeline.article.inline import Inline, read_inline
from pipeline.catalogs import Catalog, Message, State, state
from pipeline.checks import ignores as ignores_of
from pipeline.checks.background import ENGLISH, Background
from pipeline.checks.digests import message_digest
from pipeline.checks.judge import About, blank
from pipeline.checks.silence import Ignore, Ledger
from pipeline.checks.translation import Pair
from pipeline.locale import Locale
from pipeline.model import Key, Location, Segment


@dataclass(frozen=True)
class Translation:
    """One domain in one locale, as the checks and the build see it."""

    domain: str
    locale: Locale
    segments: tuple[Segment, ...]
    """Of the source, each key at most once."""

    catalog: Catalog
    path: str
    """Of the catalog."""

    source_path: str
    parser: markdown.Markdown
    """The parser of the source, which knows its references and footnotes."""

    ignores: tuple[Ignore, ...] = ()
    """What the configuration silences here."""

    background: Background = ENGLISH
    """What the project says about all its translations."""

    rendered: dict[Key, Inline] = field(default_factory=dict, compare=False, repr=False)
    """The messages as they were rendered already; all locales of a source may share it."""

    @cached_property
    def messages(self) -> dict[Key, Message]:
        """The messages of the catalog, obsolete ones left out."""
        return self.catalog.by_key()

    @cached_property
    def general_ignores(self) -> tuple[Ignore, ...]:
        """What the configuration and the comment at the top of the catalog silence."""
        return (*self.ignores, *ignores_of.of_catalog(self.catalog, self.path))

    @cached_property
    def pairs(self) -> dict[Key, Pair]:
        """What may be published, if nothing is found against it: each message beside its translation."""
        found = ((segment, self.messages.get(segment.key)) for segment in self.segments)
        return {
            segment.key: pair_of(self, segment, message.msgstr)
            for segment, message in found
            if message and state(message) is State.TRANSLATED
        }


def pair_of(subject: Translation, segment: Segment, msgstr: str) -> Pair:
    """Return a message and `msgstr`, a translation of it, as the rules see them."""
    source = subject.rendered.get(segment.key)
    if source is None:
        source = subject.rendered[segment.key] = read_inline(subject.parser, segment.text, segment.kind)
    target = read_inline(subject.parser, msgstr, segment.kind)
    return Pair(segment, msgstr, subject.locale, source, target, subject.background)


def about_message(subject: Translation, segment: Segment, ledger: Ledger | None) -> About:
    """Return what every finding about this message says, and what is silenced for it."""
    message = subject.messages.get(segment.key)
    finding = blank(
        Location(subject.path, message.msgstr_line if message else None),
        domain=subject.domain,
        locale=subject.locale.name,
        excerpt=segment.text,
        source=Location(subject.source_path, segment.line),
        text=message_digest(segment.key, message),
    )
    written = ignores_of.of_message(message, subject.path) if message else ()
    if ledger:  # until there is a translation, nobody can tell which of its rules are needed
        judged = segment.key in subject.pairs
        ledger.know(each for each in written if judged or not each.reason or each.rule[:1] == "C")
    by_author = ignores_of.of_segment(segment, subject.source_path)
    return About(finding, (*subject.general_ignores, *by_author, *written))
