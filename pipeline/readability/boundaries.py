"""Whether a sentence goes on behind a sign that could end it; what stands before and after the sign decides.

Rules look at signs, digits, case and script, so they hold for every language; the table of a language adds its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.readability import thai
from pipeline.readability.abbreviations import Abbreviations, word_set
from pipeline.readability.patterns import later

OPENERS = "([{«“‘\"'„‚¿¡「『（【《〈‹"
_INVISIBLE = "\u200b\u200e\u200f\u202c\u2069"
CLOSERS = ")]}»”’\"'」』）】》〉›" + _INVISIBLE
"""Signs that still belong to the sentence that ended before them."""

LEADERS = OPENERS + "”»"
"""Signs before the first letter of a sentence: some languages open a quotation with the sign that closes it."""

_QUOTES = "»”’\"'」』»«“›"
_TAIL_CLOSERS = CLOSERS + "«“ "
_STOP_MARKS = ".．"
_UNITS = word_set(
    "mg ml mm cm km kg dl cl µg μg mcg g l h s m min sec sek std hr hrs kcal kj mmhg "
    "мг мл мм см кг г л мин сек хв гг вв рр руб грн"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_TOKEN = re.compile(r"[^\s(\[{«“„‚¿¡「（]+$")
_SHORT_TOKENS = re.compile(r"(?:[^\W\d_]{1,4}\. ?){1,3}[^\W\d_]{1,4}$")
_INITIAL_NEXT = re.compile(r"[^\W\d_]\. ?[^\W\d_]")
_FIGURES = re.compile(r"\d|[IVXLCDMІХ]+$", re.IGNORECASE)
_FIRST_SIGN = re.compile(rf"[{re.escape(LEADERS)}\s,;:–—-]*(.)")
_NUMBER_NEXT = re.compile(r"\d|[IVXLC]{2,}\b")
_ELIDED = re.compile(r"^[^\W\d_]{1,6}['’](?=\w)")
"""What French and Italian write together with the word behind it: l’art., dell’art."""

_ANNOUNCED = re.compile(r"[:：] ?[“”\"«„「『‘]")
"""Direct speech that a colon announces: who speaks was said before it."""

_ENDING = re.compile(r"[^\W\d_aeiouyàáâãäåèéêëìíîïòóôõöùúûüýαεηιουωάέήίόύώаеёиоуыэюяіїє]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_PREVIOUS = re.compile(r"([^\s(\[]+)[\s\xa0]$")
_SMALL_START = re.compile(r"['’‘][stnm] [A-Z]|\(?\w{1,2}\) ")
"""Dutch ’s Avonds, and the letter of a list item: (a), b)."""

_DATE = re.compile(r"\d{4}\. ?\d{1,2}\. ?\d{1,2}\.$")
_LIST_START = re.compile(r"(?:[:：] ?[1a]|[;；] ?\w)\.$")
_CJK = later(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f]")
_JAPANESE_PARTICLE = later(
    r"と(?![てこき])|って|など|という|とか|で(?![もす])|の(?!ど)|を|に(?!ん)|が(?!ん)|は(?!い)|も(?!う)|、"
)
_CHINESE_SPEECH = later(r"[^，。！？：；“”、\s]{0,10}(?:[说說问問道喊叫答想]|回答|告诉.)[，。：！？,]|[，、；]")
_CHINESE_LINK = later(r"[都也等才却而的是就，、；]|还是")
_JAPANESE_END = later(r"[たすいなねよかうるだん。！？」』）]$")
_STEMS = later(r"(?:vitam|witam|h[eé]pat|epatit|витам|вітам|гепат|хепат|βιταμ|ηπατ)")
"""Nouns that take a letter in any language: vitamin C, hepatitis B."""

_LONGEST_UNKNOWN = 3
"""Letters of a word that may be an abbreviation nobody listed, where small letters follow its stop."""

_LONGEST_CUT = 5
"""The same if the word ends in a consonant, as what is cut short mostly does: ``comp.``, ``tabl.``."""

LONGEST_TRUSTED = 4
"""Letters of a word that `sentencex` alone takes for an abbreviation."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text where a sentence may end."""

    before: str
    """The sentence so far with the spaces behind it, or its end if it is long."""

    after: str
    """What follows: at least one letter or digit stands in the text behind it, perhaps further on."""

    proposed: bool
    """True if `sentencex` would end the sentence here."""

    danda: bool
    """True if sentences of the text mostly end with danda or Urdu stops: its full stops belong to abbreviations."""


