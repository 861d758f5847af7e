"""Rules for the text alternatives of pictures."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from pipeline.checks.manuscript import NOT_TEXT, Manuscript
from pipeline.checks.picture_words import says_picture
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\balt\s*=", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:svg|png|jpe?g|gif|webp|avif|bmp|tiff?|heic)$", re.IGNORECASE)
# Names that programs and people give to files, not to what a picture shows: calf-stretch, IMG_2034, figure 3.
_FILE_LIKE = re.compile(r"[-_]|^(?:img|dsc|dscn|p|pxl|image|picture|photo|screenshot|figure|fig)\W*\d+$", re.IGNORECASE)
_LONGEST = 250


def is_file_name(alternative: str, address: str) -> bool:
    """Return whether `alternative` is but the name of the file at `address`, or of another file."""
    alternative = " ".join(alternative.split())
    if _SUFFIX.search(alternative):
        return True
    stem = _SUFFIX.sub("", posixpath.basename(unquote(address)))
    return alternative.casefold() == stem.casefold() and " " not in alternative and bool(_FILE_LIKE.search(stem))


def _images(subject: Manuscript) -> Iterator[tuple[Element, str, str]]:
    """Yield each picture with its address and its alternative."""
    for image in subject.document.root.iter("img"):
        yield image, image.get("src", ""), " ".join((image.get("alt") or "").split())


def _alternatives(subject: Manuscript) -> Iterator[Problem]:
    for image, address, alternative in _images(subject):
        decorative = image.get("role") in {"presentation", "none"}
        if not decorative and not alternative:
            yield Problem("a picture has no text alternative", subject.line(image, address), address)
    for raw in map(str, subject.document.parser.htmlStash.rawHtmlBlocks):
        for tag in _IMAGE.findall(NOT_TEXT.sub("", raw)) if "<" in raw else ():
            if not _ALTERNATIVE.search(tag):
                yield Problem("a picture has no text alternative", subject.line_of_text(tag), tag)


def _file_name(subject: Manuscript) -> Iterator[Problem]:
    for image, address, alternative in _images(subject):
        if is_file_name(alternative, address):
            yield Problem("the text alternative is the name of the file", subject.line(image, alternative), alternative)


def _says_picture(subject: Manuscript) -> Iterator[Problem]:
    for image, _, alternative in _images(subject):
        if says_picture(alternative, subject.language):
            yield Problem(
                "the text alternative says that this is a picture", subject.line(image, alternative), alternative
            )


def _long_alternative(subject: Manuscript) -> Iterator[Problem]:
    for image, address, alternative in _images(subject):
        if len(alternative) > _LONGEST:
            message = f"a text alternative of {len(alternative)} characters, at most {_LONGEST} are good"
            yield Problem(message, subject.line(image, address), alternative)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="A103",
        name="image-alternative",
        severity=Severity.ERROR,
        summary="A picture has no text alternative.",
        why="People who cannot see the picture do not learn what it shows (WCAG 1.1.1).",
        fix="Say between ![ and ] what the picture tells; mark mere decoration with {: role=presentation }.",
        check=_alternatives,
        bad="![](pictures/calf.svg)",
        good="![A person stretches a calf](pictures/calf.svg)",
    ),
    Rule(
        code="A106",
        name="alternative-file-name",
        severity=Severity.WARNING,
        summary="A text alternative is the name of a file.",
        why="Who cannot see the picture hears the name of a file, which tells nothing (WCAG 1.1.1).",
        fix="Say what the picture tells.",
        check=_file_name,
        bad="![calf-stretch](pictures/calf-stretch.svg)",
        good="![A person stretches a calf](pictures/calf-stretch.svg)",
    ),
    Rule(
        code="A107",
        name="alternative-says-picture",
        severity=Severity.NOTE,
        summary="A text alternative says that this is a picture.",
        why="A screen reader has said so already; the words that matter come late.",
        fix="Begin with what the picture shows.",
        check=_says_picture,
        bad="![Picture of a person who stretches a calf](pictures/calf.svg)",
        good="![A person stretches a calf](pictures/calf.svg)",
        more=(
            ("lang: es\n![Imagen de una pantorrilla](calf.svg)", "lang: es\n![Una pantorrilla](calf.svg)"),
            ("lang: zh\n![小腿的图片](calf.svg)", "lang: zh\n![小腿](calf.svg)"),
        ),
    ),
    Rule(
        code="A108",
        name="long-alternative",
        severity=Severity.NOTE,
        summary="A text alternative is very long.",
        why="A screen reader says it in one go; the listener can neither pause nor go back by a sentence.",
        fix="Say the main point in the alternative, and the rest in the text, where it helps everybody.",
        check=_long_alternative,
        bad="![" + "A person stands facing a wall, with both hands on it. " * 5 + "](pictures/calf.svg)",
        good="![A person stands facing a wall, with both hands on it.](pictures/calf.svg)",
    ),
)
