"""What the last build was made from and what it made, so that the next one makes only what changed.

The record lies beside the project's files, not among the pages, and nobody misses it: a build without it, or with one
that is damaged or from another version, makes everything again. It is one line of JSON for the whole, then one for
each article, so that a large site need not be in memory at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.commands.digests import Digests, Seen, digest, names, tools
from pipeline.commands.lines import Lines
from pipeline.home import FOLDER, RASTERS

SOURCE = ""
"""Stands for the source's locale where locales are named."""

_FILE = "build.jsonl"
_BUILDING = "building"
"""Is there while a build works, and after one that was killed."""

_FORMAT = 2
_TOOLS = (
    "Babel",
    "icu4py",
    "Jinja2",
    "lxml",
    "Markdown",
    "MarkupSafe",
    "nh3",
    "polib",
    "PyYAML",
    "RapidFuzz",
    "sentencex",
    "snowballstemmer",
    "tinycss2",
    "wcwidth",
    "wordfreq",
)
"""The packages that pages depend on."""

_PACKAGE = Path(__file__).parent.parent


@dataclass(slots=True)
class PageRecord:
    """One article in one language."""

    catalog: Seen
    verdict: str
    """The digest of all that decides whether the article is published in the language, and with what words."""

    published: bool
    notes: list[str] = field(default_factory=list)
    """What the build told about it: why it is not published, and what is held back."""

    card: list[Any] = field(default_factory=list)
    """What lists of articles say about it."""

    made_from: str = ""
    """The digest of all that the page is made from."""

    files: dict[str, Seen] = field(default_factory=dict)
    """The page and its plain text, by their paths in the project."""

    links: dict[str, str] = field(default_factory=dict)
    """Where links to other articles were taken to lead: domain and name of the locale, or nothing."""

    pictures: list[list[str | int]] = field(default_factory=list)
    """Path below ``source/``, and line in the article."""

    bound: dict[str, Seen] = field(default_factory=dict)
    """The pictures inside its e-book, by their paths in the project."""

    @property
    def places(self) -> dict[str, Seen]:
        """All files that must be as they were, or the page is made again."""
        return self.files | self.bound


@dataclass(slots=True)
class ArticleRecord:
    """One article in all its languages."""

    domain: str
    source: Seen
    pages: dict[str, PageRecord]
    """By the name of the locale, `SOURCE` first."""

    pictures: list[str] = field(default_factory=list)
    """The pictures that the article shows, by path below ``source/``."""

    def line(self) -> bytes:
        """Return it as one line."""
        pages = {name: list(asdict(page).values()) for name, page in self.pages.items()}
        return _dump([self.domain, self.source, pages, self.pictures])

    @classmethod
    def read(cls, line: bytes) -> ArticleRecord:
        """Return the record in `line`; raises `ValueError` or `TypeError` if it is none."""
        domain, source, pages, pictures = json.loads(line)
        return cls(domain, source, {name: PageRecord(*values) for name, values in pages.items()}, pictures)


@dataclass(slots=True)
class Record:
    """What a build leaves for the next one."""

    key: str = ""
    """The digest of what everything depends on: this program and its tools, the configuration, the call."""

    call: str = ""
    """The digest of the configuration and the options as they were given."""

    listing: str = ""
    """The digest of the names of articles, templates and folders of locales."""

    frame: dict[str, Any] = field(default_factory=dict)
    """The words of the page frame in each language, and what they were made from."""

    glossary: dict[str, Any] = field(default_factory=dict)
    """What the glossary explains in each language, and what that was made from."""

    files: dict[str, Seen] = field(default_factory=dict)
    """What does not belong to one article: the frame's catalogs and the pictures, the lists and the style sheet."""

    made_from: dict[str, str] = field(default_factory=dict)
    """Of those among them that are made: the digest of what they are made from."""

    notes: list[str] = field(default_factory=list)
    whole: bool = False
    """Whether nothing was wrong, so that the same input needs no other build."""

    saved: int = 0
    articles: Lines = field(default_factory=Lines)
    """The line of each article, by domain."""

    def article(self, domain: str) -> ArticleRecord | None:
        """Return what is known of an article."""
        line = self.articles.get(domain)
        with contextlib.suppress(ValueError, TypeError, KeyError):
            return ArticleRecord.read(line) if line else None
        return None


def load(root: Path) -> Record:
    """Return what the last build of the project in `root` left; an empty record if there is nothing of use."""
    try:
        with contextlib.ExitStack() as stack:
            file = stack.enter_context((root / FOLDER / _FILE).open("rb"))
            header = json.loads(file.readline())
            if header.pop("format") != _FORMAT:
                return Record()
            count = header.pop("articles")
            record = Record(**header, articles=Lines.of(file, lambda line: json.loads(line[1 : line.index(b",")])))
            if len(record.articles) != count:  # half a file, as a full disk leaves it
                return Record()
            stack.pop_all()  # the lines need it
            return record
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Record()