def goes_on(place: Place, table: Abbreviations) -> bool:
    """Tell whether the sentence before `place` goes on behind it."""
    if not any(map(str.isalnum, place.after)):
        return True
    bare = place.before.rstrip(_TAIL_CLOSERS)
    if bare.endswith(("…", "..", "⋯")):
        return _after_ellipsis(bare, place)
    if bare.endswith(tuple(_STOP_MARKS)):
        return _after_stop(bare, place, table)
    if thai.is_thai(place.before.rstrip()[-1:]):
        return thai.goes_on(place.before, place.after)
    return _after_mark(bare, place, table)


def _after_ellipsis(bare: str, place: Place) -> bool:
    if not _CJK().match(place.after):
        return _starts_small(place.after) or not place.before.endswith(" ")
    said = bare.rstrip("…⋯.")
    if _has_kana(said) or _has_kana(place.after):
        return not _JAPANESE_END().search(said)
    return bool(_CHINESE_LINK().match(place.after))


def _after_mark(bare: str, place: Place, table: Abbreviations) -> bool:
    """Decide behind a question or exclamation mark, a danda, an ideographic stop."""
    closers = place.before.rstrip()[len(bare) :].strip()
    if _CJK().match(place.after):
        return _cjk_goes_on(place, closers)
    small = _starts_small(place.after)
    if not place.before.endswith(" ") and bare[-1:] in "!?" and place.after[0].isalnum():
        return True
    if small:
        # “Really?” he said: the quotation ended, the sentence did not. The same with a dash: — Why? — he said.
        # Nor does a sentence end at a face in its midst.
        dashes = place.after[0] in "–—-" or place.before.lstrip()[0] in "–—-"
        return bool(closers) or dashes or bare[-1:] > "\U0001f000"
    if bare[-1:] == "۔" and bare[:-1].rpartition(" ")[2] in table.never_end:
        return True
    return not _ANNOUNCED.search(place.before) and _caseless_speech(bare, closers, place.after)


def _caseless_speech(bare: str, closers: str, after: str) -> bool:
    """Tell whether a quoted question is followed by who asked it, in a script without capitals."""
    quoted = any(sign in _QUOTES for sign in closers)
    return quoted and bare[-1:] in "?!؟" and after[0].isalpha() and _caseless(after)


def _cjk_goes_on(place: Place, closers: str) -> bool:
    if not closers:
        return False
    if closers[-1] in ")）】]":
        # （A note.） is a sentence where it stands alone, and part of one (like this.) where it does not.
        opener = max(place.before.rfind(sign) for sign in "(（【[")
        return opener > 0
    if _has_kana(place.before) or _has_kana(place.after):
        return bool(_JAPANESE_PARTICLE().match(place.after))
    return bool(_CHINESE_SPEECH().match(place.after))


def _after_stop(bare: str, place: Place, table: Abbreviations) -> bool:
    """Tell whether the stop at the end of `bare` belongs to an abbreviation or a number inside a sentence."""
    found = _TOKEN.search(bare, bare.rfind(" ") + 1)
    token = found.group().rstrip(".．").strip("\"'’‘") if found else ""
    lead = bare[: found.start()] if found else bare
    if not token:
        return False
    if not place.before.endswith(" ") and (place.after[0].isdigit() or not _CJK().match(place.after)):
        return not (len(token) > len("ab") and token[-1:].islower() and place.after[0].isupper())
    if token.isdigit():
        return _after_number(token, lead, bare, place.after, table)
    if thai.is_thai(token[-1:]):
        return not thai.ends_with_unit(bare) or thai.goes_on(place.before, place.after)
    if _caseless(token) and place.danda:
        return True
    return _after_word(token, lead, bare, place, table)


def _after_word(token: str, lead: str, bare: str, place: Place, table: Abbreviations) -> bool:
    small = _starts_small(place.after)
    if _is_unit(token, lead):
        return small or _caseless(token)
    answers = (_listed(key, place.after, table, small=small) for key in _keys(token, bare))
    listed = next((answer for answer in answers if answer is not None), None)
    if listed is not None:
        return listed
    if _INITIALS.fullmatch(token) or (len(token) == 1 and token.isalpha()):
        named = not _stands_alone(token, lead, table)
        starts = _first_word(place.after) in table.starters and not small
        return bool(_INITIAL_NEXT.match(place.after)) or (named and not starts)
    return _after_unknown(token, place, small=small)


