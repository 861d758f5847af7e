"""A project as it lies on disk: read when it is asked for, and again only where a file changed.

What cannot be read any more stays as it was, and is told: somebody is about to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.article import parse, read_article
from pipeline.article.glossary import GLOSSARY, Glossary, read_glossary
from pipeline.article.pictures import pictures_of
from pipeline.catalogs import header_errors, read_po
from pipeline.catalogs.frame import SITE
from pipeline.checks import Ledger
from pipeline.checks.manuscript import page_ids
from pipeline.commands.editions import Localized, Publishable, localize_alone
from pipeline.commands.files import read_if_there, shown
from pipeline.commands.glossary import explained
from pipeline.commands.pictures import Album
from pipeline.commands.preview.kept import Kept
from pipeline.commands.preview.pictures import picture
from pipeline.commands.pseudo import pseudo_words
from pipeline.commands.workspace import CatalogFile, article_paths, catalog_path, project_locales, read_words
from pipeline.errors import InputError, InputErrors, raise_all
from pipeline.home import configuration
from pipeline.locale import PSEUDO_LOCALES, Locale
from pipeline.model import Article, Document
from pipeline.project import Project, read_project
from pipeline.render.page import Words

PSEUDO = tuple(PSEUDO_LOCALES.values())
"""Languages that every project has here: nobody translates into them."""


class Bench:
    """Gives articles, catalogs and what follows from them, as of this moment."""

    def __init__(self, root: Path) -> None:
        """Take the folder of a project. Raises `InputErrors` if its configuration cannot be used."""
        self.root = root
        self._kept = Kept(root)
        self.keep = self._kept.keep
        self._paths: dict[str, Path] = {}
        self._listing_errors: list[InputError] = []
        self.sources = object()
        """Another one whenever an article changed, came or went."""

        self._project = read_project(root)
        self.look_again()

    @property
    def project(self) -> Project:
        """The configuration; while that is damaged, as it was before."""
        path = configuration(self.root) or self.root / self._project.path
        known = self._kept.look(path, lambda _: read_project(self.root))
        self._project = known.value or self._project
        return self._project

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The languages of the project, that of the articles first."""
        project = self.project
        return (project.source_locale, *project_locales(project))

    def look_again(self) -> None:
        """List the articles again."""
        try:
            self._paths, errors = article_paths(self.project)
        except InputError as error:
            self._paths, errors = {}, [error]
        except OSError as error:  # a folder that went away while we looked
            errors = [
                InputError(f"cannot be read ({error.strerror}); try again", shown(self.project.source, self.root))
            ]
        self._listing_errors = [error for error in errors if not error.path.endswith(".pot")]
        self.sources = object()

    def may_list_others(self, changed: Iterable[Path]) -> bool:
        """Tell whether, after a change of these files and folders, there may be other articles than before."""
        known = set(self._paths.values())
        return any(path.is_dir() or (path.suffix == ".md" and (path in known) != path.is_file()) for path in changed)

    @property
    def domains(self) -> tuple[str, ...]:
        """The articles, as far as anybody knows."""
        return tuple(self._paths)

    def path(self, domain: str) -> Path | None:
        """Return where an article lies; None if there is none of that name."""
        if domain not in self._paths or not self._paths[domain].is_file():
            self.look_again()
        return self._paths.get(domain)

    # --- files ----------------------------------------------------------------------------------------------------

    def document(self, domain: str) -> Document | None:
        """Return an article with the words in its pictures; None if there is none, or none that could ever be read."""
        album = self.album(domain)
        return album.document if album else None

    def album(self, domain: str) -> Album | None:
        """Return an article with its pictures; None if there is none, or none that could ever be read."""
        document = self._parsed(domain)
        if document is None:
            return None
        pictures = {path: picture(self._kept, self.project, path) for path in self._shown(document)}

        def make() -> Album:
            self.sources = object()
            return Album(self.project, document, pictures)

        return self.keep(("album", domain), (self.project, document, *pictures.values()), make)

    def _shown(self, document: Document) -> tuple[str, ...]:
        name = ("pictures", document.article.domain)
        return self.keep(name, (document,), lambda: tuple(pictures_of(document)))

    def _parsed(self, domain: str) -> Document | None:
        path = self.path(domain)
        if path is None:
            return None
        name, locale = shown(path, self.root), self.project.source_locale

        def make(content: bytes) -> Document:
            self.sources = object()
            return parse(read_article(content, name, domain), locale)

        document: Document | None = self._kept.look(path, make).value
        return document

    def article(self, domain: str) -> Article | None:
        """Return an article for lists, which need not be parsed for that; None if it cannot be read."""
        path = self.path(domain)
        known = self._kept.seen(path)
        if path is None or known is not None:
            return known.value.article if known and known.value else None
        try:
            return read_article(read_if_there(path, self.root) or b"", shown(path, self.root), domain)
        except (InputError, InputErrors):
            return None

    def catalog(self, domain: str, locale: Locale) -> CatalogFile | None:
        """Return a catalog; None if there is none, or none that could ever be read."""
        path = catalog_path(self.project, locale, domain)
        name = shown(path, self.root)

        def make(content: bytes) -> CatalogFile:
            catalog = read_po(content, name)
            raise_all(header_errors(catalog, locale, name))
            return CatalogFile(catalog, content, name)

        file: CatalogFile | None = self._kept.look(path, make).value
        return file

    def errors(self, domain: str, locale: Locale) -> list[InputError]:
        """Return what is wrong with the files that a page is made from."""
        self.document(domain)
        paths = [configuration(self.root), self._paths.get(domain), self._paths.get(GLOSSARY)]
        if document := self._parsed(domain):
            paths += [self.project.source / path for path in self._shown(document)]
        if locale != self.project.source_locale:
            paths += [catalog_path(self.project, locale, each) for each in (domain, GLOSSARY, SITE)]
        found = [error for path in paths if (file := self._kept.seen(path)) for error in file.errors]
        if self.path(domain) is None:
            message = "this article is not there any more; bring it back, or choose another one"
            found.append(InputError(message, shown(self.project.source / f"{domain}.md", self.root)))
        return _once([*found, *self._listing_errors])

    # --- what follows from them -----------------------------------------------------------------------------------

    def localized(self, domain: str, locale: Locale) -> Localized | None:
        """Return an article in one language, with its findings; None if there is no such article."""
        documents, files = self._together(domain, locale)
        if domain not in files:
            return None
        inputs = (self.project, *documents, *files.values())
        return self.keep(("localized", domain, locale), inputs, lambda: self._localize(documents, locale, files))

    def localized_with(self, domain: str, locale: Locale, file: CatalogFile) -> Localized:
        """Return the same as it would be with another catalog."""
        documents, files = self._together(domain, locale)
        return self._localize(documents, locale, {**files, domain: file})

    def _together(self, domain: str, locale: Locale) -> tuple[list[Document], dict[str, CatalogFile | None]]:
        """Return an article and the glossary, with their catalogs."""
        found = [
            self.document(each) for each in dict.fromkeys((domain, GLOSSARY)) if each in self._paths or each == domain
        ]
        documents = [document for document in found if document]
        domains = [document.article.domain for document in documents]
        return documents, {each: self.catalog(each, locale) for each in domains}

    def _localize(
        self, documents: list[Document], locale: Locale, files: Mapping[str, CatalogFile | None]
    ) -> Localized:
        return localize_alone(self.project, documents, locale, files, Ledger())

    def glossary(self, locale: Locale) -> Glossary | None:
        """Return what the glossary explains in one language; None if there is no glossary."""
        document = self.document(GLOSSARY) if GLOSSARY in self._paths and locale not in PSEUDO else None
        if document is None:
            return None
        source = self.keep(("glossary", document.locale), (document,), lambda: read_glossary(document, {}))
        found = None if locale == document.locale else self.localized(GLOSSARY, locale)
        if found is None:
            return source
        return self.keep(("glossary", locale), (document, found), lambda: explained(document, found, source))

    def words(self, locale: Locale) -> Words:
        """Return the words of the frame of pages in one language."""
        project = self.project
        if locale in PSEUDO:
            return self.keep(("words", locale), (project,), lambda: pseudo_words(project, locale))
        if locale == project.source_locale:
            return self.keep(("words", locale), (project,), lambda: read_words(project, locale))
        file = self.catalog(SITE, locale)

        def make() -> Words:
            found = Publishable(project, None, Ledger()).localized(locale, file)
            return read_words(project, locale, found.lookup)

        return self.keep(("words", locale), (project, file), make)


class PageIds(Mapping[str, frozenset[str]]):
    """The ids on the page of each article, read when a link leads there."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def __getitem__(self, domain: str) -> frozenset[str]:
        document = self._bench.document(domain) if domain in self._bench.domains else None
        if document is None:
            raise KeyError(domain)
        return page_ids(document)

    def __iter__(self) -> Iterator[str]:
        return iter(self._bench.domains)

    def __len__(self) -> int:
        return len(self._bench.domains)


def _once(errors: list[InputError]) -> list[InputError]:
    return [error for number, error in enumerate(errors) if error not in errors[:number]]
