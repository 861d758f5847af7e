"""Rules for languages and directions: what a screen reader speaks, and which way the text runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.audit.page import Element, Page, Run, block_of, direction_of, line_of, natural_direction, text_of, tidy
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.writing.function_words import FUNCTION_WORDS, language_of_words
from pipeline.checks.writing.scripts import foreign_letters, uses_latin, width
from pipeline.locale import Locale, UnknownLocale, is_known_language, language_name, parse_locale
from pipeline.model import Severity

_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 3
_FEWEST_WORDS = 4
_FEWEST_SHORT = 2
_PHONE = re.compile(r"(?<![\w-])(?:\+\s?\d[\d ().-]{6,}\d|\d{1,4}(?:[ .-]\d{2,4}){2,})(?![\w-])")


def _page_language(page: Page) -> Iterator[Problem]:
    if not page.lang:
        yield Problem("the page does not say which language it is in", line_of(page.root), whole=True)


def is_tag(tag: str) -> bool:
    """Tell whether `tag` is a language tag (BCP 47) of a known language."""
    return bool(_TAG.fullmatch(tag)) and is_known_language(_first(tag))


def _language_tags(page: Page) -> Iterator[Problem]:
    for element in page.every:
        for name in ("lang", "hreflang"):
            tag = element.get(name)
            fine = tag is None or (name == "hreflang" and tag.lower() == "x-default") or is_tag(tag.strip())
            if not fine and (tag.strip() or name == "hreflang"):
                yield Problem(f"{name}={tag!r} is not a language tag", line_of(element), text_of(element))


def _page_direction(page: Page) -> Iterator[Problem]:
    meant, given = direction_of(page.lang), (page.root.get("dir") or "ltr").lower()
    if meant and given in {"ltr", "rtl"} and meant != given:
        told = f"dir={given}" if page.root.get("dir") else "no dir"
        yield Problem(f"{page.lang} is written {meant}, and the page has {told}", line_of(page.root), whole=True)


def _part_direction(page: Page) -> Iterator[Problem]:
    turned = any(_page_direction(page))  # told once, for the whole page
    for block, runs in _by_block(page):
        if turned and runs[0].lang == page.lang:
            continue
        text = "".join(run.text for run in runs)
        if len({run.direction for run in runs}) == 1 and runs_backwards(text, runs[0].direction):
            yield Problem(f"its letters run the other way than dir={runs[0].direction}", line_of(block), tidy(text))


def runs_backwards(text: str, direction: str) -> bool:
    """Tell whether nearly all letters of `text` are of scripts that run the other way than `direction`."""
    letters = [natural_direction(letter) for letter in text if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS * 2 and sum(each != direction for each in letters) > 0.7 * len(letters)


def _by_block(page: Page) -> Iterator[tuple[Element, list[Run]]]:
    """Yield each block with its runs of text."""
    blocks: dict[Element, list[Run]] = {}
    for run in page.runs:
        blocks.setdefault(block_of(run.element), []).append(run)
    yield from blocks.items()


def _other_script(page: Page) -> Iterator[Problem]:
    for run in (*page.runs, *_attribute_runs(page)):
        if in_other_letters(run.text, run.lang):
            yield Problem(f"the text is not in the letters of {run.lang}", line_of(run.element), tidy(run.text))


def in_other_letters(text: str, tag: str) -> bool:
    """Tell whether most of `text` is not in the letters that the language `tag` is written in."""
    locale = _locale(tag)
    foreign = foreign_letters(locale) if locale else None
    if locale is None or foreign is None or (text.isascii() and uses_latin(locale)):
        return False
    strange = "".join(foreign.findall(text))
    own = "".join(filter(str.isalpha, foreign.sub("", text)))
    if strange.isascii() and (len(_WORD.findall(text)) < _FEWEST_WORDS or not _foreign_sentence(text)):
        return False  # names, abbreviations and units keep their letters
    return width(strange) >= _FEWEST_LETTERS and width(strange) > width(own)


def _foreign_sentence(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return any(sum(word in known for word in words) >= _FEWEST_SHORT for known in FUNCTION_WORDS.values())


def _attribute_runs(page: Page) -> Iterator[Run]:
    """Yield the words that stand in attributes, and the title."""
    for element in page.every:
        for name in ("alt", "title", "aria-label", "placeholder"):
            if text := (element.get(name) or "").strip():
                yield Run(text, element, _lang_at(element), "ltr", isolated=True)
    for element in page.all("title"):
        yield Run(text_of(element), element, page.lang, "ltr", isolated=True)


def _lang_at(element: Element) -> str:
    holders = (each.get("lang") for each in (element, *element.iterancestors()))
    return next((lang.strip() for lang in holders if lang), "")


def _locale(tag: str) -> Locale | None:
    try:
        return parse_locale(tag) if tag else None
    except UnknownLocale:
        return None


def _other_language(page: Page) -> Iterator[Problem]:
    for block, runs in _by_block(page):
        langs = {_first(run.lang) for run in runs}
        if len(langs) != 1 or not (lang := langs.pop()):
            continue
        text = " ".join(run.text for run in runs)
        other = language_of_words(_WORD.findall(text.lower()), lang)
        if other:
            name = language_name(parse_locale(other), parse_locale("en"))
            yield Problem(f"marked {lang}, it reads as {name}", line_of(block), tidy(text))


def _loose_numbers(page: Page) -> Iterator[Problem]:
    for run in page.runs:
        if run.direction != "rtl" or run.isolated:
            continue
        for number in _PHONE.findall(run.text):
            yield Problem(f"{number} may be shown in another order", line_of(run.element), tidy(run.text))


def _switcher(page: Page) -> Iterator[Problem]:
    for link in page.all("a"):
        tag = (link.get("hreflang") or "").strip()
        locale = _locale(tag)
        inner = [each.get("lang") for each in link.iter() if each.get("lang")]
        named = locale and not inner and tidy(text_of(link)).casefold() == locale.autonym.casefold()
        if named and _first(_lang_at(link)) != _first(tag):
            yield Problem(f"the name of {tag} is read out in another language", line_of(link), text_of(link))


def _first(tag: str) -> str:
    """Return the language of a tag, without script and territory."""
    return tag.partition("-")[0].lower()


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_MARK = "Give the element the lang of its text (and its dir, where that differs)."

_HEAD = '<head><meta charset=utf-8><meta name=viewport content="width=device-width">'
_REST = f"{_HEAD}<title>Rest</title></head><body><main><h1>Rest</h1></main></body></html>"
_RAHA = f"{_HEAD}<title>الراحة</title></head><body><main><h1>الراحة</h1></main></body></html>"

RULES: tuple[Rule[Page], ...] = (
    Rule(
        code="P101",
        name="page-language",
        severity=_ERROR,
        summary="The page does not say which language it is in.",
        why="A screen reader speaks it with the voice of another language (WCAG 3.1.1).",
        fix='Write the language into the first tag: <html lang="es">.',
        check=_page_language,
        bad=f"<!DOCTYPE html><html>{_REST}",
        good=f"<!DOCTYPE html><html lang=en>{_REST}",
    ),
    Rule(
        code="P102",
        name="page-language-tag",
        severity=_ERROR,
        summary="A lang or hreflang is no language tag of a known language.",
        why="Programs do not know it and fall back to another language; zh_Hans is a name of gettext's (WCAG 3.1.1).",
        fix="Write it as BCP 47 has it: zh-Hans, pt-BR.",
        check=_language_tags,
        bad='<p lang="zh_Hans">多休息。</p>',
        good='<p lang="zh-Hans">多休息。</p>',
    ),
    Rule(
        code="P103",
        name="page-direction",
        severity=_ERROR,
        summary="The direction of the page is not that of its language.",
        why="Full stops, lists and tables stand on the wrong side, and the text is hard to follow (WCAG 1.3.2).",
        fix='Write it into the first tag: <html lang="ar" dir="rtl">.',
        check=_page_direction,
        bad=f'<!DOCTYPE html><html lang="ar">{_RAHA}',
        good=f'<!DOCTYPE html><html lang="ar" dir="rtl">{_RAHA}',
    ),
    Rule(
        code="P104",
        name="part-direction",
        severity=_ERROR,
        summary="The letters of a block run against its direction.",
        why="Its full stop and its numbers stand in the wrong place (WCAG 1.3.2).",
        fix="Give the block the dir of its text.",
        check=_part_direction,
        bad='<p lang="ar">راجع الطبيب إذا استمر الألم.</p>',
        good='<p lang="ar" dir="rtl">راجع الطبيب إذا استمر الألم.</p>',
    ),
    Rule(
        code="P105",
        name="part-script",
        severity=_ERROR,
        summary="A text is not in the letters of the language that it is marked with.",
        why="A screen reader spells it out, skips it or says it wrongly (WCAG 3.1.2).",
        fix=_MARK,
        check=_other_script,
        bad="<p>高血压的治疗</p>",
        good='<p lang="zh-Hans">高血压的治疗</p>',
        more=(
            ('<p lang="ar" dir="ltr">See your doctor if the pain does not stop.</p>', "<p>See your doctor.</p>"),
            ('<p><img src="a.svg" alt="Растяжка икры"></p>', '<p><img src="a.svg" alt="Stretch of the calf"></p>'),
        ),
    ),
    Rule(
        code="P106",
        name="part-language",
        severity=_ERROR,
        summary="A text reads as another language than it is marked with.",
        why="A screen reader speaks it with the wrong voice, so that nobody understands it (WCAG 3.1.2).",
        fix=_MARK,
        check=_other_language,
        bad='<p lang="es">If the pain does not go away, you should see a doctor.</p>',
        good='<p lang="en">If the pain does not go away, you should see a doctor.</p>',
    ),
    Rule(
        code="P107",
        name="loose-number",
        severity=_WARNING,
        summary="A telephone number in text from right to left is not kept apart from it.",
        why="Its groups may be shown in the opposite order: 1-800-222 becomes 222-800-1 (WCAG 1.3.2).",
        fix='Put it into <bdi dir="ltr">.',
        check=_loose_numbers,
        bad='<p lang="ar" dir="rtl">اتصل بالرقم 020 7946 0018 الآن.</p>',
        good='<p lang="ar" dir="rtl">اتصل بالرقم <bdi dir="ltr">020 7946 0018</bdi> الآن.</p>',
    ),
    Rule(
        code="P108",
        name="language-name",
        severity=_ERROR,
        summary="The name of a language in a list of languages is not marked with that language.",
        why="Who looks for their language hears its name in a foreign voice (WCAG 3.1.2).",
        fix='Give the link a lang: <a href="…" hreflang="es" lang="es">Español</a>.',
        check=_switcher,
        bad='<p><a href="https://a.example/es" hreflang="es">Español</a></p>',
        good='<p><a href="https://a.example/es" hreflang="es" lang="es">Español</a></p>',
    ),
)
