"""Plants one slip of a kind in translations: in markup, writing, characters and words.

As in `safety_planter`, a planter takes a source, its translation and a language, and returns the translation with one
slip, or None where there is nothing to spoil. Messages without markup come from ``safety_messages.txt``.
"""

import random
import re
import unicodedata
from itertools import islice
from pathlib import Path

from .safety_planter import LOCALES, messages

MARKUP = Path(__file__).with_name("markup_messages.txt")
_PLAIN = 40
"""So many of the messages without markup are spoiled too."""

TERMS = {
    "ar": ("شريان", "الوريد"),
    "de": ("Arterie", "Vene"),
    "es": ("arteria", "vena"),
    "fr": ("artère", "veine"),
    "ja": ("動脈", "静脈"),
    "pt": ("artéria", "veia"),
    "zh": ("动脉", "静脉"),
}
"""The word of the glossary for an artery, and a wrong one."""

_OTHER_LANGUAGE = {"ar": "fa", "de": "nl", "es": "pt", "fr": "es", "ja": "zh", "pt": "es", "zh": "ja"}
_FOREIGN = "این دارو را هر روز با یک لیوان آب بخورید و اگر حالتان بد شد از پزشک خود بپرسید."
_DUTCH = "Neem dit geneesmiddel elke dag met een glas water en vraag uw arts om raad als u zich ziek voelt."
_LONG = 45
_OVERRIDES = "\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_INVISIBLE = "\u200b\ufeff\u00ad\u2060"
_HOMOGLYPHS = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х"}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]*)\)")
_BRACKETS = re.compile(r"[()（）]")
_QUOTES = re.compile("[“”„«»「」]")


def markup_messages():
    """Yield the messages with markup, each a mapping of languages to texts."""
    for block in MARKUP.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split(" ", 1) for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield {language: text.replace("\\n", "\n") for language, text in lines}


def _inside(text, rng):
    """Return a place inside a text, at a space if it has any."""
    spaces = [place for place, sign in enumerate(text) if sign == " " and text[place - 1].isalpha()]
    return rng.choice(spaces or range(1, len(text) - 1))


def _insert(text, signs, rng):
    place = _inside(text, rng)
    return text[:place] + rng.choice(signs) + text[place:]


def _without(text, pattern, rng):
    spots = list(re.finditer(pattern, text))
    if not spots:
        return None
    spot = rng.choice(spots)
    return text[: spot.start()] + text[spot.end() :]


def plant_link_swapped(_source, target, _language, _rng):
    links = [link for link in _LINK.findall(target) if not link[0]]
    if len(links) < 2:
        return None
    one, other = links[0][2], links[1][2]
    return target.replace(f"({one})", "(\0)").replace(f"({other})", f"({one})").replace("(\0)", f"({other})")


def plant_link_lost(_source, target, _language, _rng):
    found = _LINK.search(target)
    return target.replace(found[0], found[2]) if found and not found[1] else None


def plant_link_changed(_source, target, _language, _rng):
    found = _LINK.search(target)
    return target.replace(found[3], found[3].replace("first", "frist").replace("www.", "w3.")) if found else None


def plant_anchor(_source, target, _language, _rng):
    return target.replace("#blisters", "#burns") if "#blisters" in target else None


def plant_markup(_source, target, _language, rng):
    """Lose one half of a mark, or set a space between the two halves of a link."""
    if "](" in target and rng.random() < 0.5:
        return target.replace("](", "] (", 1)
    return _without(target, r"\*\*|(?<!\*)\*(?!\*)|`", rng)


def plant_placeholder(_source, target, _language, rng):
    if "{name}" not in target:
        return None
    return target.replace("{name}", rng.choice(["", "{Name}", "name", "{nom}"]))


def plant_override(_source, target, _language, rng):
    return _insert(target, _OVERRIDES, rng)


def plant_isolate(_source, target, _language, rng):
    return _insert(target, _ISOLATES, rng)


def plant_invisible(_source, target, _language, rng):
    letters = [place for place in range(1, len(target)) if target[place - 1 : place + 1].isalpha()]
    if not letters or any(sign in target for sign in "[{<`"):
        return None
    place = rng.choice(letters)
    return target[:place] + rng.choice(_INVISIBLE) + target[place:]


def plant_language(message, language):
    other = _OTHER_LANGUAGE[language]
    long = message.get(other, "").count("") > _LONG or other in {"ja", "zh"}
    return message[other] if other in message and long else {"fa": _FOREIGN, "nl": _DUTCH}.get(other)


def plant_script(message, language):
    return message["ar" if language in {"zh", "ja"} else "zh"]


