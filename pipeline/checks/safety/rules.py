"""The rules for numbers and safety, each with its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.checks.rule import Problem, Rule
from pipeline.checks.safety.compare import compare
from pipeline.checks.safety.examples import MORE
from pipeline.checks.safety.languages import language, language_code
from pipeline.checks.translation import Pair
from pipeline.locale import Locale
from pipeline.model import Severity


def has_data(tag: str) -> bool:
    """Tell whether there are word lists for the language of `tag`; without them only its numbers are compared."""
    return language(language_code(tag)).known


def _only(code: str) -> Callable[[Pair], Iterable[Problem]]:
    """Return a check that tells what the one comparison found for the rule `code`."""

    def check(pair: Pair) -> Iterable[Problem]:
        slips = compare(pair.source.text, pair.target.text, pair.background.source_tag, pair.locale.tag)
        return [Problem(slip.message) for slip in slips if slip.code == code] if slips else ()

    return check


def _no_data(locale: Locale) -> Iterator[Problem]:
    if not has_data(locale.tag):
        yield Problem(f"there are no safety words for {locale.autonym} ({locale.tag}) yet; only numbers are compared")


def _rule(
    code: str, name: str, severity: Severity, said: tuple[str, str, str], examples: tuple[str, str, str]
) -> Rule[Pair]:
    """Return a rule; `said` are its summary, why and fix, `examples` a source with a bad and a good translation."""
    summary, why, fix = said
    source, bad, good = examples
    language, *texts = MORE[code]
    more = tuple(f"lang: {language}\n{texts[0]}\n{text}" for text in texts[1:])
    return Rule(
        code,
        name,
        severity,
        summary,
        why,
        fix,
        _only(code),
        f"{source}\n{bad}",
        f"{source}\n{good}",
        more=((more[0], more[1]),),
    )


_WARNING = Severity.WARNING
_ERROR = Severity.ERROR
_COMPARE = "Compare with the source, and write the number as the source has it."

RULES: tuple[Rule[Pair], ...] = (
    _rule(
        "T201",
        "dose-missing",
        _ERROR,
        (
            "A number with a unit, a decimal, an end of a range, or a number of 13 or more is missing.",
            "A reader who does not learn the dose, the time or the limit may take too much or wait too long.",
            _COMPARE,
        ),
        (
            "Take 2 to 3 tablets every 8 hours.",
            "Nehmen Sie alle 8 Stunden 2 Tabletten.",
            "Nehmen Sie alle 8 Stunden 2 bis 3 Tabletten.",
        ),
    ),
    _rule(
        "T202",
        "number-missing",
        _WARNING,
        (
            "A small number without a unit is missing.",
            "It may be a step, a count or an age that the reader needs.",
            "Write the number in digits or in words; keep the translation if it says the same without it.",
        ),
        ("Call 3 people.", "Rufen Sie Leute.", "Rufen Sie drei Leute."),
    ),
    _rule(
        "T203",
        "number-changed",
        _ERROR,
        (
            "A number is another one than in the source.",
            "A wrong dose, date or time can harm the reader.",
            _COMPARE,
        ),
        ("Take 500 mg.", "Nehmen Sie 50 mg.", "Nehmen Sie 500 mg."),
    ),
    _rule(
        "T204",
        "dose-added",
        _ERROR,
        (
            "A number with a unit, a decimal or a range is not in the source.",
            "Nobody has checked it; the reader takes it for advice.",
            "Remove it, or ask the author to add it to the source.",
        ),
        ("Take the tablet.", "Nehmen Sie die Tablette mit 500 mg.", "Nehmen Sie die Tablette."),
    ),
    _rule(
        "T205",
        "number-added",
        _WARNING,
        (
            "A number without a unit is not in the source.",
            "It may be a slip of the keyboard, or a statement that nobody has checked.",
            "Remove it, or keep it if the language needs it.",
        ),
        ("Do the steps.", "Machen Sie die 7 Schritte.", "Machen Sie die Schritte."),
    ),
    _rule(
        "T206",
        "range-reversed",
        _ERROR,
        (
            "The ends of a range stand the wrong way round.",
            "A reader, or a screen reader, gets the higher number as the place to begin.",
            "Write the lower end first, in the order of reading, also from right to left.",
        ),
        ("Wait 4 to 6 hours.", "Warten Sie 6 bis 4 Stunden.", "Warten Sie 4 bis 6 Stunden."),
    ),
    _rule(
        "T207",
        "unit-changed",
        _ERROR,
        (
            "A number has another unit than in the source.",
            "Grams in the place of milligrams are a thousand times the dose.",
            "Write the unit of the source, or convert the number too.",
        ),
        ("Take 75 mg.", "Nehmen Sie 75 g.", "Nehmen Sie 75 mg."),
    ),
    _rule(
        "T208",
        "unit-missing",
        _ERROR,
        (
            "A dose has lost its unit.",
            "The reader cannot know whether milligrams, drops or tablets are meant.",
            "Write the unit after the number.",
        ),
        ("Take 75 mg.", "Nehmen Sie 75.", "Nehmen Sie 75 mg."),
    ),
    _rule(
        "T209",
        "frequency-changed",
        _ERROR,
        (
            "Something is to be done in another stretch of time than in the source.",
            "A medicine for once a week, taken every day, has killed people.",
            "Write a day, a week or a month as the source does.",
        ),
        ("Take 1 tablet a week.", "Nehmen Sie täglich 1 Tablette.", "Nehmen Sie 1 Tablette pro Woche."),
    ),
    _rule(
        "T210",
        "frequency-missing",
        _WARNING,
        (
            "The translation does not say how often.",
            "The reader may take the medicine too often, or once only.",
            "Add the words for a day, a week or a month.",
        ),
        ("Take 2 tablets a day.", "Nehmen Sie 2 Tabletten.", "Nehmen Sie 2 Tabletten am Tag."),
    ),
    _rule(
        "T211",
        "telephone",
        _ERROR,
        (
            "A telephone number is missing, changed or added.",
            "Who needs help at once reaches nobody, or the wrong people.",
            "Copy the number; for an emergency, the number of the readers' country may stand in its place.",
        ),
        ("In an emergency, call 911.", "Rufen Sie im Notfall 119 an.", "Rufen Sie im Notfall 112 an."),
    ),
    _rule(
        "T212",
        "negation-dropped",
        _ERROR,
        (
            "The source says not, never, without or avoid, and the translation does not.",
            "The reader is told to do what would harm them.",
            "Say no as the source does.",
        ),
        ("Do not drive.", "Fahren Sie Auto.", "Fahren Sie nicht Auto."),
    ),
    _rule(
        "T213",
        "negation-added",
        _ERROR,
        (
            "The translation says not, never or without, and the source does not.",
            "The reader is kept from what would help them.",
            "Leave out the word, or say it as the source does.",
        ),
        ("Drink water.", "Trinken Sie kein Wasser.", "Trinken Sie Wasser."),
    ),
    _rule(
        "T214",
        "negation-doubtful",
        _WARNING,
        (
            "The words for not are fewer, more or elsewhere than in the source; in this case that can be right.",
            "One word turns advice round.",
            "Compare with the source, sentence by sentence.",
        ),
        (
            "Do not crush it and do not chew it.",
            "Zerdrücken Sie sie nicht und kauen Sie sie.",
            "Zerdrücken Sie sie nicht und kauen Sie sie nicht.",
        ),
    ),
    _rule(
        "T215",
        "limit-changed",
        _ERROR,
        (
            "At least became at most, or the other way round.",
            "The reader takes a limit for a goal.",
            "Write the limit as the source has it.",
        ),
        ("Wait at least 4 hours.", "Warten Sie höchstens 4 Stunden.", "Warten Sie mindestens 4 Stunden."),
    ),
    _rule(
        "T216",
        "limit-missing",
        _WARNING,
        (
            "The source says only, until or unless, and the translation has no word for it.",
            "Advice for some readers, or for some time, becomes advice for all.",
            "Add the word, if the translation does not say it in another way.",
        ),
        ("Take it only with food.", "Nehmen Sie es zum Essen.", "Nehmen Sie es nur zum Essen."),
    ),
    _rule(
        "T217",
        "warning-dropped",
        _WARNING,
        (
            "The source has a word of warning (emergency, stop, pregnancy, allergy …), and the translation has none.",
            "Who needs the warning may not see that it is meant for them.",
            "Add it, if the translation does not say it in another way.",
        ),
        ("Ask first if you are pregnant.", "Fragen Sie vorher.", "Fragen Sie vorher, wenn Sie schwanger sind."),
    ),
    _rule(
        "T218",
        "number-ambiguous",
        _WARNING,
        (
            "A comma or a point in a number means something else in this language.",
            "One thousand can be read as one, and one and a half as one thousand five hundred.",
            "Write the number as the language writes it.",
        ),
        ("Take 1,000 mg.", "Nehmen Sie 1,000 mg.", "Nehmen Sie 1.000 mg."),
    ),
    _rule(
        "T220",
        "opposite",
        _ERROR,
        (
            "A word became its opposite: above and below, before and after meals, high and low, continue and stop.",
            "The reader does the opposite of what helps.",
            "Write what the source says.",
        ),
        ("Your fever is above 39 °C.", "Ihr Fieber liegt unter 39 °C.", "Ihr Fieber liegt über 39 °C."),
    ),
)
LOCALE_RULES: tuple[Rule[Locale], ...] = (
    Rule(
        code="T219",
        name="no-safety-data",
        severity=Severity.NOTE,
        summary="There are no lists of safety words for this language.",
        why="A lost word for not, a changed unit or a changed frequency is not noticed; only numbers are compared.",
        fix="Read the safety of doses and warnings with special care, or add a file for the language.",
        check=_no_data,
        bad="tlh",
        good="de",
    ),
)
