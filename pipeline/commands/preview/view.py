"""One article in one language, as the workbench shows it: its page, its blocks, and all about one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from pipeline.article import translate
from pipeline.article.glossary import GLOSSARY, set_readings
from pipeline.article.inline import read_inline
from pipeline.catalogs import Message, State, state
from pipeline.catalogs.edits import changed_text
from pipeline.catalogs.template import describe
from pipeline.checks import Ledger, check_article
from pipeline.checks.digests import digest as short_digest
from pipeline.checks.digests import message_digest
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.subjects import pair_of
from pipeline.checks.terms import agreed, read_glossary
from pipeline.commands.digests import digest
from pipeline.commands.editions import Localized
from pipeline.commands.files import now, shown
from pipeline.commands.glossary import glossary_names
from pipeline.commands.pictures import Album
from pipeline.commands.preview.bench import PSEUDO, Bench, PageIds
from pipeline.commands.preview.site import page_of, site, versions
from pipeline.commands.pseudo import pseudo_of
from pipeline.commands.workspace import catalog_path
from pipeline.locale import Locale
from pipeline.model import Finding, Key, Location, Lookup, Segment
from pipeline.preview.marks import Block, Marker, annotate, settle
from pipeline.preview.pages import SIGNS, block_label, page_name
from pipeline.preview.panel import Panel
from pipeline.readability import Measure, measure
from pipeline.render.html import render_bilingual, render_page
from pipeline.render.page import Page, Words
from pipeline.render.plain_text import render_text

_NO_MESSAGE = "This block is not in the catalog yet. Run: plainspoken update"
_NO_CATALOG = "There is no catalog yet. Run: plainspoken update"
_PLURAL = "This message has plural forms. Change it in a translator's tool."
_PSEUDO = "This is no translation: the program made it from the source, to show what breaks on the page."
_DAMAGED = "This catalog cannot be read. Correct it first."


class View:
    """One article in one language."""

    def __init__(self, bench: Bench, album: Album, locale: Locale, localized: Localized | None) -> None:
        """Take an article and a language, with what is known of it there.

        That is None for the language of the articles, and for a pseudo-locale.
        """
        self.bench, self.album, self.document, self.locale = bench, album, album.document, locale
        self.source_locale = self.document.locale
        self.domain = self.document.article.domain
        self.localized = localized

    @property
    def _lookup(self) -> Lookup | None:
        if self.locale in PSEUDO:
            return pseudo_of(self.document, self.locale)
        return self.localized.lookup if self.localized else None

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Each message once."""
        if self.localized:
            return self.localized.subject.segments
        return tuple({segment.key: segment for segment in reversed(self.document.segments)}.values())[::-1]

    @cached_property
    def _findings(self) -> Mapping[str, list[Finding]]:
        """Findings by the name of their block."""
        found: dict[str, list[Finding]] = {}
        for finding in self.localized.findings if self.localized else self._source_findings():
            found.setdefault(self._about(finding), []).append(finding)
        return found

    def _about(self, finding: Finding) -> str:
        """Return the name of the block that a finding is about, empty if it is about none."""
        if self.localized:
            return self._names_by_digest.get(finding.text, "")
        line = finding.location.line
        above = [each for each in self.segments if each.line and line and each.line <= line]
        return name_of(max(above, key=lambda each: each.line or 0).key) if above else ""

    @cached_property
    def _names_by_digest(self) -> Mapping[str, str]:
        messages = self._messages
        return {message_digest(each.key, messages.get(each.key)): name_of(each.key) for each in self.segments}

    @property
    def _messages(self) -> Mapping[Key, Message]:
        return self.localized.subject.messages if self.localized else {}

    def _source_findings(self) -> list[Finding]:
        if self.locale in PSEUDO:
            return []
        project, document = self.bench.project, self.document
        glossary = self.bench.document(GLOSSARY) if GLOSSARY in self.bench.domains else None
        names = glossary_names([glossary] if glossary else []).get(self.source_locale.tag, frozenset())
        manuscript = Manuscript(document, project.targets, PageIds(self.bench), now().date(), names)
        severities, ignores = project.rules_for(self.source_locale, document.article.path)
        return check_article(manuscript, severities, Ledger(), ignores)

    def state(self, segment: Segment) -> str:
        """Return the state of a message, as `Block.state` has it."""
        if self.localized is None:
            return "ready"
        stands = state(self._messages.get(segment.key))
        shown_text = self.localized.lookup(segment)
        if stands is State.TRANSLATED:
            return "ready" if shown_text is not None else "held"
        return "kept" if shown_text is not None else stands.value

    def blocks(self, words: Words) -> list[Block]:
        """Return what the page shows of each message; `words` are those of the workbench."""
        return [self._block(segment, words) for segment in self.segments]

    def _block(self, segment: Segment, words: Words) -> Block:
        stands, name = self.state(segment), name_of(segment.key)
        label = block_label(stands, len(self.findings(name)), words)
        return Block(name, stands, SIGNS[stands], label, segment.kind)

    def findings(self, name: str) -> list[Finding]:
        """Return what is found in a block."""
        return self._findings.get(name, [])

    def segment(self, name: str) -> Segment | None:
        """Return the message of a block; None if there is no such block."""
        return next((each for each in self.segments if name_of(each.key) == name), None)

    # --- pages ----------------------------------------------------------------------------------------------------

    def page(self, words: Words) -> str:
        """Return the HTML of the page with its blocks marked; `words` are those of the workbench."""
        marker = Marker({segment.key: number for number, segment in enumerate(self.segments)})
        document = translate(self.document, self._lookup, self.locale, marker)
        settle(document.root)
        if self.domain == GLOSSARY:
            set_readings(document.root)  # the marks stood in their way
        page = page_of(self.bench, self.album, document, self.localized)
        name = page_name(self.locale, words)
        return annotate(render_page(page), self.blocks(words), words.locale, name, versions(page, self.album))

    def text(self) -> str:
        """Return the plain-text edition."""
        return render_text(self._plain_page)

    def bilingual(self) -> str | None:
        """Return the HTML of the edition with the source beside the translation; None if there is none."""
        page = self._plain_page
        if not page.bilingual:
            return None
        return render_bilingual(page, site(self.bench, self.locale, {}).original(page, self.document))

    def drawing(self, path: str) -> bytes | None:
        """Return the drawing at `path` of the site, as it is made for this page; None if there is none."""
        return dict(self.album.drawn(self._plain_page)).get(path)

    @cached_property
    def _plain_page(self) -> Page:
        lookup = self._lookup
        document = translate(self.document, lookup, self.locale) if lookup else self.document
        return page_of(self.bench, self.album, document, self.localized)

    # --- one block ------------------------------------------------------------------------------------------------

    def panel(self, segment: Segment) -> Panel:
        """Return all about one block."""
        message = self._messages.get(segment.key)
        text = message.msgstr if message else self._pseudo(segment)
        path = shown(catalog_path(self.bench.project, self.locale, self.domain), self.bench.root)
        previous = message.previous_msgid if message and message.fuzzy else None
        return Panel(
            name=name_of(segment.key),
            segment=segment,
            state=self.state(segment),
            locale=self.locale,
            source_locale=self.source_locale,
            translation=text,
            fuzzy=bool(message and message.fuzzy),
            changes=changed_text(previous, segment.text) if previous else (),
            notes=tuple(self._notes(segment, message)),
            findings=self.findings(name_of(segment.key)),
            terms=self._terms(segment),
            levels=(self._level(segment, segment.text, self.source_locale), self._level_of(segment, text)),
            source_place=Location(self.document.article.path, segment.line),
            catalog_place=None if self.locale in PSEUDO else Location(path, message.msgstr_line if message else None),
            locked=self._locked(message),
            seen=self._seen(),
        )

    def _pseudo(self, segment: Segment) -> str:
        return (self._lookup(segment) or "") if self._lookup and self.locale in PSEUDO else ""

    def _seen(self) -> str:
        return digest(self.localized.content) if self.localized and self.localized.content is not None else ""

    def _locked(self, message: Message | None) -> str:
        if self.locale in PSEUDO:
            return _PSEUDO
        if any(error.path == self.localized.subject.path for error in self._errors()) if self.localized else False:
            return _DAMAGED
        if self.localized and self.localized.content is None:
            return _NO_CATALOG
        if message is None:
            return _NO_MESSAGE
        return _PLURAL if message.plural else ""

    def _errors(self) -> Iterator[Location]:
        return (Location(error.path, error.line) for error in self.bench.errors(self.domain, self.locale))

    def _notes(self, segment: Segment, message: Message | None) -> Iterator[str]:
        yield describe(segment)
        if segment.note:
            yield segment.note
        if segment.critical:
            yield "Critical to the reader's safety"
        yield from message.translator_comments if message else ()

    def _terms(self, segment: Segment) -> list[tuple[str, tuple[str, ...]]]:
        """Return the terms of the glossary in a message, with the translations agreed upon."""
        if self.localized is None:
            return []
        entries = []
        if GLOSSARY in self.bench.domains and (found := self.bench.localized(GLOSSARY, self.locale)):
            entries = list(found.subject.pairs.values())
        pair = pair_of(self.localized.subject, segment, "")
        return agreed(pair, read_glossary(entries, self.bench.project.background.terms))

    def _level_of(self, segment: Segment, text: str) -> Measure | None:
        return self._level(segment, text, self.locale) if text and self.localized else None

    def _level(self, segment: Segment, text: str, locale: Locale) -> Measure:
        return measure([read_inline(self.document.parser, text, segment.kind).text], locale.tag)


def name_of(key: Key) -> str:
    """Return a name for a message that holds as long as the message does, fit for addresses."""
    return short_digest(*key)[:16]
