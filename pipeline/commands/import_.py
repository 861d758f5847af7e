"""``import``: text, HTML and Word → articles in ``source/``. Nothing is overwritten, and nothing is fetched."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.article import read_article
from pipeline.article.importing import Imported, import_article
from pipeline.article.importing.pictures import FOLDER
from pipeline.commands.files import read, read_if_there, shown, write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.errors import InputError, collect
from pipeline.project import Project

_NOT_IN_A_NAME = re.compile(r"[^\w]+|_+")
_LONGEST_NAME = 60


@dataclass(slots=True)
class Import:
    """What became of the files."""

    outcome: Outcome = field(default_factory=Outcome)
    report: list[str] = field(default_factory=list)
    """Lines ``path:line: dropped: text``, and notes for the editor."""


@dataclass(frozen=True, slots=True)
class _Article:
    """An imported article and where it is to stand."""

    path: Path
    imported: Imported

    @property
    def files(self) -> dict[Path, bytes]:
        """Everything that is to be written."""
        folder = self.path.parent / FOLDER
        pictures = {folder / f"{self.path.stem}-{name}": data for name, data in self.imported.pictures.items()}
        return {self.path: self._markdown().encode(), **pictures}

    def _markdown(self) -> str:
        text = self.imported.markdown
        for name in self.imported.pictures:
            text = text.replace(f"]({FOLDER}/{name})", f"]({FOLDER}/{self.path.stem}-{name})")
        return text


@alone
def import_files(project: Project, files: tuple[Path, ...], folder: Path | None, encoding: str) -> Import:
    """Import `files` into `folder` (by default the folder of the articles).

    A file that cannot be imported, or whose article is there already with other content, is told in the outcome; the
    others are imported.
    """
    done = Import()
    target = _target(project, folder)
    taken: dict[Path, Path] = {}

    def one(file: Path) -> None:
        name = shown(file, Path.cwd())
        imported = import_article(read(file, Path.cwd()), name, encoding)
        article = _Article(target / f"{_name(imported.title, file)}.md", imported)
        if article.path in taken:
            raise InputError(f"makes the same article as {taken[article.path]}; give it another title", name)
        taken[article.path] = file
        _save(project, article, done.outcome)
        done.report += [f"{name}:{remark.line}: {remark.what}" for remark in imported.remarks]

    done.outcome.errors += collect(one, files)[1]
    return done


def _target(project: Project, folder: Path | None) -> Path:
    if folder is None:
        return project.source
    place = folder.resolve()
    if not place.is_relative_to(project.source.resolve()):
        where = shown(project.source, project.root)
        raise InputError(f"articles stand in {where}/; name that folder or one in it", str(folder))
    return place


def _name(title: str, file: Path) -> str:
    """Return the name of an article: its title, in letters that every address can hold where the title has any."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    for text in (plain, title, file.stem):
        if name := _NOT_IN_A_NAME.sub("-", text.lower())[:_LONGEST_NAME].strip("-"):
            return name
    return "article"


def _save(project: Project, article: _Article, outcome: Outcome) -> None:
    """Write an article that is not there yet, after reading it as every later command will."""
    seen = {path: read_if_there(path, project.root) for path in article.files}
    name = shown(article.path, project.root)
    read_article(article.files[article.path], name, article.path.stem)
    for path, content in article.files.items():
        if seen[path] not in {None, content}:
            message = "is there already, with other content; move it away, or give the imported file another title"
            raise InputError(message, shown(path, project.root))
    for path, content in article.files.items():
        if write(path, content, project.root, seen[path]):
            outcome.changed.append(shown(path, project.root))
