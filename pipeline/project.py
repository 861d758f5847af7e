"""The configuration: ``[tool.plainspoken]`` in ``pyproject.toml``, or the same keys in ``plainspoken.toml``."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.checks import CODES, Ignore, Override, Severities, scoped
from pipeline.checks.background import BACKGROUND_KEYS, ENGLISH, Background, read_background
from pipeline.errors import InputError, raise_all
from pipeline.home import FILES
from pipeline.locale import Locale, UnknownLocale, parse_locale
from pipeline.model import Location, Severity, Targets

KEYS = (
    *("title", "source-locale", "locales", "base-url", "publish-threshold", "reuse-exact", "translate-workbench"),
    *("readability", "rules", "formats", *BACKGROUND_KEYS),
)
OFF = "off"
SEVERITIES: dict[str, Severity | None] = {**{severity.value: severity for severity in Severity}, OFF: None}
RULE_KEYS = ("severity", "locales", "files", "reason")


@dataclass(frozen=True, slots=True)
class Project:
    """One folder with articles, catalogs and pages, and how its owner wants them."""

    root: Path
    path: str
    """The configuration file, relative to `root`."""

    title: str = "Articles"
    source_locale: Locale = field(default_factory=lambda: parse_locale("en"))
    locales: tuple[Locale, ...] | None = None
    """The locales to publish besides the source's; None for every folder in ``locales/``."""

    base_url: str = ""
    """Where the pages will stand, ending in a slash; empty if that is not known."""

    publish_threshold: float = 0.8
    """The share of an article's words that must be ready before a page is published in a locale."""

    reuse_exact: bool = False
    """Whether a text that another article has too gets that translation without anybody looking at it."""

    translate_workbench: bool = False
    """Whether the words of the workbench are translated here too: only where the package itself is made."""

    targets: Targets = field(default_factory=Targets)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """The owner's severity of a rule, by its code; None switches it off."""

    background: Background = ENGLISH
    """What the checks need to know for every translation: hosts that may differ, terms."""

    overrides: tuple[Override, ...] = ()
    """The owner's severities for some locales or files only."""

    text_edition: bool = True
    """Whether to write the plain-text edition beside each page."""

    def rules_for(self, locale: Locale, *paths: str) -> tuple[Severities, tuple[Ignore, ...]]:
        """Return the severities for a subject in `locale` that is in the files `paths`, and what is silenced there."""
        return scoped(self.severities, self.overrides, locale.name, *paths)

    @property
    def source(self) -> Path:
        """The folder of the articles."""
        return self.root / "source"

    @property
    def catalogs(self) -> Path:
        """The folder of templates and catalogs."""
        return self.root / "locales"

    @property
    def output(self) -> Path:
        """The folder of the built pages."""
        return self.root / "output"


def read_project(root: Path) -> Project:
    """Return the configuration in the folder `root`.

    Raises `InputErrors` with every key that is unknown or has a value of the wrong kind.
    """
    name = FILES[0] if (root / FILES[0]).is_file() else FILES[1]
    try:
        text = (root / name).read_bytes().decode("utf-8")
        values = tomllib.loads(text)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file and its permissions", name) from None
    except UnicodeDecodeError:
        raise InputError("not valid UTF-8; save the file as UTF-8", name) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise InputError(f"not valid TOML: {error}; mend it", name, int(line[1]) if line else None) from None
    table = values if name == FILES[0] else _tool_table(values)
    if not isinstance(table, dict):
        raise InputError("the configuration is not a table; write [tool.plainspoken], then one key on each line", name)
    reader = _Reader(table, name, text)
    project = reader.project(root)
    raise_all(reader.errors)
    return project


def checked_address(address: str) -> str:
    """Return the address of a site with a slash at its end; an empty one stays empty.

    Raises `ValueError` if it is none.
    """
    if address and not re.fullmatch(r"https?://[\w.-]+(?::\d+)?(?:/[^\s\"'<>?#]*)?", address):
        raise ValueError("must be an address that begins with https:// and a name, without ? and #")
    return address and address.rstrip("/") + "/"


def _tool_table(values: dict[str, Any]) -> object:
    tools = values.get("tool", {})
    return tools.get("plainspoken", {}) if isinstance(tools, dict) else tools


def _nearest(name: str, known: Iterable[str]) -> str:
    return difflib.get_close_matches(name, known, n=1, cutoff=0.0)[0]


