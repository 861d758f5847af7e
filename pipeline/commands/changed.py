"""``check --changed-since``: which findings are about texts that a change touched. Asks git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cached_property

from pipeline.article import parse, read_article
from pipeline.catalogs import Catalog, read_po
from pipeline.checks.digests import NO_CATALOG, block_digests, digest, message_digest
from pipeline.commands.files import shown
from pipeline.commands.workspace import catalog_path
from pipeline.errors import InputError, InputErrors
from pipeline.locale import parse_locale
from pipeline.model import Document, Finding
from pipeline.project import Project


def changed_since(project: Project, findings: Iterable[Finding], revision: str) -> list[Finding]:
    """Return the findings about messages and blocks whose text is not what it was at `revision`.

    That is where the present branch left `revision`, as in a pull request. Raises `InputError` if git cannot tell.
    """
    past = _Past(project, revision)
    return [finding for finding in findings if past.changed(finding)]


class _Past:
    """The project at a revision."""

    def __init__(self, project: Project, revision: str) -> None:
        self.project = project
        self._options = f"--changed-since {revision}"
        if self._git("rev-parse", "--is-inside-work-tree") is None:
            raise InputError(f"{self._options}: not in a git checkout; run it in one, or leave the option out")
        commit = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            message = "git knows no such revision; write a commit, branch or tag (in CI, fetch the whole history)"
            raise InputError(f"{self._options}: {message}")
        base = self._git("merge-base", commit.decode().strip(), "HEAD")
        self.revision = (base or commit).decode().strip()
        self._documents: dict[str, Document | None] = {}
        self._texts: dict[tuple[str, str], set[str]] = {}

    def changed(self, finding: Finding) -> bool:
        """Return whether the text of `finding` is new; what is about no text always counts."""
        if not finding.text or finding.location.path == self.project.path:
            return True
        paths = {finding.location.path, finding.source.path if finding.source else ""}
        if self._touched.isdisjoint(paths):
            return False
        key = (finding.domain, finding.locale)
        if key not in self._texts:
            self._texts[key] = self._catalog_texts(*key) if finding.locale else self._article_texts(finding.domain)
        return finding.text not in self._texts[key]

    @cached_property
    def _touched(self) -> set[str]:
        """Every file that differs from the revision, as findings name it."""
        differing = self._git("diff", "--name-only", "-z", "--relative", self.revision, "--", ".") or b""
        new = self._git("ls-files", "-z", "--others", "--exclude-standard") or b""
        return {path.decode("utf-8", "replace") for path in (differing + new).split(b"\0")}

    def _article_texts(self, domain: str) -> set[str]:
        document = self._document(domain)
        return block_digests(document) if document else set()

    def _catalog_texts(self, domain: str, locale: str) -> set[str]:
        path = shown(catalog_path(self.project, parse_locale(locale), domain), self.project.root)
        content = self._content(path)
        catalog = _readable(content, path)
        if catalog is None:
            known = content is None and self._document(domain) is not None
            return {digest(NO_CATALOG), *self._absent(domain, Catalog())} if known else set()
        texts = {message_digest(message.key, message) for message in catalog.active}
        return {*texts, *self._absent(domain, catalog), digest(catalog.head.msgstr, catalog.head.tcomment)}

    def _absent(self, domain: str, catalog: Catalog) -> set[str]:
        """Return the messages of the article that the catalog did not hold then."""
        document = self._document(domain)
        known = catalog.by_key()
        segments = document.segments if document else ()
        return {message_digest(segment.key, None) for segment in segments if segment.key not in known}

    def _document(self, domain: str) -> Document | None:
        if domain not in self._documents:
            path = shown(self.project.source / f"{domain}.md", self.project.root)
            content = self._content(path)
            try:
                article = read_article(content, path, domain) if content is not None else None
            except (InputError, InputErrors):
                article = None
            self._documents[domain] = parse(article, self.project.source_locale) if article else None
        return self._documents[domain]

    def _content(self, path: str) -> bytes | None:
        return self._git("show", f"{self.revision}:./{path}")

    def _git(self, *arguments: str) -> bytes | None:
        """Return what git prints, or None if it refuses."""
        try:
            done = subprocess.run(["git", *arguments], cwd=self.project.root, capture_output=True, check=False)  # noqa: S603, S607 - no shell; a revision cannot become an option
        except OSError as error:
            raise InputError(f"{self._options}: git cannot be run ({error.strerror}); install it") from None
        return done.stdout if done.returncode == 0 else None


def _readable(content: bytes | None, path: str) -> Catalog | None:
    try:
        return read_po(content, path) if content else None
    except InputErrors:
        return None
