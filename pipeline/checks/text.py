"""Rules for the text of a translation: its language, its length, its words, how its sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.inline import Inline
from pipeline.article.slots import HEADINGS
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.checks.writing.doubled import DOUBLING_LANGUAGES, MAY_DOUBLE
from pipeline.checks.writing.endings import (
    LOOSE_FULL_STOP,
    NO_FULL_STOP,
    UNMARKED_QUESTIONS,
    Ending,
    asks,
    ending,
    is_question,
)
from pipeline.checks.writing.function_words import EVERYDAY_ENGLISH, FUNCTION_WORDS, language_of_words, telling_words
from pipeline.checks.writing.scripts import foreign_letters, uses_latin, width
from pipeline.checks.writing.telltale import near_language, other_language
from pipeline.checks.writing.words import ADDRESS, WORD, language_of, unquoted
from pipeline.locale import language_name, parse_locale
from pipeline.model import Severity

_ENOUGH_LOWER_CASE = 3
_FEWEST_FOREIGN, _FEWEST_ALONE = 10, 4
_SENTENCE = 3
_SHORTEST, _BAND = 50, 3.0
_REPEATED = re.compile(r"(?<![\w’'·-])([^\W\d_]{2,}+)[ \n\u00a0](\1)(?![\w’'-])", re.IGNORECASE)
_CAPTIONS = HEADINGS | {"title", "li", "dt", "td", "th", "box-title"}
_ABBREVIATED = re.compile(r"\b\w{1,4}\.\W*\Z")


# --- untranslated ------------------------------------------------------------------------------------------------


def _untranslated(pair: Pair) -> Iterator[Problem]:
    text = _all_words(pair.target).strip()
    if text == _all_words(pair.source).strip():
        if _reads_as_text(text, pair) or _is_all_foreign(text, pair):
            yield Problem("the translation is the same as the source")
    elif text.isascii() and not uses_latin(pair.locale) and foreign_letters(pair.locale) and _reads_as_text(text, pair):
        yield Problem("the translation has no letter of the language's own script")


def _reads_as_text(text: str, pair: Pair) -> bool:
    """Whether `text` holds a sentence or common words, not just names, titles of works, numbers and short terms."""
    words = WORD.findall(ADDRESS.sub(" ", unquoted(text)))
    sentence = len(words) >= _SENTENCE and text.endswith((".", "!", "?"))  # no title of a work ends so
    telling = telling_words(language_of(pair.locale)) if len(words) > 1 else EVERYDAY_ENGLISH
    lower = [word for word in words if word.islower()]
    if words and words[0].lower() in (telling if sentence else EVERYDAY_ENGLISH):
        lower.append(words[0].lower())
    if 2 * len(lower) < len(words) and not sentence:
        return False
    return any(word in telling for word in lower) or sum(len(word) > 2 for word in lower) >= _ENOUGH_LOWER_CASE  # noqa: PLR2004 - "mg", "al"


def _is_all_foreign(text: str, pair: Pair) -> bool:
    """The same for a source in a script without capitals."""
    foreign = foreign_letters(pair.locale)
    if foreign is None or text.isascii() or text.upper() != text.lower():
        return False
    return not any(map(str.isalpha, foreign.sub("", text))) and width(text) >= _FEWEST_FOREIGN


# --- in another script or language -------------------------------------------------------------------------------


def _wrong_script(pair: Pair) -> Iterator[Problem]:
    foreign = foreign_letters(pair.locale)
    if foreign is None or not _foreign(foreign, _all_words(pair.target), pair):
        return
    text = ADDRESS.sub(" ", _all_words(pair.target))
    strange = _foreign(foreign, text, pair)
    own = width("".join(filter(str.isalpha, foreign.sub("", text))))
    if strange >= max(own, _FEWEST_FOREIGN if own else _FEWEST_ALONE):
        yield Problem("most of its letters are of another script than the language's")


def _all_words(inline: Inline) -> str:
    """Return all that a reader sees or hears, the alternatives of pictures too."""
    if not inline.alternatives:
        return inline.text
    return "\n".join([inline.text, *(text for _, text in inline.alternatives)])


def _foreign(foreign: re.Pattern[str], text: str, pair: Pair) -> int:
    """The weight of the letters of other scripts that were not taken over from the source."""
    runs = foreign.findall(text)
    if runs:
        known = pair.source.text.casefold()
        runs = [run for run in runs if run.casefold() not in known]
    return width("".join(runs))


def _wrong_language(pair: Pair) -> Iterator[Problem]:
    text = _all_words(pair.target)
    if text == pair.source.text or pair.translation == pair.segment.text:
        return
    if uses_latin(pair.locale):
        other = _other_latin(text, pair) and _other_latin(unquoted(text), pair)
        name = language_name(parse_locale(other), parse_locale("en")) if other else ""
    else:
        name = other_language(text, pair.locale)
    if name:
        yield Problem(f"it reads as {name}")


def _other_latin(text: str, pair: Pair) -> str:
    """Return the other language that `text` is clearly in; empty if it is not."""
    language = language_of(pair.locale)
    if language not in FUNCTION_WORDS:
        return ""
    words = WORD.findall(text.lower())
    near = near_language(words, WORD.findall(pair.source.text.lower()), language)
    return near or language_of_words(words, language)


# --- length, words, ends -----------------------------------------------------------------------------------------


def _length(pair: Pair) -> Iterator[Problem]:
    source, target = width(pair.source.text), width(pair.target.text)
    if source < _SHORTEST and target < _BAND * _SHORTEST:
        return
    if target > _BAND * source:
        yield Problem(f"the translation is {target / max(source, 1):.1f} times as long as the source")
    elif source > _BAND * target:
        yield Problem(f"the source is {source / max(target, 1):.1f} times as long as the translation")


def _repeated_word(pair: Pair) -> Iterator[Problem]:
    allowed = MAY_DOUBLE.get(language_of(pair.locale), frozenset())
    text = _all_words(pair.target)
    for word, again in _REPEATED.findall(text):
        slip = again == word or again.capitalize() == word  # not `extension EXTENSION`
        may_double = word.lower() in allowed and not (again == word and word[0].isupper())  # `Die Die` never
        if slip and not may_double and not _REPEATED.search(pair.source.text):
            yield Problem(f"“{word}” stands twice in a row", excerpt=text, fix=f"Keep one “{word}”.")
            return


def _end_punctuation(pair: Pair) -> Iterator[Problem]:
    if pair.source.footnotes or pair.target.footnotes:
        return
    language = language_of(pair.locale)
    source, target = ending(pair.source.text, language), ending(pair.target.text, language)
    if source == target:
        return
    differs = source is Ending.COLON and (language not in LOOSE_FULL_STOP or target is Ending.NOTHING)
    if pair.segment.kind in _CAPTIONS and language not in LOOSE_FULL_STOP:
        differs |= {source, target} == {Ending.NOTHING, Ending.STATEMENT} and not (
            _ABBREVIATED.search(pair.source.text) or _ABBREVIATED.search(pair.target.text)
        )
    if differs:
        yield Problem(f"the source ends with {source.value}, the translation with {target.value}")


def _question_lost(pair: Pair) -> Iterator[Problem]:
    language = language_of(pair.locale)
    if is_question(pair.source.text, language) and not asks(pair.target.text, language):
        yield Problem("the source asks, the translation has no question mark")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T301",
        name="untranslated",
        severity=Severity.WARNING,
        summary="The translation is the source text.",
        why="Readers meet a foreign language, and screen readers read it out as if it were theirs.",
        fix="Translate it, or empty it: then the source text is shown and marked with its language.",
        check=_untranslated,
        bad="Rest the muscle.\nRest the muscle.",
        good="Rest the muscle.\nSchonen Sie den Muskel.",
        skipped=frozenset({"en"}),
        more=(("lang: ja\nRest the muscle.\nRest the muscle.", "lang: ja\nRest the muscle.\n筋肉を休めましょう。"),),
    ),
    Rule(
        code="T302",
        name="wrong-script",
        severity=Severity.ERROR,
        summary="Most letters are of a script that the language is not written in.",
        why="The text is in another language, or is damaged; its readers cannot read it.",
        fix="Look whether it was meant for another catalog.",
        check=_wrong_script,
        bad="Rest the muscle.\nДайте мышце отдохнуть.",
        good="Rest the muscle.\nSchonen Sie den Muskel.",
        more=(("lang: ar\nRest the muscle.\nLaissez reposer le muscle.", "lang: ar\nRest the muscle.\nأرح العضلة."),),
    ),
    Rule(
        code="T303",
        name="wrong-language",
        severity=Severity.WARNING,
        summary="The translation reads as another language.",
        why="Its readers cannot understand it, and screen readers pronounce it wrongly.",
        fix="Look whether it was meant for another catalog.",
        check=_wrong_language,
        bad="If the pain does not stop, see a doctor.\nSi la douleur ne passe pas, il faut voir un médecin.",
        good="If the pain does not stop, see a doctor.\nWenn der Schmerz nicht nachlässt, gehen Sie zum Arzt.",
        more=(
            (
                "lang: zh_Hans\nSee a doctor if it does not stop.\n如果疼痛不停止，請看醫生，或者撥打電話。",
                "lang: zh_Hans\nSee a doctor if it does not stop.\n如果疼痛不停止，请看医生，或者拨打电话。",
            ),
        ),
    ),
    Rule(
        code="T304",
        name="length-ratio",
        severity=Severity.WARNING,
        summary="The translation is far shorter or longer than the source.",
        why="A sentence may be missing, or may have come from another message.",
        fix="Compare the two, sentence by sentence.",
        check=_length,
        bad="Stop if the pain gets worse. Call your doctor if it does not go away.\nHören Sie auf.",
        good="Stop if the pain gets worse. Call your doctor if it does not go away.\n"
        "Hören Sie auf, wenn der Schmerz zunimmt. Rufen Sie Ihren Arzt an, wenn er nicht nachlässt.",
        more=(
            (
                "lang: zh_Hans\nStop if the pain gets worse. Call your doctor if it does not go away.\n请停下。",
                (
                    "lang: zh_Hans\nStop if the pain gets worse. Call your doctor if it does not go away.\n"
                    "如果疼痛加重，请停下。如果疼痛不消失，请给医生打电话。"
                ),
            ),
        ),
    ),
    Rule(
        code="T305",
        name="repeated-word",
        severity=Severity.WARNING,
        summary="A word stands twice in a row.",
        why="It is often a slip, and the second word may stand in the place of another.",
        fix="Keep one of the two, or write the word that was meant.",
        check=_repeated_word,
        bad="Drink water.\nTrinken Sie viel viel Wasser.",
        good="Drink water.\nTrinken Sie viel Wasser.",
        skipped=DOUBLING_LANGUAGES,
        more=(("lang: ru\nDrink water.\nПейте воду воду.", "lang: ru\nDrink water.\nПейте воду."),),
    ),
    Rule(
        code="T307",
        name="end-punctuation",
        severity=Severity.NOTE,
        summary="A heading, an item or a sentence before a list ends otherwise than in the source.",
        why="Screen readers pause at these signs, and a list looks untidy if some of its items have them.",
        fix="End it as the source does, with the sign that your language uses.",
        check=_end_punctuation,
        bad="Follow these steps:\nMachen Sie Folgendes.",
        good="Follow these steps:\nMachen Sie Folgendes:",
        skipped=NO_FULL_STOP,
        more=(
            ("lang: ar\nFollow these steps:\nاتبع هذه الخطوات.", "lang: ar\nFollow these steps:\nاتبع هذه الخطوات:"),
        ),
    ),
    Rule(
        code="T308",
        name="question-lost",
        severity=Severity.WARNING,
        summary="The source asks a question, and the translation does not.",
        why="A question that reads as a statement can tell the reader the contrary of what was meant.",
        fix="Ask the question, with the question mark of your language.",
        check=_question_lost,
        bad="Does it hurt at night?\nEs tut nachts weh.",
        good="Does it hurt at night?\nTut es nachts weh?",
        skipped=UNMARKED_QUESTIONS,
        more=(("lang: ar\nDoes it hurt at night?\nيؤلم ليلًا.", "lang: ar\nDoes it hurt at night?\nهل يؤلم ليلًا؟"),),
    ),
)
