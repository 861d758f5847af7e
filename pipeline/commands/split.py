"""``split``: the work in a joined catalog → the catalogs of the articles."""

from __future__ import annotations

from pathlib import Path

from pipeline.catalogs import Catalog, format_po, header_errors, new_catalog, read_po
from pipeline.catalogs.joined import restore_header
from pipeline.catalogs.splitting import Conflict, Stranger
from pipeline.catalogs.splitting import split as split_catalog
from pipeline.commands.files import now, read, shown, write
from pipeline.commands.join import read_catalogs
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import catalog_path, read_catalog, template_path
from pipeline.errors import InputError, collect, raise_all
from pipeline.locale import Locale
from pipeline.project import Project

_EXCERPT = 40


@alone
def split(project: Project, locale: Locale, path: Path) -> Outcome:
    """Bring the work in the joined catalog at `path` into the catalogs of the articles.

    A catalog that is missing is made anew. A message that was changed both in the joined catalog and in that of its
    article is left as it is there, and is an error of the outcome; all others are brought back.
    Raises `InputErrors` if a catalog or the file cannot be read, and then writes nothing.
    """
    name = shown(path, project.root)
    joined = read_po(read(path, project.root), name)
    raise_all(header_errors(joined, locale, name))
    files = read_catalogs(project, locale)
    missing = _missing(project, locale, joined, set(files))
    catalogs = {**{domain: file.catalog for domain, file in files.items()}, **missing}
    result = split_catalog(joined, catalogs, missing)
    outcome = Outcome(errors=[_told(project, locale, name, conflict) for conflict in result.conflicts])
    _tell_strangers(project, locale, outcome, name, [each for each in result.strangers if each.domain not in missing])

    def save(domain: str) -> None:
        target = catalog_path(project, locale, domain)
        seen = files[domain].content if domain in files else None
        if write(target, format_po(result.catalogs[domain]).encode(), project.root, seen):
            outcome.changed.append(shown(target, project.root))

    outcome.errors += collect(save, sorted(result.catalogs))[1]
    return outcome


def _missing(project: Project, locale: Locale, joined: Catalog, there: set[str]) -> dict[str, Catalog]:
    """Return new catalogs for the templates that have none."""
    made = {}
    for path in sorted(project.catalogs.rglob("*.pot")):
        domain = path.relative_to(project.catalogs).with_suffix("").as_posix()
        template = None if domain in there else read_catalog(project, template_path(project, domain), None)
        if template:
            made[domain] = new_catalog(template.catalog, locale, now())
            restore_header(made[domain], joined, domain)
    return made


def _told(project: Project, locale: Locale, name: str, conflict: Conflict) -> InputError:
    single = shown(catalog_path(project, locale, conflict.domain), project.root)
    message = (
        f"“{_excerpt(conflict.joined.msgid)}” was changed here, and differently in {single}:"
        f"{conflict.single.msgstr_line}, which is left as it is; make the two the same, then split again"
    )
    return InputError(message, name, conflict.joined.msgstr_line)


def _tell_strangers(project: Project, locale: Locale, outcome: Outcome, name: str, strangers: list[Stranger]) -> None:
    """Say which translations belong to no article, or to one that has other words by now."""
    for message, domain in strangers:
        told = f"“{_excerpt(message.msgid)}” is in no catalog"
        if domain:
            target = shown(catalog_path(project, locale, domain), project.root)
            outcome.notes.append(f"{name}:{message.linenum}: {told} any more; kept in {target} for the next update")
        else:
            fault = f"{told}, and no comment says which article it is from; nothing was done with it"
            outcome.errors.append(InputError(fault, name, message.linenum))


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
