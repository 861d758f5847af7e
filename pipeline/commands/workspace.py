"""What lies in a project's folders: articles, templates, catalogs and the words of the frame."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pipeline.article import parse, read_article
from pipeline.article.pictures import is_drawing, pictures_of, read_drawing, with_words
from pipeline.catalogs import Catalog, header_errors, lookup, read_po
from pipeline.catalogs.frame import SITE, WORKBENCH, frame_messages, shipped
from pipeline.commands.files import files_below, read, read_if_there, shown
from pipeline.errors import InputError, collect, raise_all
from pipeline.home import project_folder
from pipeline.locale import Locale, UnknownLocale, parse_locale
from pipeline.model import Document, Lookup, Segment
from pipeline.project import Project, read_project
from pipeline.render.bilingual import SUFFIX as BILINGUAL
from pipeline.render.page import Words

MANIFEST = ".pages.json"
"""The list of files that a build wrote, so that the next one can remove what is no longer published."""

REPORT_MANIFEST = ".report.json"
"""The same for a report."""

_CATALOG_FOLDER = "LC_MESSAGES"
_FIRST_SURROGATE, _LAST_SURROGATE = "\ud800", "\udfff"


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A catalog and the bytes that it was read from."""

    catalog: Catalog
    content: bytes
    path: str


def open_project(folder: Path | None) -> Project:
    """Return the project in `folder`, or else the nearest one upwards from the current folder."""
    return read_project(project_folder(folder))


def project_locales(project: Project) -> tuple[Locale, ...]:
    """Return the locales besides the source's: those of the configuration, or else every folder in ``locales/``."""
    if project.locales is not None:
        return project.locales
    folders = sorted(path.parent.name for path in project.catalogs.glob(f"*/{_CATALOG_FOLDER}"))
    locales, errors = collect(lambda name: _folder_locale(project, name), folders)
    raise_all(errors)
    # Some tools keep a catalog of the source's language too; it translates nothing.
    return tuple(locale for locale in locales if locale != project.source_locale)


def _folder_locale(project: Project, name: str) -> Locale:
    folder = shown(project.catalogs / name, project.root)
    try:
        locale = parse_locale(name)
    except UnknownLocale as error:
        raise InputError(f"{error}; rename or remove the folder", folder) from None
    if locale.name != name:
        raise InputError(f"the folder of this locale must be named {locale.name}; rename it", folder)
    return locale


def chosen_locales(project: Project, identifiers: tuple[str, ...]) -> tuple[Locale, ...]:
    """Return the locales that a command is to work on: those named, or else all of the project.

    Raises `InputErrors` with every identifier that is unknown, named twice, or not one of the project.
    """
    known = project_locales(project)
    if not identifiers:
        return known
    chosen, errors = parse_locales(identifiers)
    errors += [
        InputError(f"{locale.name} is not a locale of this project; add it with: plainspoken add-locale {locale.name}")
        for locale in chosen
        if locale not in known
    ]
    raise_all(errors)
    return tuple(chosen)


def parse_locales(identifiers: tuple[str, ...]) -> tuple[list[Locale], list[InputError]]:
    """Return the locales that the user named, and what is wrong with the names."""
    chosen: list[Locale] = []
    errors: list[InputError] = []
    for identifier in identifiers:
        try:
            locale = parse_locale(identifier)
        except UnknownLocale as error:
            errors.append(InputError(str(error)))
            continue
        if locale in chosen:
            errors.append(InputError(f"{locale.name} is named twice; name it once"))
        chosen.append(locale)
    return chosen, errors


# --- articles -----------------------------------------------------------------------------------------------------


def read_articles(project: Project) -> tuple[list[Document], list[InputError]]:
    """Return every article of the project that can be read, in the order of their names, and what is wrong."""
    paths, errors = article_paths(project)
    documents, unread = collect(lambda path: read_document(project, path), paths.values())
    return documents, [*errors, *unread]


def article_paths(project: Project) -> tuple[dict[str, Path], list[InputError]]:
    """Return where each article lies, by its domain and in that order, and what is wrong with names."""
    if not project.source.is_dir():
        raise InputError("no such folder; put the articles (Markdown files) there", shown(project.source, project.root))
    paths, hidden = files_below(project.source, ".md", project.root)
    every = {_domain(project, path): path for path in paths}
    named, errors = collect(lambda domain: _checked_name(project, domain, every[domain]), every)
    errors += hidden
    errors += [
        InputError(
            f"{shown(project.source / domain, project.root)}.md is gone; bring it back, or remove this template "
            "and the catalogs of that name; if the article was renamed, rename them too",
            shown(project.catalogs / f"{domain}.pot", project.root),
        )
        for domain in _template_domains(project)
        if domain not in every and domain not in frames(project) and not hidden
    ]
    return {domain: every[domain] for domain in named}, errors


def _domain(project: Project, path: Path) -> str:
    return path.relative_to(project.source).with_suffix("").as_posix()


