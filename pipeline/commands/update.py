"""``update`` and ``add-locale``: templates → catalogs. Nothing that a translator wrote is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.catalogs import Message, fill, format_po, new_catalog, read_po
from pipeline.catalogs.edits import Grader
from pipeline.catalogs.frame import shipped
from pipeline.catalogs.memory import Memory
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import Entry, Kind, Merging
from pipeline.catalogs.publication import record_publication, standing
from pipeline.commands.editions import optional_messages, project_grader
from pipeline.commands.extract import Template, save, templates
from pipeline.commands.files import now, shown, write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import (
    CatalogFile,
    catalog_path,
    parse_locales,
    project_locales,
    read_catalog,
)
from pipeline.errors import InputError, InputErrors, collect
from pipeline.locale import Locale
from pipeline.project import Project

_LONGEST = 60
_TOLD = {
    Kind.KEPT: "the translation stays, only {reasons} changed",
    Kind.MINOR: "the translation stays, the edit was declared minor",
    Kind.REUSED: "translated as in another article",
    Kind.REFUSED: "this edit is not minor ({reasons}); the translation is fuzzy",
}


@alone
def update(
    project: Project, locales: tuple[Locale, ...], *, check: bool = False, minor: tuple[str, ...] = ()
) -> Outcome:
    """Bring templates and the catalogs of `locales` up to date with the articles; with `check`, only say what would.

    `minor` names domains, or pieces of new texts, whose edits the author declares minor: their translations stay,
    unless an edit is critical. A catalog that cannot be read is left as it is, and told in the outcome; all others
    are brought up to date.
    """
    outcome = Outcome()
    made = templates(project, outcome)
    outcome.errors += collect(lambda template: save(project, template, outcome, check=check), made)[1]
    grade = project_grader(project, [template.document for template in made if template.document])
    updater = _Updater(project, outcome, check, grade, minor)
    for locale in locales:
        updater.update(made, locale)
    outcome.errors += [
        InputError(f"--minor {name}: no edit of this update is in a domain or has a text like that")
        for name in minor
        if name not in updater.needed
    ]
    return outcome


@alone
def add_locale(project: Project, identifiers: tuple[str, ...]) -> Outcome:
    """Create the catalogs of new locales, each with the header and plural forms of its language.

    Raises `InputErrors` if an identifier is unknown, named twice, the source's own, or already there.
    """
    locales, errors = parse_locales(identifiers)
    source = project.source_locale
    if source in locales:
        errors.append(InputError(f"{source.name} is the language of the articles; it needs no catalogs"))
    folders = (project.catalogs / locale.name for locale in dict.fromkeys(locales))
    message = "this locale is there already; bring it up to date with: plainspoken update"
    errors += [InputError(message, shown(folder, project.root)) for folder in folders if any(folder.rglob("*.po"))]
    if errors:
        raise InputErrors(errors)
    outcome = update(project, tuple(locales))
    if project.locales is not None:
        outcome.notes += [
            f'to publish {locale.name}, add "{locale.name}" to locales in {project.path}'
            for locale in locales
            if locale not in project_locales(project)
        ]
    return outcome


@dataclass(slots=True)
class _Updater:
    """Brings the catalogs of one locale after the other up to date; what cannot be done is in the outcome's errors."""

    project: Project
    outcome: Outcome
    check: bool
    grade: Grader
    minor: tuple[str, ...]
    """What the author named."""

    needed: set[str] = field(default_factory=set)
    """Those names that an edit fitted."""

    def update(self, made: list[Template], locale: Locale) -> None:
        """Bring the catalogs of `locale` up to date with the templates `made`."""
        read, errors = collect(lambda template: (template, self._read(template, locale)), made)
        self.outcome.errors += errors
        articles = ((template.domain, old.catalog) for template, old in read if old and template.document)
        memory = Memory(tuple(articles), exact_is_sure=self.project.reuse_exact)
        self.outcome.errors += collect(lambda pair: self._update(*pair, locale, memory), read)[1]

    def _read(self, template: Template, locale: Locale) -> CatalogFile | None:
        return read_catalog(self.project, catalog_path(self.project, locale, template.domain), locale)

    def _update(self, template: Template, old: CatalogFile | None, locale: Locale, memory: Memory) -> None:
        before = old.catalog if old else new_catalog(template.catalog.with_messages([]), locale, now())
        how = Merging(template.domain, self.grade, memory, self._is_minor(template.domain))
        catalog, record = bring_up_to_date(before, template.catalog, now(), how)
        if template.document:
            was = standing(before, optional_messages(template.document))
            record_publication(before, catalog, was, self.project.publish_threshold)
        elif frame := shipped(locale, template.domain):
            catalog = fill(catalog, frame)
        path = catalog_path(self.project, locale, template.domain)
        self._save(path, format_po(catalog).encode(), old.content if old else None, record)

    def _is_minor(self, domain: str) -> Callable[[Message], bool]:
        """Return the function that tells which edits of `domain` the author declared minor."""

        def declared(message: Message) -> bool:
            fitting = {name for name in self.minor if name == domain or name in message.msgid}
            self.needed |= fitting
            return bool(fitting)

        return declared

    def _save(self, path: Path, content: bytes, seen: bytes | None, record: list[Entry]) -> None:
        name = shown(path, self.project.root)
        if content != seen:
            self.outcome.changed.append(name)
            if not self.check:
                write(path, content, self.project.root, seen)
        self.outcome.record += _told(record, content, name)


def _told(record: list[Entry], content: bytes, path: str) -> Iterator[str]:
    """Say what was carried over, with the lines of the catalog as it is now."""
    lines = {message.key: message.linenum for message in read_po(content, path)} if record else {}
    for kind, key, reasons in record:
        text = key.text if len(key.text) <= _LONGEST else f"{key.text[:_LONGEST].rstrip()}…"
        yield f"{path}:{lines[key]}: note: {_TOLD[kind].format(reasons=' and '.join(reasons))}: “{text}”"
