"""What can be wrong with the input, told as ``path:line: error: what, and what to do``.

Findings of the checks are data and live in `model`; these exceptions are for input that cannot be used at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class PlainspokenError(Exception):
    """Anything that ends a command with exit status 2 and a message for people."""


@dataclass
class InputError(PlainspokenError):
    """One fault in one file (or, with an empty path, in the call)."""

    message: str
    """What is wrong, and what to do about it."""

    path: str = ""
    """The file, relative to the project where it lies inside it."""

    line: int | None = None
    """The line, counted from 1, where one can be named."""

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, int | None]]:
        return InputError, (self.message, self.path, self.line)  # errors of other processes travel whole

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.path and self.line else self.path
        return f"{place}: error: {self.message}" if place else f"error: {self.message}"


class InputErrors(PlainspokenError):
    """Several faults at once, so that one bad file never hides the rest."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        super().__init__(errors)
        self.errors = tuple(errors)
        """The faults, in the order in which they were met."""

    def __reduce__(self) -> tuple[type[InputErrors], tuple[tuple[InputError, ...]]]:
        return InputErrors, (self.errors,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))


def collect(function: Callable[[Item], Result], items: Iterable[Item]) -> tuple[list[Result], list[InputError]]:
    """Call `function` on every item; return the results and the input errors that came instead of one."""
    results: list[Result] = []
    errors: list[InputError] = []
    for item in items:
        try:
            results.append(function(item))
        except InputError as error:
            errors.append(error)
        except InputErrors as several:
            errors.extend(several.errors)
    return results, errors


def raise_all(errors: Iterable[InputError]) -> None:
    """Raise `InputErrors` if there are any."""
    if found := list(errors):
        raise InputErrors(found)
