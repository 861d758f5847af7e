"""A page as a browser shows it: what was measured, by the name of the rule that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.audit.language import in_other_letters, runs_backwards

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
"""A script whose value is an object of functions that measure."""

AXE_RUN = """async () => {
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]))
    const result = await axe.run(document, {rules, resultTypes: ["violations"]})
    return result.violations.flatMap(({id, tags, help, nodes}) => nodes.map(node => ({
        id, tags, help, selector: node.target.flat().join(" "), text: node.html.slice(0, 120)
    })))
}"""
"""Runs every rule of axe-core, those included that its makers leave off at first."""


class Mode(NamedTuple):
    """One way in which a reader may look at a page."""

    name: str
    width: int
    height: int
    dark: bool = False
    forced: bool = False
    """Whether the reader's own colours take the place of all others."""


MODES = (
    Mode("light", 1280, 800),
    Mode("dark", 1280, 800, dark=True),
    Mode("forced colours", 1280, 800, forced=True),
    Mode("320 pixels wide", 320, 256),
)

_CONTRAST = {"color-contrast": "live-contrast", "color-contrast-enhanced": "live-contrast-enhanced"}
_ADVICE = frozenset({"best-practice", "experimental"})
_NODE = re.compile(r"""( *)- '?(\w+)(?: "(?:[^"\\]|\\.)*")?((?: \[[^]]*])*)""")
"""A line of an accessibility snapshot: how deep it stands, its role, its name, and attributes like ``[level=2]``."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on a page."""

    selector: str
    """A CSS selector of the element; empty for the page as a whole."""

    text: str = ""
    told: str = ""
    """What was measured."""


@dataclass(slots=True)
class Sight:
    """One page, as a browser showed it."""

    path: str
    """Below the folder of the audit, with forward slashes."""

    spots: dict[str, dict[Spot, list[str]]] = field(default_factory=dict)
    """By the name of a rule: places, and the modes in which they were found."""

    tree: tuple[str, ...] = ()
    """The shape of the accessibility tree of the article, or of the main part: roles, levels and depths."""

    def add(self, name: str, measured: Iterable[Mapping[str, str]], mode: str = "") -> None:
        """Keep places that the script measured."""
        for each in measured:
            self._put(name, Spot(each["selector"], each.get("text", ""), each.get("told", "")), mode)

    def add_axe(self, violations: Iterable[Mapping[str, Any]], mode: Mode) -> None:
        """Keep what axe-core found."""
        for each in violations:
            name = _CONTRAST.get(each["id"]) or ("live-advice" if _ADVICE & set(each["tags"]) else "live-axe")
            if not (mode.forced and each["id"] in _CONTRAST):  # these are the reader's own colours
                self._put(name, Spot(each["selector"], each["text"], f"{each['id']}: {each['help']}"), mode.name)

    def add_runs(self, runs: Iterable[Mapping[str, str]]) -> None:
        """Keep what runs of text tell about their language and direction, as they are computed."""
        blocks: dict[tuple[str, str], str] = {}
        for run in runs:
            place = run["block"], run["direction"]
            blocks[place] = blocks.get(place, "") + run["text"]
            if in_other_letters(run["text"], run["lang"]):
                told = f"the text is not in the letters of {run['lang']}"
                self._put("live-script", Spot(run["selector"], run["text"].strip()[:120], told), "")
        for (selector, direction), text in blocks.items():
            if runs_backwards(text, direction):
                told = f"its letters run the other way than the computed direction, {direction}"
                self._put("live-direction", Spot(selector, text.strip()[:120], told), "")

    def _put(self, name: str, spot: Spot, mode: str) -> None:
        modes = self.spots.setdefault(name, {}).setdefault(spot, [])
        if mode and mode not in modes:
            modes.append(mode)


def shape(snapshot: str) -> tuple[str, ...]:
    """Return the shape of an accessibility tree, from a snapshot as Playwright writes it: no names, no words."""
    found = (_NODE.match(line) for line in snapshot.split("\n") if not line.lstrip().startswith("- /"))
    return tuple(f"{node[1]}{node[2]}{node[3]}" for node in found if node and node[2] != "text")


def wrong_stops(count: int, met: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield which of `count` stops of the Tab key are out of order, and how; `met` are their numbers as it met them."""
    for before, at in pairwise(met):
        if at == before and count > 1:  # the only one follows itself
            yield at, "the Tab key does not leave it"
        elif at < before:
            yield at, "the Tab key comes back to it, or meets it too late"
    for at in sorted(set(range(count)) - set(met)):
        yield at, "the Tab key never meets it"
