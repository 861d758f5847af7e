"""How far a translation is, and whether that is enough to publish it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.catalogs import TITLE, Review, State, review_state, state
from pipeline.catalogs.publication import Standing, standing
from pipeline.checks import Translation
from pipeline.locale import Locale
from pipeline.model import Key, Segment


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one domain is in one locale, in messages and in words of the source."""

    domain: str
    locale: Locale
    translated: int
    fuzzy: int
    missing: int
    held_back: int
    """Translated, but with an error against them; not counted in `translated`."""

    words: int
    """Of the source, each message counted once."""

    words_ready: int
    words_translated: int
    """The same, with those that are held back."""

    title_translated: bool
    critical_translated: bool
    """Whether every block that the author marked critical is translated, the title apart."""

    words_outdated: int
    """Of messages whose source changed since they were translated."""

    standing: Standing
    """What the catalog says about its page."""

    review: Review

    @property
    def share(self) -> float:
        """The share of words that readers get in their language, 0 to 1."""
        return self.words_ready / self.words if self.words else 1.0

    def may_be_published(self, threshold: float) -> bool:
        """Return whether readers get enough of the article, its title and critical parts included.

        Once that was so, a change of the source or an error does not withdraw the page as long as anything of it is
        left: what is out of date falls back to the source, and the page says so.
        """
        enough = self.words_translated >= threshold * self.words
        ready = self.title_translated and self.critical_translated and enough
        return ready or (self.standing.published(threshold) and self.words_ready > 0)


def progress_of(subject: Translation, rejected: Collection[Key], outdated: Iterable[Segment]) -> Progress:
    """Return how far `subject` is without the messages that are `rejected`; `outdated` are those of an older source."""
    messages = subject.catalog.by_key()
    by_state: dict[State, list[Segment]] = {each: [] for each in State}
    for segment in subject.segments:
        by_state[state(messages.get(segment.key))].append(segment)
    translated = by_state[State.TRANSLATED]
    held_back = [segment for segment in translated if segment.key in rejected]
    lacking = by_state[State.FUZZY] + by_state[State.MISSING]
    words_translated = _words(translated)
    return Progress(
        domain=subject.domain,
        locale=subject.locale,
        translated=len(translated) - len(held_back),
        fuzzy=len(by_state[State.FUZZY]),
        missing=len(by_state[State.MISSING]),
        held_back=len(held_back),
        words=words_translated + _words(lacking),
        words_ready=words_translated - _words(held_back),
        words_translated=words_translated,
        title_translated=not any(segment.kind == TITLE for segment in lacking),
        critical_translated=not any(segment.critical and segment.kind != TITLE for segment in lacking),
        words_outdated=_words(outdated),
        standing=standing(subject.catalog, optional(subject.segments)),
        review=review_state(subject.catalog),
    )


def optional(segments: Iterable[Segment]) -> frozenset[Key]:
    """Return the messages among `segments` without which a page may be published."""
    return frozenset(segment.key for segment in segments if not segment.critical and segment.kind != TITLE)


def _words(segments: Iterable[Segment]) -> int:
    return sum(segment.words for segment in segments)
