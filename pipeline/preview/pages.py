"""The workbench's own pages: the frame around the pages of a site, and what it tells about one block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.errors import InputError
from pipeline.locale import Locale, parse_locale
from pipeline.model import Finding, Severity
from pipeline.preview.panel import Panel
from pipeline.readability import Measure
from pipeline.render.page import Words

_HERE = Path(__file__).parent
STATIC = _HERE / "static"
"""The folder of the style sheets and the script."""

ENGLISH = parse_locale("en")
SIGNS = {"ready": "✎", "fuzzy": "?", "missing": "∅", "held": "!", "kept": "↻"}
"""The sign of each state of a block."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the workbench shows: one article (or the list of them, for no domain) in one language."""

    locale: Locale
    domain: str
    beside: bool
    """Whether the source stands beside it."""

    interface: Locale
    """The language of the workbench itself."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    locales: Sequence[Locale]
    domains: Sequence[str]
    interfaces: Sequence[Locale]
    source: Locale


def workbench_page(place: Place, choices: Choices, words: Words, token: str) -> str:
    """Return the HTML of the workbench."""
    said = _messages(words)
    return _render("workbench.html", words, place=place, choices=choices, token=token, said=said)


def panel_page(panel: Panel, words: Words) -> str:
    """Return the HTML of what is told about one block."""
    state = _states(words)[panel.state]
    fate = _fates(words)[panel.state]
    findings = Markup(findings_page(panel.findings, words))  # noqa: S704 - a template of ours
    levels = _levels(words)

    def level(measured: Measure) -> str:
        return levels.get(measured.level) or _foreign(measured.reason)

    return _render("panel.html", words, panel=panel, state=state, fate=fate, findings=findings, level=level)


def findings_page(findings: Sequence[Finding], words: Words) -> str:
    """Return the HTML of a list of findings."""
    return _render("findings.html", words, findings=findings, severities=_severities(words))


def count(findings: Sequence[Finding], words: Words) -> str:
    """Return the sentence that says how many findings there are."""
    if not findings:
        return words("The checks find nothing in this text.")
    # Translators: {number} is how many findings of the checks there are
    return words("Findings: {number}", number=len(findings))


def errors_page(errors: Iterable[InputError], words: Words) -> str:
    """Return the HTML of what cannot be read; empty if nothing is wrong."""
    errors = list(errors)
    return _render("errors.html", words, errors=errors) if errors else ""


def refusal(reason: str, other: str | None, locale: Locale, words: Words) -> str:
    """Return the HTML that says why a text was not saved; `other` is what stands on disk if that changed."""
    return _render("refusal.html", words, reason=reason, other=other, page_locale=locale)


def gone_page(locale: Locale, errors: Iterable[InputError], words: Words) -> str:
    """Return the HTML of a page in the place of one that cannot be made."""
    return _render("gone.html", words, page_locale=locale, errors=list(errors))


def page_name(locale: Locale, words: Words) -> str:
    """Return the name of a page among others."""
    # Translators: the name of the part that shows a page; {language} is the name of a language in itself
    return words("Page in {language}", language=locale.autonym)


def block_label(state: str, findings: int, words: Words) -> str:
    """Return the name of the button that opens a block."""
    if findings:
        # Translators: the name of a button behind a paragraph; {state} is such as "In doubt", {number} a number
        return words("Open this block: {state}, findings: {number}", state=_states(words)[state], number=findings)
    # Translators: the name of a button behind a paragraph; {state} is such as "In doubt"
    return words("Open this block: {state}", state=_states(words)[state])


def state_names(words: Words) -> Mapping[str, str]:
    """Return what the workbench calls each state of a block."""
    return _states(words)


def _states(words: Words) -> dict[str, str]:
    return {
        # Translators: state of a translation: it is on the page
        "ready": words("Ready"),
        # Translators: state of a translation: somebody has to look at it (gettext calls it fuzzy)
        "fuzzy": words("In doubt"),
        # Translators: state of a translation: there is none
        "missing": words("Not translated"),
        # Translators: state of a translation: there is an error in it, so it is not on the page
        "held": words("Held back"),
        # Translators: state of a translation: its source has changed, but it is still on the page
        "kept": words("Older form"),
    }


def _fates(words: Words) -> dict[str, str]:
    return {
        "ready": words("Readers get this text."),
        "fuzzy": words("Somebody has to look at this translation. Until then, readers get the source."),
        "missing": words("There is no translation yet. Readers get the source."),
        "held": words("There is an error in this translation. Until it is corrected, readers get the source."),
        "kept": words("The source has changed. Readers get this older translation."),
    }


def _severities(words: Words) -> dict[Severity, str]:
    return {
        # Translators: how bad a finding is, the worst of three
        Severity.ERROR: words("Error"),
        # Translators: how bad a finding is, the second of three
        Severity.WARNING: words("Warning"),
        # Translators: how bad a finding is, the least of three
        Severity.NOTE: words("Note"),
    }


def _levels(words: Words) -> dict[str, str]:
    return {
        # Translators: how hard a text is to read, the easiest of four
        "plain": words("plain"),
        # Translators: how hard a text is to read, the second of four
        "fairly plain": words("fairly plain"),
        # Translators: how hard a text is to read, the third of four
        "hard": words("hard"),
        # Translators: how hard a text is to read, the hardest of four
        "very hard": words("very hard"),
    }


def _messages(words: Words) -> dict[str, str]:
    """Return what the script says."""
    return {
        "changed": words("The page has changed."),
        "none": words("There is no other."),
        "gone": words("This block is not on the page any more."),
        "lost": words("The workbench does not answer. Start it again: plainspoken preview"),
        "back": words("The workbench answers again."),
    }


def _render(template: str, words: Words, **values: object) -> str:
    return _environment().get_template(template).render(words=words, locale=words.locale, _=_Said(words), **values)


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_HERE / "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["lang"] = _language
    environment.globals["english"] = ENGLISH
    return environment


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of the workbench in a template: marked with their language where they are not translated."""

    words: Words

    def __call__(self, message: str, **values: object) -> str:
        text = self.words(message, **values)
        if message in self.words or self.words.locale.tag.startswith(ENGLISH.tag):
            return text
        return _foreign(text)


def _foreign(text: str) -> str:
    """Return an English text for a page in another language."""
    return Markup("<span{}>{}</span>").format(_language(ENGLISH), text)


def _language(locale: Locale) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(locale.tag, locale.direction)