def _after_unknown(token: str, place: Place, *, small: bool) -> bool:
    if small:
        return len(token) <= _LONGEST_UNKNOWN or "." in token or not place.proposed or _is_cut(token, place)
    # What sentencex knows as an abbreviation counts, unless quotation marks may have led it astray.
    if place.proposed or not token.isalpha() or len(token) > LONGEST_TRUSTED or token.isupper():
        return False
    return place.before[-2:-1] in _STOP_MARKS and not any(sign in place.before for sign in _QUOTES + "„")


def _is_cut(token: str, place: Place) -> bool:
    """Tell whether a short `token` before a small letter is cut off, in a text that begins sentences with capitals."""
    return len(token) <= _LONGEST_CUT and bool(_ENDING.search(token)) and not _starts_small(place.before)


def _listed(key: str, after: str, table: Abbreviations, *, small: bool) -> bool | None:
    """Return what the table says about the abbreviation `key`; None if it is not there."""
    if key in table.never_end:
        return True
    if key in table.not_before_number:
        return small or bool(_NUMBER_NEXT.match(after))
    if key in table.end_before_capital:
        return small or _first_word(after) in table.calendar
    if key in table.end_before_starter:
        return small or _first_word(after) not in table.starters
    return None


def _keys(token: str, bare: str) -> list[str]:
    """Return the spellings under which a table may have the abbreviation, the longest first: ``i.d.r``, ``d.r``, ``r``.

    A capital alone is no abbreviation but an initial, whatever the table says about the small letter.
    """
    found = _SHORT_TOKENS.search(bare[-40:-1])
    parts = found.group().replace(" ", "").lower().split(".") if found else []
    keys = [".".join(parts[start:]) for start in range(len(parts))]
    keys = [key for key in keys if len(key) > len(token)]
    if len(token) > 1 or not token.isupper():
        keys += dict.fromkeys((token.lower(), _ELIDED.sub("", token.lower())))
    return keys


def _after_number(token: str, lead: str, bare: str, after: str, table: Abbreviations) -> bool:
    """Tell whether a number with a stop is an ordinal, part of a date, or the number of a list item in a sentence."""
    if _starts_small(after) or (_LIST_START.search(bare) and not after[0].isdigit()):
        return True
    short = len(token) <= len("31")
    if not table.ordinals:
        return False
    if after[0].isdigit():
        return short or len(token) == len("2024")
    word = _first_word(after)
    previous = _last_word(lead)
    announced = short and previous in table.before_ordinal and word not in table.starters
    return announced or word in table.calendar or bool(_DATE.search(bare))


def _is_unit(token: str, lead: str) -> bool:
    """Tell whether `token` is a unit behind its number: 8 h., 1950 г."""
    single = len(token) == 1 and (token.islower() or _caseless(token))
    return (single or token.lower() in _UNITS) and bool(_FIGURES.match(_last_word(lead)))


def _stands_alone(letter: str, lead: str, table: Abbreviations) -> bool:
    """Tell whether `letter` is a word (I) or belongs to the noun before it (vitamin C)."""
    noun = _last_word(lead)
    return letter == "I" or (len(letter) == 1 and (noun in table.lettered or bool(_STEMS().match(noun))))


def _last_word(text: str) -> str:
    found = _PREVIOUS.search(text[-60:])
    return found[1].lower().rstrip(",;") if found else ""


def _first_word(text: str) -> str:
    found = _FIRST_WORD.search(text)
    return found.group().lower() if found and not any(map(str.isdigit, text[: found.start()])) else ""


def _starts_small(after: str) -> bool:
    """Tell whether what follows begins without a capital, as no sentence does; `pH` has one."""
    if _SMALL_START.match(after):
        return False
    first = _FIRST_SIGN.match(after)
    if not first or not first[1].islower():
        return False
    word = _FIRST_WORD.match(after, first.start(1))
    return not word or word.group().islower()


def _caseless(text: str) -> bool:
    """Tell whether the first letter is of a script without capitals."""
    first = next(filter(str.isalpha, text), "a")
    return first.lower() == first.upper()


def _has_kana(text: str) -> bool:
    return any("\u3041" <= sign <= "\u30ff" and sign != "・" for sign in text)
