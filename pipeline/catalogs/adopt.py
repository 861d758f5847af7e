"""Fill a catalog from an article that somebody already translated; all of it is fuzzy until it was reviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.catalogs.adopt_match import Match, match
from pipeline.catalogs.adopt_traits import target_name
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key, Segment

THRESHOLD = 0.95
"""The least confidence of a pair that goes into a catalog."""

_WORTH_TELLING = 0.3
"""Less sure pairs are chance."""

_ADDRESS = re.compile(r"(?<=\]\()<?([^()\s>]+)>?(?=[^()]*\))")

_SPACELESS_END = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff65]$")
"""After Chinese and Japanese no space follows."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment of the article, and the text that probably translates it."""

    source: Segment
    target: tuple[Segment, ...]
    confidence: float

    @property
    def text(self) -> str:
        """The translation, with the addresses of the original."""
        space = "" if _SPACELESS_END.search(self.target[0].text) else " "
        return _with_addresses(space.join(segment.text for segment in self.target), self.source.text)


@dataclass(slots=True)
class Adoption:
    """What became of a translated article."""

    catalog: Catalog
    adopted: list[Pair] = field(default_factory=list)
    unsure: list[Pair] = field(default_factory=list)
    """Below the threshold; their messages stay empty."""

    kept: list[Pair] = field(default_factory=list)
    """Messages that had another translation already; it stays."""

    empty: list[Segment] = field(default_factory=list)
    """Segments of the article that nothing was found for."""

    unused: list[Segment] = field(default_factory=list)
    """Segments of the translation that were not used."""


def adopt(
    catalog: Catalog, source: Sequence[Segment], target: Sequence[Segment], file: str, threshold: float = THRESHOLD
) -> Adoption:
    """Return `catalog` with its missing messages filled from `target`, the segments of a translation of `source`.

    Each filled message is fuzzy, and a comment tells its confidence and `file`. A translation that is there stays.
    """
    result = Adoption(catalog.with_messages([message.copy() for message in catalog]))
    messages = result.catalog.by_key()
    pairs = [_pair(each, source, target) for each in match(source, target)]
    used: set[int | None] = set()
    filled: set[Key] = set()
    for pair in sorted(pairs, key=lambda each: -each.confidence):
        message = messages.get(pair.source.key)
        if message is None or pair.source.key in filled:
            continue
        if message.begun and pair.confidence >= threshold:
            used.update(map(id, pair.target))
            if message.msgstr != pair.text:
                result.kept.append(pair)
        elif not message.begun and pair.confidence >= threshold and not message.plural:
            used.update(map(id, pair.target))
            _fill(message, pair, file)
            result.adopted.append(pair)
            filled.add(pair.source.key)
        elif not message.begun and pair.confidence >= _WORTH_TELLING:
            result.unsure.append(pair)
    _left_over(result, source, target, used)
    return result


def _pair(found: Match, source: Sequence[Segment], target: Sequence[Segment]) -> Pair:
    return Pair(source[found.source], tuple(target[j] for j in found.target), found.confidence)


def _fill(message: Message, pair: Pair, file: str) -> None:
    message.msgstr = pair.text
    message.translator_comments.append(f"adopted: {min(pair.confidence, 0.99):.2f} from {file}")
    if not message.fuzzy:
        message.flags.insert(0, "fuzzy")


def _left_over(result: Adoption, source: Sequence[Segment], target: Sequence[Segment], used: set[int | None]) -> None:
    """Put everything into the order of the article, and note what has no pair."""
    order = {id(segment): index for index, segment in enumerate(source)}
    messages = result.catalog.by_key()
    done = {pair.source.key for pair in result.adopted}
    result.unsure = [pair for pair in result.unsure if pair.source.key not in done]
    for pairs in (result.adopted, result.unsure, result.kept):
        pairs.sort(key=lambda pair: order[id(pair.source)])
    told = {pair.source.key for pair in result.unsure}
    missing = {s.key: s for s in source if (m := messages.get(s.key)) and not m.begun and s.key not in told}
    result.empty = list(missing.values())
    result.unused = [segment for segment in target if id(segment) not in used]


def _with_addresses(text: str, original: str) -> str:
    """Return `text` with the addresses that the original uses for the same places."""
    known: dict[str, str] = {target_name(address): address for address in _ADDRESS.findall(original)}
    return _ADDRESS.sub(lambda found: known.get(target_name(found[1]), str(found[1])), text)
