"""``check --fix``: mend what tools can mend in catalogs, without any change of meaning."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.catalogs import Catalog, format_po
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.mend import Mended, mend_catalog, mend_translation
from pipeline.commands.editions import Localized, localize_all
from pipeline.commands.files import write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import read_articles
from pipeline.errors import collect
from pipeline.locale import Locale
from pipeline.project import Project


@dataclass(slots=True)
class Fixes:
    """What was mended, or could be."""

    outcome: Outcome = field(default_factory=Outcome)
    mended: list[Mended] = field(default_factory=list)
    diffs: list[str] = field(default_factory=list)
    """A unified diff for each file that changes."""


@alone
def fix(project: Project, locales: tuple[Locale, ...], *, check: bool = False) -> Fixes:
    """Mend the catalogs of `locales`; with `check`, only say what would change."""
    fixes = Fixes()
    documents, fixes.outcome.errors = read_articles(project)
    localized = localize_all(project, documents, locales, fixes.outcome).values()
    _, errors = collect(lambda each: _fix(project, each, fixes, check=check), localized)
    fixes.outcome.errors += errors
    return fixes


def _fix(project: Project, localized: Localized, fixes: Fixes, *, check: bool) -> None:
    subject = localized.subject
    if localized.content is None:
        return
    severities, _ = project.rules_for(subject.locale, subject.path, subject.source_path)
    mended = mend_translation(subject, severities)
    catalog = _with(subject.catalog, mended)
    whole = WholeCatalog(catalog, localized.content, subject.locale, subject.path, frozenset())
    text = mend_catalog(whole, severities) or (format_po(catalog) if mended else None)
    content = text.encode() if text else localized.content
    if content == localized.content:
        return
    if not check:
        write(project.root / subject.path, content, project.root, localized.content)
    fixes.mended += mended
    fixes.outcome.changed.append(subject.path)
    fixes.diffs.append(_diff(localized.content, content, subject.path))


def _with(catalog: Catalog, mended: Iterable[Mended]) -> Catalog:
    texts = {each.key: each.after for each in mended}
    messages = [message.copy() for message in catalog]
    for message in messages:
        if not message.obsolete and message.key in texts:
            message.msgstr = texts[message.key]
    return catalog.with_messages(messages)


def _diff(old: bytes, new: bytes, path: str) -> str:
    before, after = (data.decode("utf-8", "replace").split("\n") for data in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "\n".join(lines)
