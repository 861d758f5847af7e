"""Bytes of one source file → `Article`: YAML front matter between two ``---`` lines, then Markdown."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import dataclass
from typing import Any

import yaml

from pipeline.article.limits import beyond, too_large
from pipeline.article.periods import months_later, read_months
from pipeline.errors import InputError, raise_all
from pipeline.model import FALLBACK, FIND, HIDDEN, KEEP, LINKS, SHOWN, Article, Basis

FENCE = "---"
KEYS = (
    "title",
    "description",
    "summary",
    "reviewed",
    "review-due",
    "review-every",
    "authors",
    "basis",
    "stale",
    "glossary",
    "reading-level",
)
BASIS_KEYS = ("title", "publisher", "url", "modified")

# A comment of YAML for translators, and a key that it may stand above.
_COMMENT = re.compile(r"[ \t]*#[ \t]*(translators?|context):[ \t]*(.*?)[ \t]*", re.IGNORECASE)
_KEY = re.compile(r"([A-Za-z]\w*)[ \t]*:")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
CREDIT_ROLES = ("author", "editors", "illustrator", "copyeditor", "reviewers", "translators")


def read_article(data: bytes, path: str, domain: str) -> Article:
    """Return the article in `data`, the content of the file `path`.

    Raises `InputErrors` with every fault of the front matter, and everything that is too large, with its line.
    """
    raise_all(too_large(len(data), path))
    text = _decode(data, path)
    header, body, body_line = _split(text, path)
    values, lines = _load(header, path)
    reader = _Reader(values, lines, path)
    title, description = (reader.text(key, required=True) for key in ("title", "description"))
    reviewed = reader.date("reviewed")
    months, due = reader.reviews(reviewed)
    article = Article(
        path=path,
        domain=domain,
        title=title,
        description=description,
        body=body,
        body_line=body_line,
        key_lines=lines,
        key_comments=_key_comments(header),
        reviewed=reviewed,
        review_due=due,
        review_months=months,
        authors=reader.texts("authors"),
        basis=reader.basis(),
        stale=reader.choice("stale", (FALLBACK, KEEP)),
        glossary=reader.choice("glossary", (FIND, LINKS)),
        reading_level=reader.choice("reading-level", (HIDDEN, SHOWN)),
        summary=reader.text("summary"),
    )
    reader.reject_misspelt(KEYS)
    reader.errors += beyond(body, path, body_line)
    raise_all(reader.errors)
    return article


def _decode(data: bytes, path: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("not valid UTF-8; save the file as UTF-8", path, line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(f"the control character U+{ord(found[0]):04X}, which no page may hold; remove it", path, line)
    return text


def _split(text: str, path: str) -> tuple[str, str, int]:
    """Return front matter, body, and the number of lines above the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = f"no front matter; begin the file with a line {FENCE}, then title: and description:, then {FENCE}"
        raise InputError(message, path, 1)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number
    raise InputError(f"the front matter does not end; close it with a line {FENCE}", path, 1)


