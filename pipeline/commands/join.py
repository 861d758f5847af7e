"""``join``: one catalog for all articles of a language."""

from __future__ import annotations

from pathlib import Path

from pipeline.catalogs import format_po, read_po
from pipeline.catalogs.joined import join as join_catalogs
from pipeline.catalogs.splitting import split
from pipeline.commands.files import put, read_if_there, shown
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import CatalogFile, catalog_path, check_output, read_catalog
from pipeline.errors import InputError, PlainspokenError, collect, raise_all
from pipeline.locale import Locale
from pipeline.project import Project


def join(project: Project, locale: Locale) -> bytes:
    """Return the joined catalog of `locale`.

    Raises `InputErrors` with every fault of its catalogs: what cannot be read would be missing.
    """
    files = read_catalogs(project, locale)
    if not files:
        raise InputError(f"there are no catalogs of {locale.name}; make them with: plainspoken update")
    return format_po(join_catalogs({domain: file.catalog for domain, file in files.items()})).encode()


@alone
def write_joined(project: Project, locale: Locale, output: Path) -> Outcome:
    """Write the joined catalog of `locale` to `output`.

    Raises `InputError` if a file is there that holds work which is in no catalog yet, or that is one of the project.
    """
    check_output(project, output)
    content = join(project, locale)
    before = read_if_there(output, project.root)
    name = shown(output, project.root)
    if before is not None and _holds_work(project, locale, before):
        message = "this file holds work that is not in the catalogs; bring it back first, with: plainspoken split"
        raise InputError(f"{message} {locale.name} {name}", name)
    return Outcome(changed=[name] if put(output, content, project.root) else [])


def _holds_work(project: Project, locale: Locale, content: bytes) -> bool:
    try:
        old = read_po(content, "")
    except PlainspokenError:
        return True
    catalogs = {domain: file.catalog for domain, file in read_catalogs(project, locale).items()}
    result = split(old, catalogs)
    return bool(result.catalogs or result.conflicts or result.strangers)


def read_catalogs(project: Project, locale: Locale) -> dict[str, CatalogFile]:
    """Return every catalog of `locale` by its domain. Raises `InputErrors` with every fault of every one."""
    folder = catalog_path(project, locale, "x").parent
    paths = sorted(folder.rglob("*.po"))
    files, errors = collect(lambda path: read_catalog(project, path, locale), paths)
    raise_all(errors)
    domains = (path.relative_to(folder).with_suffix("").as_posix() for path in paths)
    return {domain: file for domain, file in zip(domains, files, strict=True) if file}