def _checked_name(project: Project, domain: str, path: Path) -> str:
    name = shown(path, project.root)
    if not _is_text(domain):
        raise InputError("the name of this file is not valid UTF-8; rename it", name)
    if domain in {*frames(project), "index"} or f"{domain}.html".endswith(BILINGUAL):
        raise InputError(f"an article cannot be named {domain}; rename the file", name)
    return domain


def read_document(project: Project, path: Path) -> Document:
    """Return one article with the words in its pictures. Raises `InputError` or `InputErrors` if it cannot be read."""
    domain, name = _domain(project, path), shown(path, project.root)
    document = parse(read_article(read(path, project.root), name, domain), project.source_locale)
    drawings = {}
    for picture in pictures_of(document):
        place = project.source / picture
        content = read_if_there(place, project.root) if is_drawing(picture) else None
        if content is not None:  # a picture that is missing is told by the build
            drawings[picture] = read_drawing(content, shown(place, project.root))
    return with_words(document, drawings)


def _is_text(name: str) -> bool:
    """Tell a real name from bytes that Python could not decode."""
    return not any(_FIRST_SURROGATE <= char <= _LAST_SURROGATE for char in name)


def _template_domains(project: Project) -> list[str]:
    folder = project.catalogs
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.pot"))


# --- catalogs -----------------------------------------------------------------------------------------------------


def template_path(project: Project, domain: str) -> Path:
    """Return where the template of a domain lies."""
    return project.catalogs / f"{domain}.pot"


def catalog_path(project: Project, locale: Locale, domain: str) -> Path:
    """Return where the catalog of a domain lies."""
    return project.catalogs / locale.name / _CATALOG_FOLDER / f"{domain}.po"


def check_output(project: Project, path: Path) -> None:
    """Raise `InputError` if a file for other people would take the place of an article, a template or a catalog."""
    place, catalogs = path.resolve(), project.catalogs.resolve()
    is_article = place.suffix == ".md" and place.is_relative_to(project.source.resolve())
    is_catalog = place.suffix == ".pot" or _CATALOG_FOLDER in place.parts
    if is_article or (is_catalog and place.is_relative_to(catalogs)):
        message = "articles, templates and catalogs stand there; name a file in another place"
        raise InputError(message, shown(path, project.root))


def read_catalog(project: Project, path: Path, locale: Locale | None) -> CatalogFile | None:
    """Return the catalog (or, without `locale`, the template) at `path`, or None if there is no such file.

    Raises `InputErrors` with every fault of the file.
    """
    content = read_if_there(path, project.root)
    if content is None:
        return None
    name = shown(path, project.root)
    catalog = read_po(content, name)
    if locale:
        raise_all(header_errors(catalog, locale, name))
    return CatalogFile(catalog, content, name)


def frames(project: Project) -> tuple[str, ...]:
    """Return the domains of a project that are no articles: the words of the frame, and perhaps of the workbench."""
    return (SITE, WORKBENCH) if project.translate_workbench else (SITE,)


def read_words(project: Project, locale: Locale, own: Lookup | None = None) -> Words:
    """Return the words of the frame: those that come with the package, over them the project's `own`."""
    frame = shipped(locale)
    finders = [find for find in (lookup(frame) if frame else None, own) if find]
    segments = frame_segments(project, SITE)
    return Words(locale, {each.text: text for find in finders for each in segments if (text := find(each))})


def frame_segment(text: str) -> Segment:
    """Return a word of the frame as the segment that the checks and look-ups take."""
    return Segment(text, "frame")


def workbench_words(locale: Locale) -> Words:
    """Return the words of the workbench, as they come with the package."""
    catalog = shipped(locale, WORKBENCH)
    find = lookup(catalog) if catalog else None
    texts = (message.key.text for message in (frame_messages(WORKBENCH) if find else ()))
    return Words(locale, {text: told for text in texts if find and (told := find(frame_segment(text)))})


def frame_segments(project: Project, domain: str) -> tuple[Segment, ...]:
    """Return every message of a domain that is no article; ``site`` has the project's title too."""
    title = (project.title,) if domain == SITE else ()
    texts = dict.fromkeys((*title, *(message.key.text for message in frame_messages(domain))))
    return tuple(map(frame_segment, texts))


# --- pages --------------------------------------------------------------------------------------------------------


def pages_before(project: Project, manifest: str = MANIFEST) -> set[str]:
    """Return what the last build wrote, relative to the output folder; a damaged list counts as an empty one."""
    return {name for name in listed_pages(project, manifest) if is_page(project.output, name)}


def listed_pages(project: Project, manifest: str = MANIFEST) -> set[str]:
    """Return what the list of pages names, whether it is there or not."""
    try:
        listed = json.loads(read_if_there(project.output / manifest, project.root) or b"[]")
    except (ValueError, RecursionError):
        return set()
    return {item for item in listed if isinstance(item, str)} if isinstance(listed, list) else set()


def is_page(top: Path, name: str) -> bool:
    """Tell whether `name` is a file below `top`; whoever damaged the list must not make us remove another."""
    try:
        return (top / name).resolve().is_relative_to(top.resolve()) and (top / name).is_file()
    except ValueError:  # a NUL character, or half of one
        return False
