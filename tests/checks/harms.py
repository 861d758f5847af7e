"""All planted harms, all clean translations, and what our rules say about one of either."""

from pipeline.article import parse
from pipeline.article.inline import read_inline
from pipeline.checks import TRANSLATION_RULES
from pipeline.checks.terms import FINDERS, Glossary, Term
from pipeline.checks.translation import Pair
from pipeline.locale import parse_locale
from pipeline.model import Segment, Severity

from . import hand_harms, markup_planter, safety_planter
from .markup_planter import TERMS
from .support import DEFINITIONS, ENGLISH, article

NAMES = {"ar": "ar", "de": "de", "es": "es", "fr": "fr", "ja": "ja", "pt": "pt_BR", "zh": "zh_Hans"}
"""The locales that this repository publishes, by the names that the messages have for them."""

_LOCALES = {language: parse_locale(name) for language, name in NAMES.items()}
_PARSER = parse(article("x" + DEFINITIONS), ENGLISH).parser
_GLOSSARY = Glossary((Term("artery", {NAMES[language]: (right,) for language, (right, _) in TERMS.items()}),))
_ERRORS = {rule.code for rule in TRANSLATION_RULES if rule.severity is Severity.ERROR}
_NOTES = {rule.code for rule in TRANSLATION_RULES if rule.severity is Severity.NOTE}


def harms(seed=2026, rounds=3):
    """Yield family, language, source, clean translation and spoiled translation."""
    yield from safety_planter.planted(seed, rounds)
    yield from hand_harms.harms()
    yield from markup_planter.planted(seed)


def clean():
    """Yield language, source and clean translation."""
    for message in (*safety_planter.messages(), *markup_planter.markup_messages()):
        yield from ((language, message["en"], message[language]) for language in NAMES)
    yield from hand_harms.clean()


def pair(source, target, language):
    """Return a message and its translation as the rules see them."""
    sides = (read_inline(_PARSER, text, "p") for text in (source, target))
    return Pair(Segment(source, "p"), target, _LOCALES[language], *sides)


def reported(source, target, language):
    """The codes of all rules that report a translation."""
    subject = pair(source, target, language)
    code = subject.locale.tag.partition("-")[0]
    found = {rule.code for rule in TRANSLATION_RULES if code not in rule.skipped and any(rule.check(subject))}
    return found | {code for code, find in FINDERS.items() if any(find([subject], _GLOSSARY))}


def gravest(codes):
    """The severity of the gravest of some rules, or an empty text."""
    if not codes:
        return ""
    return "error" if codes & _ERRORS else "note" if codes <= _NOTES else "warning"
