"""``extract``: articles → templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogs import Catalog, TemplateMessage, format_po, make_template, make_template_from_messages
from pipeline.catalogs.frame import SITE, frame_messages
from pipeline.commands.files import now, shown, write
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import frames, read_articles, read_catalog, template_path
from pipeline.errors import collect
from pipeline.model import Document, Key
from pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it should be, and as it lies on disk."""

    domain: str
    path: Path
    catalog: Catalog
    seen: bytes | None
    document: Document | None
    """The article; None for words of the package."""


@alone
def extract(project: Project, *, check: bool = False) -> Outcome:
    """Write the template of every article, and of the page frame; with `check`, only say what would change."""
    outcome = Outcome()
    made = templates(project, outcome)
    outcome.errors += collect(lambda template: save(project, template, outcome, check=check), made)[1]
    return outcome


def templates(project: Project, outcome: Outcome) -> list[Template]:
    """Return the templates that can be made; what cannot is in the outcome's errors."""
    documents, errors = read_articles(project)
    outcome.errors += errors
    made, errors = collect(lambda make: make(), _makers(project, documents))
    outcome.errors += errors
    return made


def save(project: Project, template: Template, outcome: Outcome, *, check: bool) -> None:
    """Write one template if it changed."""
    content = format_po(template.catalog).encode()
    if content != template.seen:
        outcome.changed.append(shown(template.path, project.root))
        if not check:
            write(template.path, content, project.root, template.seen)


def _makers(project: Project, documents: list[Document]) -> Iterator[_Maker]:
    yield from (_Maker(project, document.article.domain, document) for document in documents)
    yield from (_Maker(project, domain, None) for domain in frames(project))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes one template, from a document or (without one) from words of the package."""

    project: Project
    domain: str
    document: Document | None

    def __call__(self) -> Template:
        path = template_path(self.project, self.domain)
        old = read_catalog(self.project, path, None)
        previous, seen = (old.catalog, old.content) if old else (None, None)
        title = self.project.title
        if self.document:
            catalog = make_template(self.document, title, previous, now())
        else:
            site_title = TemplateMessage(Key(None, title), ["Title of the whole site"], [self.project.path])
            messages = (*((site_title,) if self.domain == SITE else ()), *frame_messages(self.domain))
            catalog = make_template_from_messages(messages, self.project.source_locale, title, previous, now())
        return Template(self.domain, path, catalog, seen, self.document)
