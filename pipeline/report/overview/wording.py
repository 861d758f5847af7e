"""What the report says in words, in the language of its reader."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.catalogs import Review
from pipeline.catalogs.frame import SITE
from pipeline.locale import format_date, format_number, format_share
from pipeline.model import Severity
from pipeline.readability import Measure
from pipeline.render.page import Words
from pipeline.report.overview.figures import FUZZY, MISSING, Point, Row


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences and labels that are not in a template."""

    words: Words

    def title(self, row: Row) -> str:
        """Return what a row is called."""
        if row.title:
            return row.title
        words = self.words
        # Translators: the words around every article, such as "Contents"
        frame = words("Words of the page frame")
        # Translators: the words of the preview and of this report
        return frame if row.domain == SITE else words("Words of the workbench")

    def severity(self, severity: Severity) -> str:
        """Return the heading of findings of one severity."""
        words = self.words
        return {
            Severity.ERROR: words("Errors"),
            Severity.WARNING: words("Warnings"),
            Severity.NOTE: words("Hints"),
        }[severity]

    def state(self, state: str) -> str:
        """Return the name of a state of a text."""
        words = self.words
        # Translators: texts without a translation
        missing = words("Missing")
        # Translators: texts whose translation may be wrong; gettext calls them fuzzy
        in_doubt = words("In doubt")
        return {MISSING: missing, FUZZY: in_doubt}.get(state) or words("Held back")

    def review(self, review: Review | None) -> str:
        """Return the state of a review."""
        words = self.words
        if review is None or not review.by:
            return words("not reviewed")
        # Translators: the text was changed after its review
        return words("reviewed") if review.current else words("changed since the review")

    def reviewer(self, review: Review | None) -> str:
        """Return who reviewed a translation, and when; empty if nobody did."""
        if review is None or not review.by:
            return ""
        if review.on is None:
            return review.by
        date = format_date(review.on, self.words.locale)
        # Translators: who reviewed a text, and when: {date} is a full date
        return self.words("{name}, {date}", name=review.by, date=date)

    def level(self, measure: Measure | None) -> str:
        """Return how hard a text is, with the number behind it."""
        words = self.words
        if measure is None or measure.level_score is None:
            return words("not measured")
        level = {
            # Translators: how hard a text is to read: the easiest of four levels
            "plain": words("plain"),
            # Translators: how hard a text is to read: the second of four levels
            "fairly plain": words("fairly plain"),
            # Translators: how hard a text is to read: the third of four levels
            "hard": words("hard"),
            # Translators: how hard a text is to read: the last of four levels
            "very hard": words("very hard"),
        }[measure.level]
        return f"{level} ({format_number(round(measure.level_score, 1), words.locale)})"

    def signed(self, value: float | None) -> str:
        """Return a difference with its sign."""
        if value is None:
            return self.words("not measured")
        told = format_number(abs(round(value, 1)), self.words.locale)
        return told if round(value, 1) == 0 else f"{'+' if value > 0 else '−'}{told}"

    def day(self, point: Point) -> str:
        """Return the date of a point in full."""
        return format_date(point.day, self.words.locale)

    def chart(self, first: Point, last: Point) -> tuple[str, str]:
        """Return title and description of the picture of a history."""
        words = self.words
        shares = {"first": format_share(first.share, words.locale), "last": format_share(last.share, words.locale)}
        # Translators: {first} and {last} are percentages, {start} and {end} are full dates
        told = words("From {first} on {start} to {last} on {end}.", start=self.day(first), end=self.day(last), **shares)
        return words("Share of words that are translated"), told
