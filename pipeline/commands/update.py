"""``update`` and ``add-locale``: templates → catalogs. Nothing that a translator wrote is ever lost."""

from __future__ import annotations

from functools import partial

from pipeline.catalogs import fill, format_po, merge, new_catalog
from pipeline.catalogs.frame import SITE, shipped
from pipeline.commands.extract import Template, save, templates
from pipeline.commands.files import now, shown, write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import catalog_path, parse_locales, project_locales, read_catalog
from pipeline.errors import InputError, InputErrors, collect
from pipeline.locale import Locale
from pipeline.project import Project


@alone
def update(project: Project, locales: tuple[Locale, ...], *, check: bool = False) -> Outcome:
    """Bring templates and the catalogs of `locales` up to date with the articles; with `check`, only say what would.

    A catalog that cannot be read is left as it is, and told in the outcome; all others are brought up to date.
    """
    outcome = Outcome()
    for template in templates(project, outcome):
        tasks = [partial(save, project, template, outcome, check=check)]
        tasks += [partial(_update, project, template, outcome, locale, check=check) for locale in locales]
        outcome.errors += collect(lambda task: task(), tasks)[1]
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


def _update(project: Project, template: Template, outcome: Outcome, locale: Locale, *, check: bool) -> None:
    path = catalog_path(project, locale, template.domain)
    old = read_catalog(project, path, locale)
    new = template.catalog
    catalog = merge(old.catalog, new, now()) if old else new_catalog(new, locale, now())
    frame = shipped(locale) if template.domain == SITE else None
    if frame:
        catalog = fill(catalog, frame)
    content = format_po(catalog).encode()
    seen = old.content if old else None
    if content != seen:
        outcome.changed.append(shown(path, project.root))
        if not check:
            write(path, content, project.root, seen)
