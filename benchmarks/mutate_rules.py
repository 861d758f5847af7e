"""Break the rules on purpose, and see whether the suite notices.

    python benchmarks/mutate_rules.py                       # each rule: once silent, once reporting everything
    python benchmarks/mutate_rules.py NUMBER [SEED] [PART]  # so many small changes in the modules of the rules

The first breaks the condition of every rule and runs the tests of its examples. The second changes one thing in a
module: a comparison turned round, a ``not`` taken out, ``and`` for ``or``, a number changed, an entry of a list
dropped. A change that no test notices survives, and is printed. PART chooses modules by a part of their name.
"""

# ruff: noqa: N815 - ast names its visitors so
from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
RULES = ROOT / "pipeline" / "checks"
_OTHERS = ("plain_language", "reading_level", "readability.py", "languages", "edits.py")
"""Rules about readability are held against data of their own."""

_FIRST = ("test_rules.py", "test_harms.py")
_SLOW = 300
_TURNED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Lt: ast.GtE(),
    ast.GtE: ast.Lt(),
    ast.Gt: ast.LtE(),
    ast.LtE: ast.Gt(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
}


class Changer(ast.NodeTransformer):
    """Makes the change with the number `wanted`, or with -1 only counts the changes that could be made."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.count = 0
        self.told = ""

    def _chosen(self, node: ast.AST, what: str) -> bool:
        self.count += 1
        if self.count - 1 == self.wanted:
            self.told = f"line {getattr(node, 'lineno', 0)}: {what}"
            return True
        return False

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Leave the texts of rules alone."""
        return node if isinstance(node.func, ast.Name) and node.func.id == "Rule" else self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Turn a comparison round."""
        self.generic_visit(node)
        if len(node.ops) == 1 and self._chosen(node, f"{ast.unparse(node)} turned round"):
            return ast.Compare(node.left, [_TURNED[type(node.ops[0])]], node.comparators)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """Take out a ``not``."""
        self.generic_visit(node)
        return (
            node.operand
            if isinstance(node.op, ast.Not) and self._chosen(node, f"{ast.unparse(node)} without")
            else node
        )

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Swap ``and`` and ``or``."""
        self.generic_visit(node)
        if self._chosen(node, f"{ast.unparse(node)[:60]} swapped"):
            return ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Change a number."""
        if type(node.value) is int and self._chosen(node, f"{node.value} + 1"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def _shorter(self, node: Any) -> ast.AST:
        self.generic_visit(node)
        if len(node.elts) > 1 and isinstance(node.ctx if hasattr(node, "ctx") else ast.Load(), ast.Load):
            dropped = node.elts[-1]
            if (
                isinstance(dropped, ast.Constant)
                and dropped.value is not ...
                and self._chosen(node, f"{ast.unparse(dropped)} dropped")
            ):
                node.elts = node.elts[:-1]
        return node

    visit_Tuple = visit_List = visit_Set = _shorter


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module with a change in it."""

    def __init__(self, path: Path, wanted: int) -> None:
        self.path, self.wanted = path, wanted
        parts = path.relative_to(ROOT).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Claim the module."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        tree = Changer(self.wanted).visit(ast.parse(self.path.read_text(encoding="utf-8")))
        exec(compile(ast.fix_missing_locations(tree), str(self.path), "exec"), module.__dict__)  # noqa: S102


def child(path: str, wanted: str) -> int:
    """Run the tests over one change; return pytest's status."""
    import pytest  # noqa: PLC0415 - the module must be claimed before anything is imported

    sys.meta_path.insert(0, Mutated(ROOT / path, int(wanted)))
    tests = sorted(map(str, (ROOT / "tests" / "checks").glob("test_*.py")))
    own = [test for test in tests if Path(path).stem in test or Path(path).parent.name in test]
    first = [*(test for test in tests if test.endswith(_FIRST)), *own]
    ordered = list(dict.fromkeys([*first, *(test for test in tests if "readab" not in test and "plain" not in test)]))
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *ordered]))


def changes() -> Iterator[tuple[Path, int]]:
    """Yield each change that can be made: a module and a number."""
    for path in sorted(RULES.rglob("*.py")):
        if not any(other in str(path) for other in _OTHERS):
            counter = Changer()
            counter.visit(ast.parse(path.read_text(encoding="utf-8")))
            yield from ((path, number) for number in range(counter.count))


def small_changes(number: int, seed: int, part: str) -> None:
    """Make `number` small changes, one after the other, and print those that survive."""
    known = [change for change in changes() if part in str(change[0])]
    chosen = random.Random(seed).sample(known, min(number, len(known)))  # noqa: S311
    survived = 0
    for path, wanted in chosen:
        name = str(path.relative_to(ROOT))
        command = [sys.executable, __file__, "--child", name, str(wanted)]
        try:
            status = subprocess.run(command, capture_output=True, check=False, timeout=_SLOW, cwd=ROOT).returncode  # noqa: S603
        except subprocess.TimeoutExpired:
            status = 1
        if status == 0:
            survived += 1
            changer = Changer(wanted)
            changer.visit(ast.parse(path.read_text(encoding="utf-8")))
            print(f"survived: {name} {changer.told}", flush=True)
    print(f"{len(chosen)} of {len(known)} small changes made, {len(chosen) - survived} noticed, {survived} survived")


class RuleByRule:
    """A plugin of pytest: runs the tests of each rule's examples with the rule broken, in a process of its own."""

    def __init__(self) -> None:
        self.survived: list[str] = []
        self.rules = 0

    def pytest_runtestloop(self, session: Any) -> bool:
        """Break every rule in two ways."""
        from pipeline.checks import RULES as rules  # noqa: N811, PLC0415

        self.rules = len(rules)
        for rule in rules:
            items = [item for item in session.items if rule.code in item.name and "example" in item.name]
            for silent in (True, False):
                if (process := os.fork()) == 0:
                    _break(rule, silent=silent)
                    for item in items:
                        session.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                    os._exit(session.testsfailed > 0)
                if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0:
                    self.survived.append(f"{rule.code} {'silent' if silent else 'reports everything'}")
        return True


def _break(rule: Any, *, silent: bool) -> None:
    from pipeline.checks.rule import Problem  # noqa: PLC0415
    from pipeline.checks.terms import FINDERS  # noqa: PLC0415

    problems = [] if silent else [Problem("broken")]
    object.__setattr__(rule, "check", lambda _: problems)
    finders: dict[str, Any] = FINDERS  # type: ignore[assignment]
    if rule.code in finders:
        finders[rule.code] = lambda pairs, _=None: [(pair, problem) for pair in pairs for problem in problems]


def whole_rules() -> None:
    """Break every rule in two ways, and print the outcome."""
    import pytest  # noqa: PLC0415

    plugin = RuleByRule()
    test = str(ROOT / "tests" / "checks" / "test_rules.py")
    pytest.main(["-q", "-p", "no:cacheprovider", "--capture=no", "--no-summary", test], plugins=[plugin])
    noticed = 2 * plugin.rules - len(plugin.survived)
    print("\n".join(["", *plugin.survived, f"{plugin.rules} rules broken in two ways, {noticed} noticed"]))


def main(arguments: Sequence[str]) -> int:
    """Do what the docstring of this module says."""
    if arguments[:1] == ["--child"]:
        return child(*arguments[1:3])
    if arguments:
        seed, part = (arguments[1:2] or ["2026"])[0], (arguments[2:3] or [""])[0]
        small_changes(int(arguments[0]), int(seed), part)
    else:
        whole_rules()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
