"""What the workbench answers: made from the project as it is at this moment, one answer at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import escape

from pipeline.commands.digests import digest
from pipeline.commands.preview.bench import PSEUDO, Bench
from pipeline.commands.preview.edit import Edit, save, tried
from pipeline.commands.preview.site import index_page
from pipeline.commands.preview.view import View
from pipeline.commands.workspace import workbench_words
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.preview import pages
from pipeline.render.page import Words

INDEX = "index"
"""In the place of a domain: the list of all articles."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is about."""

    domain: str
    locale: Locale
    interface: Locale


class Answers:
    """Answers with HTML, or with what becomes JSON. Not for several threads at the same time."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def locale(self, name: str) -> Locale | None:
        """Return the language with this name or tag, of the project or a pseudo-locale; None if there is none."""
        return next((each for each in (*self.bench.locales, *PSEUDO) if name in {each.name, each.tag}), None)

    def workbench(self, asked: Asked, token: str, interfaces: list[Locale], *, beside: bool) -> str:
        """Return the page around the pages."""
        locales = self.bench.locales
        place = pages.Place(asked.locale, asked.domain, beside, asked.interface)
        choices = pages.Choices((*locales, *PSEUDO), (INDEX, *self.bench.domains), interfaces, locales[0])
        return pages.workbench_page(place, choices, workbench_words(asked.interface), token)

    def page(self, asked: Asked) -> str | None:
        """Return the HTML of one page; None if there is none."""
        if asked.domain == INDEX:
            return index_page(self.bench, asked.locale)
        view = self._view(asked)
        if view is None:
            return None
        inputs = (view, self.bench.words(asked.locale), self.bench.sources)
        words = workbench_words(asked.interface)
        return self.bench.keep(("page", asked), inputs, lambda: view.page(words))

    def gone(self, asked: Asked) -> str:
        """Return the HTML of a page that says why there is none."""
        errors = self.bench.errors(asked.domain, asked.locale)
        return pages.gone_page(asked.locale, errors, workbench_words(asked.interface))

    def text(self, asked: Asked) -> str | None:
        """Return the plain-text edition of one page; None if there is none."""
        view = self._view(asked)
        return view.text() if view else None

    def bilingual(self, asked: Asked) -> str | None:
        """Return the HTML of a page with its source beside it; None if there is none."""
        view = self._view(asked)
        return view.bilingual() if view else None

    def drawing(self, locale: Locale, path: str) -> bytes | None:
        """Return the drawing at `path` below the folder of a language; None if there is none."""
        for domain in self.bench.domains:
            view = self._view(Asked(domain, locale, locale)) if path.startswith(f"{domain}/") else None
            if view and (drawing := view.drawing(f"{locale.tag}/{path}")):
                return drawing
        return None

    def picture(self, path: str) -> Path | None:
        """Return where a picture of the project lies; None if there is none of that name below its articles."""
        source = self.bench.project.source.resolve()
        try:
            place = (source / path).resolve()
            return place if place.is_relative_to(source) and place.is_file() else None
        except (OSError, ValueError):  # a NUL, or a name that is too long
            return None

    def view(self, asked: Asked, *, beside: bool, was: str) -> dict[str, Any]:
        """Return all that changes in an open workbench; little if it is as it `was`."""
        words = workbench_words(asked.interface)
        page = self.page(asked)
        source = self.page(replace(asked, locale=self.bench.project.source_locale)) if beside else None
        errors = [] if asked.domain == INDEX and page else self.bench.errors(asked.domain, asked.locale)
        view = None if asked.domain == INDEX else self._view(asked)
        answer = {
            "page": page,
            "source": source,
            "errors": pages.errors_page(errors, words),
            "blocks": self._blocks(view, words) if view else [],
        }
        stamp = digest(repr(answer))
        return {"same": True} if stamp == was else {**answer, "stamp": stamp}

    def _blocks(self, view: View, words: Words) -> list[dict[str, Any]]:
        names = pages.state_names(words)
        return [
            {
                "name": block.name,
                "state": block.state,
                "told": names[block.state],
                "text": segment.text,
                "findings": len(view.findings(block.name)),
            }
            for block, segment in zip(view.blocks(words), view.segments, strict=True)
        ]

    def panel(self, asked: Asked, name: str) -> dict[str, Any] | None:
        """Return all about one block; None if it is not there."""
        view = self._view(asked)
        segment = view.segment(name) if view else None
        if view is None or segment is None:
            return None
        panel = view.panel(segment)
        return {"panel": pages.panel_page(panel, workbench_words(asked.interface)), "seen": panel.seen}

    def check(self, asked: Asked, edit: Edit) -> dict[str, Any]:
        """Return what the rules find in a text that is not saved. Raises `InputError` if they cannot be asked."""
        view, file = self._view(asked), self.bench.catalog(edit.domain, edit.locale)
        if view is None or file is None:
            raise InputError("there is no such catalog")
        words = workbench_words(asked.interface)
        localized = self.bench.localized_with(edit.domain, edit.locale, tried(file, replace(edit, fuzzy=False)))
        findings = View(self.bench, view.album, edit.locale, localized).findings(edit.name)
        return {"findings": pages.findings_page(findings, words), "said": str(escape(pages.count(findings, words)))}

    def save(self, asked: Asked, edit: Edit) -> dict[str, Any]:
        """Write a text into its catalog, and return all about its block as it is then; or why it was not written."""
        words = workbench_words(asked.interface)
        try:
            changed = save(self.bench.project, edit)
        except (InputError, InputErrors) as error:
            return self._refused(asked, edit, error, words)
        # Translators: the text in the box is in the catalog now
        said = words("Saved.") if changed else words("The text is in the catalog already.")
        return {"saved": True, "said": str(escape(said)), **(self.panel(asked, edit.name) or {})}

    def _refused(self, asked: Asked, edit: Edit, error: InputError | InputErrors, words: Words) -> dict[str, Any]:
        """Say why nothing was written, and what stands on disk, so that the next try is about that."""
        view = self._view(asked)
        segment = view.segment(edit.name) if view else None
        now = view.panel(segment) if view and segment else None
        other = now.translation if now and now.seen != edit.seen else None
        told = pages.refusal(str(error), other, asked.locale, words)
        return {"saved": False, "said": told, "seen": now.seen if now else edit.seen}

    def _view(self, asked: Asked) -> View | None:
        album, locale = self.bench.album(asked.domain), asked.locale
        if album is None:
            return None
        alone = locale == album.document.locale or locale in PSEUDO
        localized = None if alone else self.bench.localized(asked.domain, locale)
        made_from = album, localized, self.bench.glossary(locale), self.bench.words(locale)
        inputs = (self.bench.project, *made_from, self.bench.sources)
        name = ("view", asked.domain, locale)
        return self.bench.keep(name, inputs, lambda: View(self.bench, album, locale, localized))


def edit_from(asked: Asked, body: Mapping[str, Any]) -> Edit | None:
    """Return what a request wants to write; None if it is not said as it has to be."""
    texts = [body.get(name) for name in ("name", "text", "seen")]
    fuzzy = body.get("fuzzy", False)
    if not all(isinstance(text, str) for text in texts) or not isinstance(fuzzy, bool):
        return None
    return Edit(asked.domain, asked.locale, str(texts[0]), str(texts[1]), fuzzy, str(texts[2]))
