"""Lines that say who made an article, when and where → front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.article.importing.blocks import Block, Draft, Kind, Remark

_ROLES = {
    "author": r"authors?|written by",
    "editors": r"editors?|edited by|(?:medical |managing |senior |associate )?editors?",
    "illustrator": r"illustrat(?:ors?|ions?|ed by)(?: by)?",
    "copyeditor": r"copy[- ]?edit(?:ors?|ed by)|proofread(?:er|ing by)",
    "reviewers": r"(?:(?:medical(?:ly)?|clinical(?:ly)?|expert) )?review(?:ers?|ed by)|fact[- ]checked by",
    "translators": r"translat(?:ors?|ed by)",
}
_ROLE = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _ROLES.items()), re.IGNORECASE)
_LINE = re.compile(r"([A-Za-z][A-Za-z -]{1,40}?)\s*[:：]\s*(\S.*)")
_BY = re.compile(r"((?:[A-Za-z]+[ -]){0,2}by) (?!the\b)([^\W\d_].*)", re.IGNORECASE)
_MODIFIED = re.compile(r"(?:last )?(?:modified|updated?|revised)(?: on)?", re.IGNORECASE)
_DATED = re.compile(r"((?:last )?(?:modified|updated|revised))(?: on)? (\S.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_ADDRESS_LABEL = re.compile(r"source|url|original(?: article)?", re.IGNORECASE)
_ON_DATE = re.compile(r",?\s+(?:on|—|–|-)\s+(?=\S*\d|[A-Z][a-z]+ \d)", re.IGNORECASE)
_LONGEST = 200
_NAME = re.compile(r"(?:[^\W\d_]|['’.-])+(?: (?:[^\W\d_]|['’.&-])+){0,7}")
_LETTERS_AFTER_NAME = re.compile(
    r"(?:[A-Z]{2,6}|(?:[A-Z][a-z]?\.){2,4}|Ph\.?D\.?|Pharm\.?D|Psy\.?D|D\.?Phil|M\.?Sc|B\.?Sc|M[Ee]d|Jr\.?|Sr\.?|II|III)"
    r"(?:[ -][A-Z]{1,6})?(?: \([A-Za-z]+\))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T.*)?"),
    re.compile(r"(?P<d>\d{1,2})\.? (?P<m>[A-Za-z]{3,9})\.?,? (?P<y>\d{4})"),
    re.compile(r"(?P<m>[A-Za-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
)


@dataclass(slots=True)
class Credits:
    """What an article says about its own making."""

    names: dict[str, list[str]] = field(default_factory=dict)
    """Names by role, in the order in which they were met."""

    publisher: str = ""
    modified: dt.date | None = None
    url: str = ""

    def __bool__(self) -> bool:
        return bool(self.names or self.publisher or self.modified or self.url)


def begins_credit(line: str) -> bool:
    """Tell whether a line begins like one that says who made the article, or when."""
    label, _ = _label_and_value(line)
    return bool(_ROLE.fullmatch(label) or _MODIFIED.fullmatch(label) or _ADDRESS_LABEL.fullmatch(label))


def take_credits(draft: Draft) -> Credits:
    """Take the lines of credits out of `draft`; what could not be understood is noted, or stays in the text."""
    made_by = Credits()
    draft.blocks = [block for block in draft.blocks if not _take(block, draft, made_by)]
    if draft.author and "author" not in made_by.names:
        made_by.names["author"] = split_names(draft.author)
    made_by.publisher = made_by.publisher or draft.site
    made_by.url = made_by.url or draft.url
    return made_by


def _take(block: Block, draft: Draft, made_by: Credits) -> bool:
    """Read one block; return whether nothing of it has to stay in the text."""
    words = block.words
    if block.kind not in {Kind.LINE, Kind.PARAGRAPH, Kind.HEADING} or len(words) > _LONGEST:
        return False
    label, value = _label_and_value(words)
    takers: tuple[Callable[[], bool], ...] = (
        lambda: _names(label, value, block, draft, made_by),
        lambda: _date(label, value, block, draft, made_by),
        lambda: _place(label, value, made_by),
    )
    return bool(label) and any(take() for take in takers)


def _label_and_value(words: str) -> tuple[str, str]:
    found = _LINE.fullmatch(words) or _BY.fullmatch(words) or _DATED.fullmatch(words)
    return (found[1], found[2]) if found else ("", "")


def _names(label: str, value: str, block: Block, draft: Draft, made_by: Credits) -> bool:
    role = _ROLE.fullmatch(label)
    name = role.lastgroup if role else "author" if label.lower() == "by" else None
    if name is None:
        return False
    people, *rest = _ON_DATE.split(value, maxsplit=1)
    names = split_names(people)
    if not all(_NAME.fullmatch(each.split(",")[0]) and each[0].isupper() for each in names):
        return False
    made_by.names.setdefault(name, []).extend(names)
    if rest:
        what = f"dropped: {rest[0]} (the date of {label}: there is no place for it in the front matter)"
        draft.remarks.append(Remark(block.line, what))
    return True


def _date(label: str, value: str, block: Block, draft: Draft, made_by: Credits) -> bool:
    if not _MODIFIED.fullmatch(label) or not any(map(str.isdigit, value)):
        return False
    date = read_date(value)
    if date is None:
        draft.drop(block, "a date that may mean several days; write it as modified: YYYY-MM-DD below basis:")
    elif made_by.modified not in {None, date}:
        draft.drop(block, f"another date than {made_by.modified}, which stands above it")
    else:
        made_by.modified = date
    return True


def _place(label: str, value: str, made_by: Credits) -> bool:
    if label.lower() in {"publisher", "published by"} and made_by.publisher in {"", value}:
        made_by.publisher = value
        return True
    if _ADDRESS_LABEL.fullmatch(label) and _ADDRESS.fullmatch(value) and made_by.url in {"", value}:
        made_by.url = value
        return True
    return False


def split_names(text: str) -> list[str]:
    """Return the names in ``A B, C D, MD, and E F``; letters after a name stay with it."""
    if ";" in text:
        return [name.strip() for name in text.split(";") if name.strip()]
    names: list[str] = []
    for part in filter(None, map(str.strip, re.split(r",| and | & ", text))):
        name = part.removeprefix("and ")
        if names and _LETTERS_AFTER_NAME.fullmatch(name):
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names


def read_date(text: str) -> dt.date | None:
    """Return the day that `text` names, or None if it may mean several (``03/04/2024``) or none."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text.strip(" .")):
            month = int(found["m"]) if found["m"].isdigit() else _month(found["m"])
            try:
                return dt.date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                return None
    return None


def _month(name: str) -> int:
    """Return the number of a month's English name, or 0."""
    return _MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in _MONTHS else 0
