"""Plants harms in clean translations: one slip of a kind in each, chosen by a seeded generator.

The messages stand in ``safety_messages.txt``. A planter takes a source, its translation and a language, and returns the
translation with one slip that can harm a reader, or None where the message has nothing to spoil.
"""

import random
import re
from pathlib import Path

from pipeline.checks.safety.compare import compare
from pipeline.checks.safety.phones import local_numbers
from pipeline.checks.safety.text import normalise

MESSAGES = Path(__file__).with_name("safety_messages.txt")
LOCALES = {"ar": "ar", "de": "de", "es": "es", "fr": "fr", "ja": "ja", "pt": "pt-BR", "zh": "zh-Hans"}

ERRORS = frozenset({"T201", "T203", "T204", "T206", "T207", "T208", "T209", "T211", "T212", "T213", "T215", "T220"})
"""The rules that keep a message unpublished."""

UNITS = {
    "ar": [
        ("ملغ", "غ"),
        ("مل", "لتر"),
        ("ساعات", "أيام"),
        ("دقيقة", "ساعة"),
        ("أيام", "أسابيع"),
        ("أسابيع", "أشهر"),
        ("°C", "°F"),
    ],
    "de": [
        ("mg", "g"),
        ("ml", "l"),
        ("Stunden", "Tage"),
        ("Minuten", "Stunden"),
        ("Tage", "Wochen"),
        ("Wochen", "Monate"),
        ("°C", "°F"),
        ("Mikrogramm", "Milligramm"),
    ],
    "es": [
        ("mg", "g"),
        ("ml", "l"),
        ("horas", "días"),
        ("minutos", "horas"),
        ("semanas", "meses"),
        ("°C", "°F"),
        ("microgramos", "miligramos"),
    ],
    "fr": [
        ("mg", "g"),
        ("mL", "L"),
        ("heures", "jours"),
        ("minutes", "heures"),
        ("semaines", "mois"),
        ("°C", "°F"),
        ("microgrammes", "milligrammes"),
    ],
    "ja": [
        ("mg", "g"),
        ("mL", "L"),
        ("時間", "日"),
        ("分間", "時間"),
        ("週間", "日間"),
        ("°C", "°F"),
        ("マイクログラム", "ミリグラム"),
    ],
    "pt": [
        ("mg", "g"),
        ("mL", "L"),
        ("horas", "dias"),
        ("minutos", "horas"),
        ("semanas", "meses"),
        ("°C", "°F"),
        ("microgramas", "miligramas"),
    ],
    "zh": [
        ("毫克", "克"),
        ("毫升", "升"),
        ("小时", "天"),
        ("分钟", "小时"),
        ("周", "个月"),
        ("°C", "°F"),
        ("微克", "毫克"),
    ],
}
NEGATIONS = {
    "ar": re.compile(r"(?<!\w)(لا |ليس |ليست |لم |تجنب |من دون )(?!\w* *بأس)"),
    "de": re.compile(r"( nicht| niemals|keine[nr]? |kein |[Oo]hne |Nicht | nichts)"),
    "es": re.compile(r"\b([Nn]o |[Nn]unca |[Ee]vite |sin )"),
    "fr": re.compile(r"\b([Nn]e |[Nn]’|[Éé]vitez |sans |jamais )"),
    "ja": re.compile(r"(しない(?=で)|ない(?=で)|避けて|ずに|ません|てはいけません)"),
    "pt": re.compile(r"\b([Nn]ão |[Nn]unca |[Ee]vite |sem )"),
    "zh": re.compile(r"(请勿|不要|切勿|避免|不得|不会|没有|不超过)"),
}
_COMPANIONS = {
    "fr": [(r"\b(?:pas|jamais) ?", ""), (r"\brien\b", "une chose"), (r"\baucun\b", "un")],
    "es": [(r"\bni\b", "o"), (r"\bnada\b", "algo")],
    "pt": [(r"\bnem\b", "ou"), (r"\bnada\b", "algo")],
    "ar": [(r"ولا ", "و")],
}
"""Words that stand with *not* in a language, and what they become without it."""

ADDED = {
    "ar": ("تناول ", "لا تتناول "),
    "de": (" Sie ", " Sie nicht "),
    "es": ("Tome ", "No tome "),
    "fr": ("Prenez ", "Ne prenez pas "),
    "ja": ("飲みます", "飲みません"),
    "pt": ("Tome ", "Não tome "),
    "zh": ("服", "不服"),
}
FREQUENCIES = {
    "ar": [("يوميًا", "أسبوعيًا"), ("في اليوم", "في الأسبوع"), ("في الأسبوع", "في اليوم")],
    "de": [("täglich", "wöchentlich"), ("am Tag", "pro Woche"), ("pro Woche", "am Tag")],
    "es": [("al día", "a la semana"), ("a la semana", "al día"), ("por semana", "al día")],
    "fr": [("par jour", "par semaine"), ("par semaine", "par jour")],
    "ja": [("1日", "1週間に"), ("週に", "1日"), ("毎日", "毎週")],
    "pt": [("ao dia", "por semana"), ("por dia", "por semana"), ("por semana", "ao dia")],
    "zh": [("每天", "每周"), ("每周", "每天")],
}
_AFTER_UNIT = {**dict.fromkeys(LOCALES, r"(?![^\W\d_])"), "ja": "(?![a-zA-Z])", "zh": "(?![a-zA-Z])"}
"""What must not follow a unit, so that it is a whole word."""

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{1,3})*")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)(\s*(?:-|–|～|bis|à|a|至|إلى|y|et|e|und)\s*|- bis )(\d+(?:[.,]\d+)?)")
_PHONE = re.compile(r"[\d][\d -]{7,}\d|(?<!\d)(?:112|15|192|119|120|123)(?!\d)")