def _load(header: str, path: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the values of the front matter and the line of each key."""
    try:
        loader = yaml.SafeLoader(header)
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "cannot be read"
        hint = "put a text that holds a colon or begins with a special character in quotes"
        raise InputError(f"front matter: {problem}; {hint}", path, mark.line + 2 if mark else 2) from None
    if not isinstance(node, yaml.MappingNode):
        raise InputError("the front matter is not a list of keys and values; write lines such as title: …", path, 2)
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode):
            continue  # whatever it is, it is not ours
        if key.value in lines:
            raise InputError(f"{key.value}: stands twice in the front matter; keep one", path, line)
        lines[key.value] = line
        values[key.value] = _construct(loader, value, path, line)
    return values, lines


def _key_comments(header: str) -> dict[str, tuple[str, str | None]]:
    """Return the notes for translators and the contexts that stand above keys."""
    found: dict[str, tuple[str, str | None]] = {}
    note, context = "", ""
    for line in header.split("\n"):
        if comment := _COMMENT.fullmatch(line):
            if comment[1].lower() == "context":
                context = f"{context} {comment[2]}".strip()
            else:
                note = f"{note} {comment[2]}".strip()
        elif line.strip() and not line.lstrip().startswith("#"):
            if (key := _KEY.match(line)) and (note or context):
                found[key[1]] = note, context or None
            note = context = ""
    return found


def _construct(loader: yaml.SafeLoader, node: yaml.Node, path: str, line: int) -> Any:
    try:
        return loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:  # such as a date in month 13
        problem = getattr(error, "problem", None) or error
        message = f"front matter: {problem}; mend it, or put the value in quotes"
        raise InputError(message, path, line) from None


@dataclass
class _Reader:
    """Takes typed values out of a mapping and remembers every fault."""

    values: dict[str, Any]
    lines: dict[str, int]
    path: str
    first_line: int = 1
    """The line to name for a key that is not there."""

    def __post_init__(self) -> None:
        self.errors: list[InputError] = []

    def fail(self, key: str, message: str) -> None:
        self.errors.append(InputError(f"{key}: {message}", self.path, self.lines.get(key, self.first_line)))

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            if required:
                self.fail(key, "missing in the front matter; readers and search engines need it")
            return ""
        if not isinstance(value, str):  # a number too: YAML would turn 1.10 into 1.1
            self.fail(key, "must be a line of text; put it in quotes")
            return ""
        return " ".join(value.split())

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self.values.get(key, known[0])
        if value in known:
            return str(value)
        self.fail(key, f"must be one of {', '.join(known)}")
        return known[0]

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        items = value if isinstance(value, list) else [] if value is None else [value]
        if not all(isinstance(item, str) for item in items):
            self.fail(key, "must be a list of texts; put each in quotes")
            return ()
        return tuple(items)

    def date(self, key: str) -> dt.date | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        self.fail(key, "must be a date such as 2026-11-22, without quotes")
        return None

    def reviews(self, reviewed: dt.date | None) -> tuple[int, dt.date | None]:
        """Return how many months a review holds (0 if that is not said), and when the next one is due."""
        months, due = read_months(self.values.get("review-every")), self.date("review-due")
        if months is None:
            self.fail("review-every", "must be a number of months or years such as 18 months or 3 years")
        elif months and due:
            self.fail("review-every", "stands beside review-due; keep one of the two")
        elif not reviewed and (months or due):
            self.fail("review-every" if months else "review-due", "needs the day of the last review in reviewed:")
        elif due and reviewed and due <= reviewed:
            self.fail("review-due", f"must be later than the last review, of {reviewed}")
        return months or 0, due or (months_later(reviewed, months) if reviewed and months else None)

    def basis(self) -> Basis | None:
        value = self.values.get("basis")
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fail("basis", "must hold title:, and may hold publisher:, author:, url:, modified: …, each indented")
            return None
        inner = _Reader(value, {}, self.path, self.lines["basis"])
        basis = Basis(
            title=inner.text("title", required=True),
            publisher=inner.text("publisher"),
            credits=tuple((role, inner.texts(role)) for role in value if role in CREDIT_ROLES),
            modified=inner.date("modified"),
            url=inner.text("url"),
        )
        inner.reject_unknown((*BASIS_KEYS, *CREDIT_ROLES))
        self.errors += inner.errors
        return basis

    def reject_unknown(self, known: tuple[str, ...]) -> None:
        for key in self.values:
            if key not in known:
                self.fail(str(key), f"unknown; use one of {', '.join(known)}")

    def reject_misspelt(self, known: tuple[str, ...]) -> None:
        """Keys of other tools may stand in the front matter; a slip of the pen may not."""
        for key in self.values:
            if key not in known and (near := difflib.get_close_matches(str(key), known, n=1, cutoff=0.75)):
                self.fail(str(key), f"unknown; did you mean {near[0]}?")
