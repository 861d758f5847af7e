"""``adopt``: articles that somebody already translated → catalogs, for review."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.article.importing import read_translation
from pipeline.catalogs import Catalog, format_po, merge, new_catalog
from pipeline.catalogs.adopt import THRESHOLD, Adoption, Pair, adopt
from pipeline.commands.extract import templates
from pipeline.commands.files import now, read, shown, write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import catalog_path, read_articles, read_catalog
from pipeline.errors import InputError, collect
from pipeline.locale import Locale
from pipeline.model import Document, Segment
from pipeline.project import Project

_EXCERPT = 60


@dataclass(slots=True)
class Adopted:
    """What became of the files."""

    outcome: Outcome = field(default_factory=Outcome)
    report: list[str] = field(default_factory=list)
    """Lines for the translator: what was taken over, and what was not."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to adopt."""

    locale: Locale
    domain: str = ""
    """Empty: told by the name of the file."""

    threshold: float = THRESHOLD
    encoding: str = ""
    dry_run: bool = False


@alone
def adopt_files(project: Project, files: tuple[Path, ...], options: Options) -> Adopted:
    """Fill the catalogs of a locale from translated articles; what is there stays.

    A file that cannot be used is told in the outcome; the others are adopted.
    """
    done = Adopted()
    documents, done.outcome.errors = read_articles(project)
    by_domain = {document.article.domain: document for document in documents}

    def one(file: Path) -> None:
        name = shown(file, Path.cwd())
        data = read(file, Path.cwd())
        document = _document(by_domain, options.domain, file, name)
        target = read_translation(data, name, options.locale, options.encoding)
        if not target:
            raise InputError("there is no text in this file; name a file that holds a translated article", name)
        _adopt(project, document, (name, target), options, done)

    done.outcome.errors += collect(one, files)[1]
    return done


def _document(documents: dict[str, Document], domain: str, file: Path, name: str) -> Document:
    """Return the article that a file translates: the named one, or that of the same name, or the only one."""
    if domain:
        if domain in documents:
            return documents[domain]
        raise InputError(f"there is no article {domain}; name one of {', '.join(documents)}")
    stem = file.name.split(".")[0]
    same = [document for key, document in documents.items() if key.rpartition("/")[2] == stem]
    if len(same) == 1 or len(documents) == 1:
        return (same or list(documents.values()))[0]
    known = ", ".join(documents)
    raise InputError(f"which article this translates is not clear; say it with --domain, one of {known}", name)


def _adopt(
    project: Project, document: Document, file: tuple[str, list[Segment]], options: Options, done: Adopted
) -> None:
    path = catalog_path(project, options.locale, document.article.domain)
    old = read_catalog(project, path, options.locale)
    catalog = _up_to_date(project, document, old.catalog if old else None, options.locale)
    result = adopt(catalog, document.segments, file[1], file[0], options.threshold)
    done.report += _report(result, document, *file)
    content, seen = format_po(result.catalog).encode(), old.content if old else None
    if content != seen and result.adopted:
        done.outcome.changed.append(shown(path, project.root))
        if not options.dry_run:
            write(path, content, project.root, seen)


def _up_to_date(project: Project, document: Document, catalog: Catalog | None, locale: Locale) -> Catalog:
    """Return the catalog with all messages of the article, as ``update`` would leave it."""
    made = templates(project, Outcome())
    template = next(each.catalog for each in made if each.domain == document.article.domain)
    return merge(catalog, template, now()) if catalog else new_catalog(template, locale, now())


# --- what is told -------------------------------------------------------------------------------------------------


def _report(result: Adoption, document: Document, name: str, target: list[Segment]) -> list[str]:
    path = document.article.path
    empty = len(result.unsure) + len(result.empty)
    lines = [
        f"{name}: {len(result.adopted)} adopted for review, {empty} left empty, {len(result.kept)} kept as they were"
    ]
    lines[0] += f"; {len(result.unused)} of {len(target)} texts not used"
    lines += [f"{_both(pair, path, name)}: unsure ({pair.confidence:.2f}): {_excerpts(pair)}" for pair in result.unsure]
    lines += [f"{_both(pair, path, name)}: kept as it was: {_excerpts(pair)}" for pair in result.kept]
    lines += [f"{_place(path, each)}: nothing found for: {_excerpt(each.text)}" for each in result.empty]
    lines += [f"{_place(name, each)}: not used: {_excerpt(each.text)}" for each in result.unused]
    return lines


def _both(pair: Pair, path: str, name: str) -> str:
    return f"{_place(path, pair.source)}: {_place(name, pair.target[0])}"


def _place(path: str, segment: Segment) -> str:
    return f"{path}:{segment.line}" if segment.line else path


def _excerpts(pair: Pair) -> str:
    return f"{_excerpt(pair.source.text)} = {_excerpt(pair.text)}"


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
