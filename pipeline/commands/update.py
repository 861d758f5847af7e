"""``update`` and ``add-locale``: templates → catalogs. Nothing that a translator wrote is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from pipeline.catalogs import Message, fill, format_po, new_catalog, read_po
from pipeline.catalogs.edits import Grader
from pipeline.catalogs.frame import SITE, shipped
from pipeline.catalogs.memory import Memory
from pipeline.catalogs.merge import Entry, Kind, Merging, bring_up_to_date
from pipeline.catalogs.publication import record_publication, standing
from pipeline.checks.edits import grader
from pipeline.commands.editions import GLOSSARY, glossary_terms, optional_messages
from pipeline.commands.extract import Template, save, templates
from pipeline.commands.files import now, shown, write
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
    glossaries = (each.document for each in made if each.document and each.domain == GLOSSARY)
    terms = (term for document in glossaries for term in glossary_terms(document))
    plan = _Plan(grader(project.source_locale.tag, terms), minor)
    for locale in locales:
        _update_locale(project, made, outcome, locale, plan, check=check)
    outcome.errors += [
        InputError(f"--minor {name}: no edit of this update is in a domain or has a text like that")
        for name in minor
        if name not in plan.needed
    ]
    return outcome


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
class _Plan:
    """How to merge, in every locale."""

    grade: Grader
    minor: tuple[str, ...]
    """What the author named."""

    needed: set[str] = field(default_factory=set)
    """Those names that an edit fitted."""

    def is_minor(self, domain: str) -> Callable[[Message], bool]:
        """Return the function that tells which edits of `domain` the author declared minor."""

        def declared(message: Message) -> bool:
            fitting = {name for name in self.minor if name == domain or name in message.msgid}
            self.needed |= fitting
            return bool(fitting)

        return declared


def _update_locale(
    project: Project, made: list[Template], outcome: Outcome, locale: Locale, plan: _Plan, *, check: bool
) -> None:
    """Bring the catalogs of one locale up to date; what cannot be read or written is in the outcome's errors."""
    read, errors = collect(partial(_read, project, locale), made)
    outcome.errors += errors
    memory = Memory(
        [(template.domain, old.catalog) for template, old in read if old and template.domain != SITE],
        exact_is_sure=project.reuse_exact,
    )

    def update_one(pair: tuple[Template, CatalogFile | None]) -> None:
        template, old = pair
        how = Merging(template.domain, plan.grade, memory, plan.is_minor(template.domain))
        _update(project, template, old, outcome, locale, how, check=check)

    outcome.errors += collect(update_one, read)[1]


def _read(project: Project, locale: Locale, template: Template) -> tuple[Template, CatalogFile | None]:
    return template, read_catalog(project, catalog_path(project, locale, template.domain), locale)


def _update(
    project: Project,
    template: Template,
    old: CatalogFile | None,
    outcome: Outcome,
    locale: Locale,
    how: Merging,
    *,
    check: bool,
) -> None:
    before = old.catalog if old else new_catalog(template.catalog.with_messages([]), locale, now())
    catalog, record = bring_up_to_date(before, template.catalog, now(), how)
    if template.document:
        was = standing(before, optional_messages(template.document))
        record_publication(before, catalog, was, project.publish_threshold)
    frame = shipped(locale) if template.domain == SITE else None
    if frame:
        catalog = fill(catalog, frame)
    content = format_po(catalog).encode()
    path = catalog_path(project, locale, template.domain)
    seen = old.content if old else None
    if content != seen:
        outcome.changed.append(shown(path, project.root))
        if not check:
            write(path, content, project.root, seen)
    outcome.record += _told(record, content, shown(path, project.root))


def _told(record: list[Entry], content: bytes, path: str) -> Iterator[str]:
    """Say what was carried over, with the lines of the catalog as it is now."""
    lines = {message.key: message.linenum for message in read_po(content, path)} if record else {}
    for kind, key, reasons in record:
        text = key.text if len(key.text) <= _LONGEST else f"{key.text[:_LONGEST].rstrip()}…"
        yield f"{path}:{lines[key]}: note: {_TOLD[kind].format(reasons=' and '.join(reasons))}: “{text}”"
