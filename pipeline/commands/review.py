"""``review``: corrections from a review sheet → a catalog, and the record of who reviewed exactly its text."""

from __future__ import annotations

from pathlib import Path

from pipeline.article.inline import read_inline
from pipeline.article.parser import new_parser
from pipeline.catalogs import Catalog, Message, State, format_po, reviewed, state
from pipeline.catalogs.corrections import Corrected, Correction, apply, keys, read_corrections
from pipeline.catalogs.po_header import timestamp
from pipeline.checks.translation import PLACEHOLDER
from pipeline.commands.files import now, read, shown, write
from pipeline.commands.join import read_catalogs
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import CatalogFile, catalog_path, frame_segment, frames, read_articles
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.project import Project

_MARKUP = ("links", "images", "footnotes", "code", "tags", "attributes")
"""What a reviewer's words may not change, as fields of `Inline`."""


@alone
def review(project: Project, locale: Locale, domain: str, by: str, corrections: Path | None) -> Outcome:
    """Bring the corrections of a review sheet into the catalog of `domain`; with `by`, record a review of its text.

    A correction whose text or translation is another by now, or whose markup differs, is an error of the outcome; then
    no review is recorded, because the text is not yet the one that the reviewer wants.
    Raises `InputErrors` if there is nothing to do, `by` is no name and role, or a file cannot be read.
    """
    _check(by, corrections)
    files = read_catalogs(project, locale)
    if domain not in files:
        known = ", ".join(files) or "none"
        raise InputError(f"{domain}: no such catalog of {locale.name}; there are: {known}")
    file, outcome = files[domain], Outcome()
    catalog = file.catalog
    if corrections:
        name = shown(corrections, project.root)
        found = read_corrections(read(corrections, project.root), name)
        mine = _without_others(found, locale, domain, files, outcome)
        result = apply(catalog, locale, domain, mine, _Markup(project, domain).kept)
        _tell(result, name, outcome)
        catalog = result.catalog
    path = catalog_path(project, locale, domain)
    if by and outcome.errors:
        outcome.notes.append("no review is recorded; see to the corrections below, then record it")
    elif by:
        catalog = _recorded(catalog, by, shown(path, project.root), outcome)
    if catalog is not file.catalog and write(path, format_po(catalog).encode(), project.root, file.content):
        outcome.changed.append(shown(path, project.root))
    return outcome


def _check(by: str, corrections: Path | None) -> None:
    if not by and corrections is None:
        raise InputError('nothing to do; give --by "Name, role", or --corrections FILE, or both')
    name, comma, role = by.partition(",")
    if by and not (name.strip() and comma and role.strip() and by.isprintable()):
        raise InputError('--by needs a name and a role with a comma between, as in --by "Ana Ruiz, physician"')


def _recorded(catalog: Catalog, by: str, name: str, outcome: Outcome) -> Catalog:
    """Return `catalog` with the record of a review, unless there is nothing that anybody could have reviewed."""
    open_messages = sum(state(message) is not State.TRANSLATED for message in catalog.active)
    if open_messages == len(list(catalog.active)):
        message = "nothing is translated, or all is in doubt; a review cannot be recorded before it is confirmed"
        outcome.errors.append(InputError(message, name))
        return catalog
    if open_messages:
        outcome.notes.append(
            f"{open_messages} messages are not translated or in doubt; they are not part of the review"
        )
    return reviewed(catalog, by, now().date())


def _without_others(
    found: list[Correction], locale: Locale, domain: str, files: dict[str, CatalogFile], outcome: Outcome
) -> list[Correction]:
    """Leave out the corrections for other domains: a sheet may hold several."""
    for other, file in files.items():
        theirs = keys(file.catalog, locale, other) if other != domain else set()
        count = sum(correction.key in theirs for correction in found)
        if count:
            outcome.notes.append(f"{count} for {other}; bring them back with: plainspoken review {locale.name} {other}")
        found = [correction for correction in found if correction.key not in theirs]
    return found


def _tell(result: Corrected, name: str, outcome: Outcome) -> None:
    for correction, reason in result.refused:
        message = f"“{' '.join(correction.lines)}” was not brought back: {reason}"
        outcome.errors.append(InputError(message, name))
    outcome.notes.append(f"{len(result.applied)} brought back")
    if result.applied:
        result.catalog.metadata["PO-Revision-Date"] = timestamp(now())


class _Markup:
    """Compares links, pictures, code and tags as the parser of the article sees them."""

    def __init__(self, project: Project, domain: str) -> None:
        documents, _ = read_articles(project)
        document = next((each for each in documents if each.article.domain == domain), None)
        self._parser = document.parser if document else new_parser()
        self._kinds = {each.key: each.kind for each in document.segments} if document else {}
        self._default = frame_segment("").kind if domain in frames(project) else "p"

    def kept(self, message: Message, text: str) -> bool:
        """Return whether `text` has the markup of the translation of `message`, or of its source if it has none."""
        kind = self._kinds.get(message.key, self._default)
        before, after = (read_inline(self._parser, each, kind) for each in (message.msgstr or message.msgid, text))
        same = all(getattr(before, name) == getattr(after, name) for name in _MARKUP)
        return same and _placeholders(message.msgstr or message.msgid) == _placeholders(text)


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))
