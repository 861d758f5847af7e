"""Rules about a message and its translation, run without a catalog around them."""

from pipeline.article import parse
from pipeline.article.inline import read_inline
from pipeline.checks import characters, structure, text, typography
from pipeline.checks.translation import Pair
from pipeline.locale import parse_locale
from pipeline.model import Segment

from .support import DEFINITIONS, ENGLISH, article

RULES = (*structure.RULES, *text.RULES, *typography.RULES, *characters.RULES)
BY_CODE = {rule.code: rule for rule in RULES}
PARSER = parse(article("x" + DEFINITIONS), ENGLISH).parser


def pair(msgid, msgstr, locale="de", kind="p"):
    source, target = (read_inline(PARSER, each, kind) for each in (msgid, msgstr))
    return Pair(Segment(msgid, kind), msgstr, parse_locale(locale), source, target)


def problems(subject, rules=RULES):
    """What each rule that applies to the language has to say: pairs of a rule and a problem."""
    language = subject.locale.tag.partition("-")[0]
    return [(rule, found) for rule in rules if language not in rule.skipped for found in rule.check(subject)]


def codes(msgid, msgstr, locale="de", kind="p"):
    return {rule.code for rule, _ in problems(pair(msgid, msgstr, locale, kind))}


def mended(code, msgid, msgstr, locale="de", kind="p"):
    return BY_CODE[code].mend(pair(msgid, msgstr, locale, kind))
