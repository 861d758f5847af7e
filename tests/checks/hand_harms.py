"""Harms made by hand: clean translations and what one slip makes of each, read from ``hand_messages.txt``."""

import re
from pathlib import Path

MESSAGES = Path(__file__).with_name("hand_messages.txt")
_SLIP = re.compile(r"(\w+)! (\w+): (.+) => (.+)")


def blocks():
    """Yield each source with its clean translations, by language, and its slips: language, family, old, new."""
    for block in MESSAGES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            texts = dict(line.split(" ", 1) for line in lines if line[2] == " ")
            yield texts.pop("en"), texts, [_SLIP.fullmatch(line).groups() for line in lines if line[2] == "!"]


def clean():
    """Yield language, source and clean translation."""
    for source, texts, _ in blocks():
        yield from ((language, source, target) for language, target in texts.items())


def harms():
    """Yield family, language, source, clean translation and spoiled translation."""
    for source, texts, slips in blocks():
        for language, family, old, new in slips:
            target = texts[language]
            assert target.count(old) == 1, f"{language}: {old}"
            yield family, language, source, target, target.replace(old, new)
