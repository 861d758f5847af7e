"""Which language the workbench speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.locale import Locale

_WEIGHT = re.compile(r"\s*;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*$")


def interface_language(wanted: str, accepted: str, known: Sequence[Locale]) -> Locale:
    """Return the language of the workbench: the one that is `wanted` by name, or else the best that is `accepted`.

    `accepted` is an ``Accept-Language`` header (RFC 9110, 12.5.4); the first of the `known` ones is for all others.
    """
    for locale in known:
        if locale.name == wanted:
            return locale
    for tag in _by_weight(accepted):
        language = tag.partition("-")[0]
        found = [each for each in known if each.tag.lower() == tag]
        found += [each for each in known if each.tag.lower().partition("-")[0] == language]
        if found:
            return found[0]
    return known[0]


def _by_weight(accepted: str) -> list[str]:
    """Return the tags of the header, the most wanted first."""
    weighed: list[tuple[float, str]] = []
    for item in accepted.split(","):
        weight = _WEIGHT.search(item)
        tag = item[: weight.start()] if weight else item
        if tag.strip() and (weight is None or float(weight[1])):
            weighed.append((float(weight[1]) if weight else 1.0, tag.strip().lower()))
    return [tag for _, tag in sorted(weighed, key=lambda pair: -pair[0])]