class _Reader:
    """Takes values out of the table, each of the kind that its key has, and remembers every fault."""

    def __init__(self, table: dict[str, Any], path: str, text: str) -> None:
        self.table = table
        self.path = path
        self.lines = text.split("\n")
        self.errors: list[InputError] = []

    def project(self, root: Path) -> Project:
        self.known(self.table, KEYS)
        readability = self.value("readability", dict, {})
        self.known(readability, ("grade", "sentence-words"))
        formats = self.value("formats", dict, {})
        self.known(formats, ("text",))
        source = self.source_locale()
        base_url = self.value("base-url", str, "")
        try:
            base_url = checked_address(base_url)
        except ValueError as error:
            self.fail("base-url", str(error))
        return Project(
            root=root,
            path=self.path,
            title=self.value("title", str, Project.__dataclass_fields__["title"].default),
            source_locale=source,
            locales=self.locales(source),
            base_url=base_url,
            publish_threshold=self.number(self.table, "publish-threshold", 0.8, 1),
            reuse_exact=self.value("reuse-exact", bool, default=False),
            translate_workbench=self.value("translate-workbench", bool, default=False),
            targets=Targets(
                self.number(readability, "grade", Targets().grade, 20),
                int(self.number(readability, "sentence-words", Targets().sentence_words, 1000)),
            ),
            severities=self.severities(),
            overrides=self.overrides(),
            background=self.background(source),
            text_edition=self.value("text", bool, default=True, table=formats),
        )

    def location(self, key: str) -> Location:
        """Where `key` stands, as far as can be told."""
        pattern = re.compile(rf"""\s*(?:\[.*\.)?["']?{re.escape(key)}["']?\s*[=\]]""")
        return Location(self.path, next((n for n, line in enumerate(self.lines, 1) if pattern.match(line)), None))

    def fail(self, key: str, message: str) -> None:
        error = InputError(f"{key}: {message}", self.path, self.location(key).line)
        if error not in self.errors:
            self.errors.append(error)

    def known(self, table: dict[str, Any], keys: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                self.fail(key, f"unknown; did you mean {_nearest(key, keys)}? (known: {', '.join(keys)})")

    def value(self, key: str, kind: type, default: Any = None, table: dict[str, Any] | None = None) -> Any:
        value = (self.table if table is None else table).get(key, default)
        if isinstance(value, kind):
            return value
        words = {str: "a text in quotes", dict: "a table", list: "a list", bool: "true or false"}
        self.fail(key, f"must be {words[kind]}")
        return default

    def number(self, table: dict[str, Any], key: str, default: float, most: float) -> float:
        value = table.get(key, default)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most:
            return float(value)
        self.fail(key, f"must be a number between 0 and {most:g}")
        return default

    def source_locale(self) -> Locale:
        try:
            return parse_locale(self.value("source-locale", str, "en"))
        except UnknownLocale as error:
            self.fail("source-locale", str(error))
            return parse_locale("en")

    def locales(self, source: Locale) -> tuple[Locale, ...] | None:
        if "locales" not in self.table:
            return None
        seen = {source: "is the language of the articles"}
        for identifier in self.value("locales", list, []):
            try:
                locale = parse_locale(str(identifier))
            except UnknownLocale as error:
                self.fail("locales", str(error))
                continue
            if locale in seen:
                self.fail("locales", f"{locale.name} {seen[locale]}; remove it from the list")
            seen[locale] = "is listed twice"
        return tuple(locale for locale in seen if locale != source)

    def severities(self) -> dict[str, Severity | None]:
        rules = self.value("rules", dict, {})
        return {
            CODES[key]: self.severity(key, value)
            for key, value in rules.items()
            if self.is_rule(key) and not isinstance(value, (dict, list))
        }

    def overrides(self) -> tuple[Override, ...]:
        """A table, or a list of tables, in the place of a severity: it holds for some locales or files."""
        tables = [
            (key, table)
            for key, value in self.value("rules", dict, {}).items()
            if key in CODES and isinstance(value, (dict, list))
            for table in (value or [None] if isinstance(value, list) else [value])
        ]
        return tuple(filter(None, (self.override(key, table) for key, table in tables)))

    def background(self, source: Locale) -> Background:
        background, faults = read_background(self.table, source.tag)
        for key, fault in faults:
            self.fail(key, fault)
        return background

    def override(self, key: str, table: object) -> Override | None:
        if not isinstance(table, dict):
            self.fail(key, f"must be one of {', '.join(SEVERITIES)}, or tables with {', '.join(RULE_KEYS)}")
            return None
        for name in table.keys() - set(RULE_KEYS):
            self.fail(key, f"{name} is unknown; did you mean {_nearest(name, RULE_KEYS)}?")
        lists = [table.get(name, []) for name in ("locales", "files")]
        reason = table.get("reason", "")
        if not all(isinstance(value, list) for value in lists) or not isinstance(reason, str):
            self.fail(key, "locales and files must be lists, reason a text in quotes")
            return None
        severity = self.severity(key, table.get("severity"))
        if table.get("severity") == OFF and not reason.strip():
            self.fail(key, "give the reason why it is off here")
        names = frozenset(self.locale_name(key, name) for name in lists[0])
        return Override(CODES[key], severity, self.location(key), names, tuple(map(str, lists[1])), reason)

    def is_rule(self, key: str) -> bool:
        if key not in CODES:
            self.fail(key, f"no rule has this code or name; did you mean {_nearest(key, CODES)}?")
        return key in CODES

    def severity(self, key: str, value: object) -> Severity | None:
        if isinstance(value, str) and value in SEVERITIES:
            return SEVERITIES[value]
        self.fail(key, f"must be one of {', '.join(SEVERITIES)}")
        return None

    def locale_name(self, key: str, identifier: object) -> str:
        try:
            return parse_locale(str(identifier)).name
        except UnknownLocale as error:
            self.fail(key, str(error))
            return ""
