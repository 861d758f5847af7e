"""``report``: where the project stands, as pages in ``output/report/``."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.catalogs.frame import WORKBENCH, shipped
from pipeline.commands.check import examine
from pipeline.commands.files import put, shown
from pipeline.commands.gather import Gathering
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import list_pages, remove
from pipeline.commands.workspace import REPORT_MANIFEST, pages_before, project_locales, workbench_words
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.project import Project
from pipeline.report.overview.figures import Overview
from pipeline.report.overview.pages import ENGLISH, render_overview


@alone
def report(project: Project, reader: Locale | None = None) -> Outcome:
    """Write the report in the language of `reader` (default: the source's, or else English).

    What cannot be read is in the outcome's errors, and the rest is told. Raises `InputError` if the report is not
    translated into the language.
    """
    reader = reader or (project.source_locale if _speaks(project.source_locale) else ENGLISH)
    if not _speaks(reader):
        raise InputError(f"--language {reader.tag}: the report is not translated into it; leave the option out")
    gathering = Gathering(project)
    checked = examine(project, project_locales(project), gathering.see)
    overview = gathering.overview(checked.findings)
    outcome = Outcome(errors=checked.errors)
    _write(project, render_overview(overview, workbench_words(reader)), outcome)
    if not all((project.output / page).is_file() for page in _pages(overview)):
        outcome.notes.append("the report leads to pages that are not there; make them with: plainspoken build")
    return outcome


def _speaks(locale: Locale) -> bool:
    return locale.tag.partition("-")[0] == ENGLISH.tag or shipped(locale, WORKBENCH) is not None


def _pages(overview: Overview) -> Iterable[str]:
    languages = (overview.source, *overview.languages)
    return (row.page for language in languages for row in language.rows if row.page)


def _write(project: Project, files: Iterable[tuple[str, str]], outcome: Outcome) -> None:
    """Write the files, and take away those of the last report that are not among them."""
    before = pages_before(project, manifest=REPORT_MANIFEST)
    current: set[str] = set()
    for path, text in files:
        current.add(path)
        place = project.output / path
        if put(place, text.encode(), project.root, sync=False):
            outcome.changed.append(shown(place, project.root))
    outcome.removed += remove(project, sorted(before - current))
    list_pages(project, current, REPORT_MANIFEST)
