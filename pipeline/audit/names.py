"""Rules for what a screen reader calls things: pictures, frames, fields, and their roles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.links import language_at
from pipeline.audit.page import Page, line_of, text_of, tidy
from pipeline.audit.roles import ROLES
from pipeline.checks.accessibility.pictures import is_file_name
from pipeline.checks.picture_words import says_picture
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_PLACEHOLDERS = frozenset({"image", "picture", "photo", "alt", "img", "logo", "graphic", "untitled", "spacer", "todo"})
_IDS = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers")
_FOCUSABLE = frozenset({"a", "button", "input", "select", "textarea", "iframe", "summary"})
_FIELDS = ("input", "select", "textarea")
_UNLABELLED = frozenset({"hidden", "submit", "reset", "button", "image"})


def _pictures(page: Page) -> Iterator[Problem]:
    for element in page.all("img"):
        hidden = element.get("role") in {"presentation", "none"} or element.get("aria-hidden") == "true"
        if element.get("alt") is None and not hidden and not element.get("aria-label"):
            yield Problem("a picture without a text alternative", line_of(element), element.get("src") or "")
    for element in page.all("svg"):
        named = element.get("aria-label") or element.get("aria-labelledby") or element.find("title") is not None
        if element.get("aria-hidden") != "true" and element.get("role") not in {"presentation", "none"} and not named:
            yield Problem("a drawing (svg) without a name", line_of(element), text_of(element))


def _poor_alternative(page: Page) -> Iterator[Problem]:
    for element in page.all("img", "area"):
        alternative, address = tidy(element.get("alt") or ""), element.get("src") or ""
        if not alternative:
            continue
        if is_file_name(alternative, address) or alternative.casefold() in _PLACEHOLDERS:
            yield Problem(f"“{alternative}” does not say what the picture shows", line_of(element), address)
        elif says_picture(alternative, language_at(page, element)):
            yield Problem("the alternative begins by saying that it is a picture", line_of(element), alternative)


def _frames(page: Page) -> Iterator[Problem]:
    for element in page.all("iframe"):
        if not page.name(element):
            yield Problem("a frame without a name", line_of(element), element.get("src") or "")


def _controls(page: Page) -> Iterator[Problem]:
    labelled = {label.get("for") for label in page.all("label") if text_of(label)}
    for element in page.all(*_FIELDS):
        if (element.get("type") or "").lower() in _UNLABELLED:
            continue
        around = any(each.tag == "label" for each in element.iterancestors())
        attributes = any((element.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
        if not (around or attributes or element.get("id") in labelled):
            yield Problem(f"a field ({element.tag}) without a label", line_of(element), element.get("name") or "")
    for element in page.all("button"):
        if not page.name(element):
            yield Problem("a button without words", line_of(element))


def _references(page: Page) -> Iterator[Problem]:
    for element in page.every:
        for name in _IDS:
            for key in (element.get(name) or "").split():
                if key not in page.ids:
                    yield Problem(f"{name} names {key!r}, which is not there", line_of(element), text_of(element))


def _roles(page: Page) -> Iterator[Problem]:
    for element in page.every:
        for role in (element.get("role") or "").lower().split():
            if role not in ROLES and not role.startswith(("doc-", "graphics-")):
                yield Problem(f"there is no role {role!r}", line_of(element), text_of(element))


def _hidden_focus(page: Page) -> Iterator[Problem]:
    for element in page.every:
        if element.get("aria-hidden") == "true":
            for each in element.iter():
                reachable = each.tag in _FOCUSABLE and (each.tag != "a" or each.get("href") is not None)
                if reachable and each.get("tabindex") != "-1":
                    yield Problem(
                        "the keyboard reaches what a screen reader is told to skip", line_of(each), text_of(each)
                    )


def _media(page: Page) -> Iterator[Problem]:
    for element in page.all("video", "audio"):
        if element.get("autoplay") is not None and element.get("muted") is None:
            yield Problem("sound that starts by itself", line_of(element))
        tracks = {(track.get("kind") or "subtitles") for track in element.iter("track")}
        if element.tag == "video" and not tracks & {"captions", "subtitles"}:
            yield Problem("a video without captions", line_of(element))


_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule[Page], ...] = (
    Rule(
        "P501",
        "page-alternative",
        _E,
        "A picture has no text alternative.",
        "Who does not see it learns nothing, or hears the name of its file (WCAG 1.1.1).",
        'Say in alt what it tells; write alt="" for mere decoration.',
        _pictures,
        '<img src="a.svg">',
        '<img src="a.svg" alt="A person stretches the calf against a wall">',
    ),
    Rule(
        "P502",
        "page-poor-alternative",
        _W,
        "A text alternative does not say what the picture tells.",
        "“a-1.png” or “image of” takes time and says nothing (WCAG 1.1.1).",
        "Say what a reader learns from the picture.",
        _poor_alternative,
        '<img src="a.svg" alt="a.svg">',
        '<img src="a.svg" alt="A person stretches the calf">',
    ),
    Rule(
        "P503",
        "page-frame",
        _E,
        "A frame has no name.",
        "A screen reader announces a frame and cannot say what is in it (WCAG 4.1.2).",
        'Give it a title: <iframe title="Map of the clinic">.',
        _frames,
        '<iframe src="a.svg"></iframe>',
        '<iframe src="a.svg" title="Stretch of the calf"></iframe>',
    ),
    Rule(
        "P504",
        "page-label",
        _E,
        "A field or a button has no label.",
        "Nobody who listens knows what to write or what will happen (WCAG 1.3.1, 4.1.2).",
        "Put a <label> around it, or words into the button.",
        _controls,
        "<input name=age>",
        "<label>Age <input name=age></label>",
    ),
    Rule(
        "P505",
        "page-reference",
        _E,
        "A name, label or description is taken from an id that is not there.",
        "The thing has no name, although it looks as if it had (WCAG 1.3.1, 4.1.2).",
        "Correct the id.",
        _references,
        '<p aria-describedby="gone">Rest.</p>',
        '<p aria-describedby="why">Rest.</p><p id="why">Because.</p>',
    ),
    Rule(
        "P506",
        "page-role",
        _E,
        "A role does not exist.",
        "Screen readers ignore it (WCAG 4.1.2).",
        "Use a role of WAI-ARIA, or better the HTML element for it.",
        _roles,
        '<p role="presentaton">Rest.</p>',
        '<p role="note">Rest.</p>',
    ),
    Rule(
        "P507",
        "page-hidden-focus",
        _E,
        "The keyboard reaches something that screen readers are told to skip.",
        "They fall silent there (WCAG 4.1.2).",
        "Remove aria-hidden, or the link.",
        _hidden_focus,
        '<p aria-hidden="true"><a href="https://a.example/">Rest at home</a></p>',
        '<p><a href="https://a.example/">Rest at home</a></p>',
    ),
    Rule(
        "P508",
        "page-media",
        _E,
        "Sound starts by itself, or a video has no captions.",
        "It drowns the screen reader; who does not hear misses it (WCAG 1.2.2, 1.4.2).",
        "Let people start it; add captions as a track.",
        _media,
        '<audio src="a.svg" autoplay></audio>',
        '<audio src="a.svg" controls></audio>',
    ),
)
