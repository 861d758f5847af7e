"""What the workbench tells about one block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.catalogs.edits import Change
from pipeline.locale import Locale
from pipeline.model import Finding, Location, Segment
from pipeline.readability import Measure


@dataclass(frozen=True, slots=True)
class Panel:
    """One message with all that a translator has to know."""

    name: str
    """Which message it is, for the workbench."""

    segment: Segment
    state: str
    """As in `Block.state`."""

    locale: Locale
    source_locale: Locale
    translation: str
    fuzzy: bool
    changes: Sequence[tuple[str, Change]]
    """What changed in the source since it was translated, as `changed_text` has it; empty if nothing did."""

    notes: Sequence[str]
    """What the author, the program and other translators say about it."""

    findings: Sequence[Finding]
    terms: Sequence[tuple[str, Sequence[str]]]
    levels: tuple[Measure, Measure | None]
    """How hard the source is to read, and the translation if there is one."""

    source_place: Location
    catalog_place: Location | None
    """None where there is no catalog."""

    locked: str
    """Why the translation cannot be changed here; empty if it can."""

    seen: str
    """The digest of the catalog that all this is from."""

    @property
    def is_source(self) -> bool:
        """Whether the page is in the language of the articles."""
        return self.locale == self.source_locale