def plant_untranslated(source, target, _language, _rng):
    # What is all in the code or in placeholders has nothing to translate.
    return source if source != target and len(source) > 20 else None


def plant_blank(_source, _target, _language, rng):
    return rng.choice(["\u00a0", "…", "-", "\u200b"])


def plant_repeated(_source, target, language, rng):
    words = list(re.finditer(r"(?<!\S)[^\W\d_]{2,}(?= )", target))
    if language in {"ja", "zh"} or not words:
        return None
    word = rng.choice(words)
    return f"{target[: word.end()]} {word[0]}{target[word.end() :]}"


def plant_question(source, target, _language, _rng):
    if not source.endswith("?"):
        return None
    return re.sub(r"か。$", "。", target).translate(dict.fromkeys(map(ord, "¿"))).rstrip("?？؟ \u202f") + (
        "" if target.endswith("。") else "."
    )


def plant_bracket(_source, target, _language, rng):
    return None if "[" in target else _without(target, _BRACKETS, rng)


def plant_quote(_source, target, _language, rng):
    return _without(target, _QUOTES, rng)


def plant_term(source, target, language, _rng):
    old, new = TERMS[language]
    return target.replace(f"ال{old}" if language == "ar" else old, new) if "artery" in source else None


def plant_composition(_source, target, _language, _rng):
    spoiled = unicodedata.normalize("NFD", target)
    return spoiled if spoiled != target else None


def plant_homoglyph(_source, target, language, rng):
    if language in {"ar", "ja", "zh"} or "[" in target or "{" in target:
        return None
    spots = [place for place, sign in enumerate(target) if sign in _HOMOGLYPHS and target[place - 1].isalpha()]
    if not spots:
        return None
    place = rng.choice(spots)
    return target[:place] + _HOMOGLYPHS[target[place]] + target[place + 1 :]


def plant_html(_source, target, _language, rng):
    """Add HTML that can do harm."""
    bad = ('<script src="https://x.example/a.js"></script>', '<img src="x" onerror="alert(1)">', "<iframe></iframe>")
    return target + rng.choice(bad)


def plant_tag(_source, target, _language, rng):
    return _without(target, "</?strong>", rng)


def plant_alternative(_source, target, _language, _rng):
    found = _LINK.search(target)
    return target.replace(found[2], "") if found and found[1] else None


def plant_footnote(_source, target, _language, rng):
    return target.replace("[^1]", rng.choice(["", "[^2]", "[^ 1]"])) if "[^1]" in target else None


def plant_break(_source, target, _language, _rng):
    return target.replace("  \n", " ") if "\n" in target else None


def plant_code(_source, target, _language, rng):
    return target.replace("`HELP`", rng.choice(["`HILFE`", "HELP", "`HLEP`"])) if "`HELP`" in target else None


PLANTERS = {
    "link swapped": plant_link_swapped,
    "link lost": plant_link_lost,
    "link changed": plant_link_changed,
    "anchor": plant_anchor,
    "markup": plant_markup,
    "placeholder": plant_placeholder,
    "footnote": plant_footnote,
    "line break": plant_break,
    "code": plant_code,
    "unsafe HTML": plant_html,
    "HTML tag": plant_tag,
    "alternative": plant_alternative,
    "bidi override": plant_override,
    "bidi isolate": plant_isolate,
    "zero width": plant_invisible,
    "untranslated": plant_untranslated,
    "blank": plant_blank,
    "repeated word": plant_repeated,
    "question lost": plant_question,
    "bracket": plant_bracket,
    "quote": plant_quote,
    "term": plant_term,
    "not NFC": plant_composition,
    "homoglyph": plant_homoglyph,
}
WHOLE = {"wrong language": plant_language, "wrong script": plant_script}
FAMILIES = (*PLANTERS, *WHOLE)


def _spoiled(message, language, rng):
    for family, plant in PLANTERS.items():
        yield family, plant(message["en"], message[language], language, rng)
    for family, swap in WHOLE.items():
        yield family, swap(message, language)


def planted(seed=2026, plain=_PLAIN):
    """Yield family, language, source, clean translation and spoiled translation, each once."""
    rng = random.Random(seed)  # noqa: S311 - for tests, not for secrets
    seen = set()
    for message in (*markup_messages(), *islice(messages(), plain)):
        for language in LOCALES:
            for family, spoiled in _spoiled(message, language, rng):
                each = (family, language, message["en"], message[language], spoiled)
                if spoiled is not None and spoiled != message[language] and each not in seen:
                    seen.add(each)
                    yield each