def messages():
    """Yield the messages, each a mapping of languages to texts."""
    for block in MESSAGES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split(" ", 1) for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield dict(lines)


def plant_dose(_source, target, _language, rng):
    """Change one number: a digit lost, doubled or changed, the decimal sign dropped."""
    spots = [found for found in _NUMBER.finditer(target) if ":" not in target[found.start() - 1 : found.end() + 1]]
    spots = [found for found in spots if not _PHONE.fullmatch(found[0])]
    spots = [
        found
        for found in spots
        if not (found.start() and target[found.start() - 1].isascii() and target[found.start() - 1].isalpha())
    ]
    if not spots:
        return None
    spot = rng.choice(spots)
    digits = spot[0]
    longer = digits if re.search(r"[.,]\d{1,2}$", digits) else digits + "0"
    choices = [longer, digits.replace(digits[0], str(int(digits[0]) % 9 + 1), 1)]
    if len(re.sub(r"\D", "", digits)) > 1 and digits.endswith("0"):
        choices.append(digits[:-1])
    if re.fullmatch(r"\d+[.,]\d{1,2}", digits):
        choices.append(re.sub(r"\D", "", digits).lstrip("0"))
    choice = rng.choice(choices)
    return target[: spot.start()] + choice + target[spot.end() :] if choice != digits else None


def plant_unit(_source, target, language, rng):
    """Swap one unit that follows a number for another."""
    spots = [
        (found.start(1), found.end(1), other)
        for unit, other in UNITS[language]
        for found in re.finditer(rf"\d[\s\u00a0]?({re.escape(unit)}){_AFTER_UNIT[language]}", target)
    ]
    if not spots:
        return None
    start, end, other = rng.choice(spots)
    return target[:start] + other + target[end:]


def plant_range(source, target, _language, rng):
    """Turn a range round, or lose one of its ends."""
    if not re.search(r"\d (?:to|and) \d", source):
        return None
    spots = list(_RANGE.finditer(target))
    if not spots:
        return None
    spot = rng.choice(spots)
    low, between, high = spot.groups()
    changed = rng.choice([high + between + low, low, high, low + high])
    return target[: spot.start()] + changed + target[spot.end() :]


def _without(text, found, language):
    text = text[: found.start()] + text[found.end() :]
    for word, other in _COMPANIONS.get(language, ()):
        text = re.sub(word, other, text)
    return text


def plant_negation(source, target, language, rng):
    """Drop a word for *not*; or, where there is none, add one."""
    if re.search(r"\b(?:not|never|no|without|avoid|cannot)\b", source, re.IGNORECASE):
        spots = list(NEGATIONS[language].finditer(target))
        found = rng.choice(spots) if len(spots) == 1 else None
        return _without(target, found, language) if found else None
    old, new = ADDED[language]
    if not re.search(r"\b(?:only|not)\b", source) and target.count(old) == 1 and source.startswith("Take"):
        return target.replace(old, new, 1)
    return None


def plant_phone(source, target, language, rng):
    """Change one digit of a telephone number, or swap two."""
    if not re.search(r"[Cc]all|\d{3}-\d{4}", source):
        return None
    spots = list(_PHONE.finditer(target))
    if not spots:
        return None
    spot = rng.choice(spots)
    digits = list(spot[0])
    place = rng.choice([number for number, sign in enumerate(digits) if sign.isdigit()])
    digits[place] = str((int(digits[place]) + rng.randint(2, 7)) % 10)
    changed = "".join(digits)
    if changed in local_numbers(LOCALES[language]) or changed in re.findall(r"\d+", source):
        return None
    return target[: spot.start()] + changed + target[spot.end() :]


def plant_frequency(source, target, language, rng):
    """Swap a day for a week."""
    spots = [(old, new) for old, new in FREQUENCIES[language] if old in target]
    if not spots or not re.search(r"\b(?:a|each|per|once a|times a) (?:day|week)\b|daily", source):
        return None
    return target.replace(*rng.choice(spots))


PLANTERS = {
    "dose": plant_dose,
    "unit": plant_unit,
    "range": plant_range,
    "negation": plant_negation,
    "phone": plant_phone,
    "frequency": plant_frequency,
}


def planted(seed=2026, rounds=3):
    """Yield family, language, source, clean translation and spoiled translation, each once."""
    rng = random.Random(seed)  # noqa: S311 - for tests, not for secrets
    seen = set()
    for message in messages():
        source = message["en"]
        for language in LOCALES:
            for family, plant in PLANTERS.items():
                for _ in range(rounds):
                    target = message[language]
                    spoiled = plant(source, target, language, rng)
                    if spoiled and normalise(spoiled) != normalise(target) and (source, spoiled) not in seen:
                        seen.add((source, spoiled))
                        yield family, language, source, target, spoiled


def codes(source, target, language):
    """The rules that report a translation."""
    return {slip.code for slip in compare(source, target, "en", LOCALES[language])}