def save(root: Path, record: Record) -> None:
    """Leave `record` for the next build. What cannot be written costs time, not pages, so it is no error."""
    header = {name: getattr(record, name) for name in Record.__dataclass_fields__ if name != "articles"}
    header |= {"format": _FORMAT, "articles": len(record.articles), "saved": time.time_ns()}
    folder = root / FOLDER
    temporary = folder / f".{_FILE}.{os.getpid()}.tmp"
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n")
        with temporary.open("wb") as file:
            file.write(_dump(header) + b"\n")
            file.writelines(b"%s\n" % record.articles.get(domain) for domain in record.articles)
        record.articles.close()
        temporary.replace(folder / _FILE)
        (folder / _BUILDING).unlink(missing_ok=True)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def begin(root: Path) -> None:
    """Leave a sign for the next build, in case that this one is killed: until `save`, there is something to do."""
    with contextlib.suppress(OSError):
        (root / FOLDER / _BUILDING).touch()


# --- what everything depends on -----------------------------------------------------------------------------------


@cache
def fingerprint() -> str:
    """Return the digest of this program: its files, and the versions of Python and of the packages it builds with."""
    digests = Digests(_PACKAGE)
    suffixes = (".py", ".html", ".css", ".svg", ".po", ".toml", ".txt")
    files = [name for suffix in suffixes for name in names(_PACKAGE, suffix)]
    contents = (f"{name} {digests.look(name)[-1]}" for name in files)
    return digest(__version__, *contents, *(f"{name} {version}" for name, version in versions().items()))


def versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that pages depend on."""
    python = ".".join(map(str, sys.version_info[:2]))
    return {"Python": python, **dict(sorted(tools(_TOOLS, [sysconfig.get_path("purelib"), *sys.path]).items()))}


def call_key(configuration: Path, base_url: str | None, locales: Iterable[object]) -> str:
    """Return the digest of this program and of the call; `locales` are those that were named."""
    try:
        content = configuration.read_bytes()
    except OSError:
        return ""
    return digest(fingerprint(), configuration.name, content, repr(base_url), *sorted(map(str, locales)))


def listing(source: Path, catalogs: Path) -> str:
    """Return the digest of the names of all articles, pictures, templates and folders of catalogs."""
    templates = names(catalogs, ".pot")
    folders = sorted(folder.parent.name for folder in catalogs.glob("*/LC_MESSAGES"))
    return digest(*(json.dumps(group) for group in (names(source, (".md", *RASTERS)), templates, folders)))


# --- nothing to do ------------------------------------------------------------------------------------------------


def unchanged(root: Path, record: Record, call: str) -> bool:
    """Tell whether a build would change nothing: every file that it would read or write is as the last one left it."""
    if (
        not record.whole
        or not call
        or record.call != call
        or (root / FOLDER / _BUILDING).exists()
        or record.listing != listing(root / "source", root / "locales")
    ):
        return False
    digests = Digests(root, record.saved)
    files = {name: digests.look(name, seen) for name, seen in record.files.items()}
    if any(files[name][-1] != seen[-1] for name, seen in record.files.items()):
        return False
    articles = {}
    for domain in record.articles:
        article = record.article(domain)
        looked = _look_again(digests, article) if article else None
        if article is None or looked is None:
            return False
        if looked:
            articles[domain] = article.line()
    if articles or files != record.files:  # the same content with new times: the next look is quicker
        record.files = files
        for domain, line in articles.items():
            record.articles.put(domain, line)
        save(root, record)
    return True


def _look_again(digests: Digests, article: ArticleRecord) -> bool | None:
    """Tell whether files of an article have new times; None if one of them has another content."""
    path = f"source/{article.domain}.md"
    new = digests.look(path, article.source)
    if new[-1] != article.source[-1]:
        return None
    changed, article.source = new is not article.source, new
    for locale, page in article.pages.items():
        files = page.places
        if locale != SOURCE:
            files[catalog_name(locale, article.domain)] = page.catalog
        again = {name: digests.look(name, seen) for name, seen in files.items()}
        if any(again[name][-1] != seen[-1] for name, seen in files.items()):
            return None
        changed = changed or again != files
        page.files = {name: again[name] for name in page.files}
        page.bound = {name: again[name] for name in page.bound}
        page.catalog = again.get(catalog_name(locale, article.domain), page.catalog)
    return changed


def catalog_name(locale: str, domain: str) -> str:
    """Return the path of a catalog in its project."""
    return f"locales/{locale}/LC_MESSAGES/{domain}.po"
