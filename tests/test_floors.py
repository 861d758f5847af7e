"""The house of `design.md`: a module imports only from lower floors. Run with ``-s`` to see the house."""

import ast
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pipeline"

FLOORS = {
    "cli": 6,
    "commands": 5,
    "audit": 4,
    "preview": 4,
    "home": 1,
    "project": 4,
    "site": 4,
    "report": 4,
    "checks": 3,
    "render": 3,
    "article": 2,
    "catalogs": 2,
    "readability": 2,
    "model": 1,
    "readings": 1,
    "errors": 0,
    "locale": 0,
}
"""The floor of each module and folder of the package."""

LONGEST = 300
"""Lines of a file."""


def modules():
    """Each module by its dotted name below the package; a folder stands for its ``__init__``."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()
each_module = pytest.mark.parametrize("name", sorted(set(MODULES) - {""}))


def room(name):
    """The module or folder on a floor: ``checks`` for ``checks.article``; all of the command line is one room."""
    first = name.partition(".")[0]
    return "cli" if first == "__main__" or first.startswith("cli_") else first


def imports(name):
    """Every module of the package that the module `name` imports, wherever in the file."""
    found = set()
    path = MODULES[name]
    folder = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name.split(".")[0] == "pipeline")
        elif isinstance(node, ast.ImportFrom):
            above = (
                ".".join(["pipeline", *filter(None, folder.split("."))][: -node.level + 1 or None])
                if node.level
                else ""
            )
            base = ".".join(filter(None, (above, node.module)))
            if base.split(".")[0] == "pipeline":
                found.update(f"{base}.{alias.name}" for alias in node.names)
    return {known for dotted in found if (known := nearest(dotted.removeprefix("pipeline").lstrip("."))) is not None}


def nearest(dotted):
    """The module that a dotted name is in; a name of the package itself, such as its version, is in none."""
    while dotted and dotted not in MODULES:
        dotted = dotted.rpartition(".")[0]
    return dotted or None


def test_every_module_has_a_floor():
    assert {room(name) for name in MODULES if name} == set(FLOORS)


@each_module
def test_a_module_imports_only_from_lower_floors(name):
    for other in imports(name):
        if room(other) != room(name):
            assert FLOORS[room(other)] < FLOORS[room(name)], f"{name} imports {other}"


def test_the_reader_of_imports_sees_what_is_there():
    assert {"commands.sources", "errors"} <= imports("commands.editions")
    assert imports("errors") == set()
    assert any(room(other) == "locale" for other in imports("model"))


def test_there_are_no_cycles():
    graph = {name: imports(name) - {name} for name in MODULES if name}
    while free := {name for name, others in graph.items() if not others & graph.keys()}:
        graph = {name: others for name, others in graph.items() if name not in free}
    assert graph == {}, "these modules import each other"


@each_module
def test_a_file_fits_in_the_head(name):
    assert lines(name) <= LONGEST


def lines(name):
    return MODULES[name].read_text(encoding="utf-8").count("\n")


def test_the_house_is_told():
    table = Counter({name: lines(name) for name in MODULES if name})
    rows = []
    for name in sorted(table, key=lambda name: (-FLOORS[room(name)], room(name), name)):
        others = " ".join(sorted({room(other) for other in imports(name)}))
        rows.append(f"{FLOORS[room(name)]:>5}  {table[name]:5}  {name:32}  {others}".rstrip())
    title = f"{'floor':5}  {'lines':5}  {'module':32}  imports from"
    print("", title, *rows, f"{'':5}  {table.total():5}  in all", sep="\n")  # noqa: T201 - what this test is for
    assert len(rows) == len(table)
