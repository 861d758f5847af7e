"""Work in this process, in several, or on a cluster: the same function, the same order of results.

All three are executors of `concurrent.futures`. Results come in the order of the items, and only a few items are under
way at any time, so that memory does not grow with their number.
"""

from __future__ import annotations

import multiprocessing
import os
import secrets
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection
from multiprocessing.synchronize import Event
from typing import Any, Generic, TypeVar

from pipeline.errors import InputError

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 8
"""Items that travel together: enough to forget the cost of travelling."""

_AHEAD = 2
"""Batches that wait for each worker, so that none is ever idle."""

_WORTH = 4
"""Batches for each process, below which starting it takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work."""

    jobs: int = 1
    """How many processes on this machine; 0 for as many as it has processors, if there is enough to do."""

    cluster: str = ""
    """The address of the scheduler of a Dask cluster, which then does all."""

    def processes(self, items: int) -> int:
        """Return how many processes work on so many items."""
        return self.jobs or max(1, min(processors(), items // (_BATCH * _WORTH)))

    @contextmanager
    def ready(self, items: int) -> Iterator[Run]:
        """Lend workers for about `items` items."""
        if self.cluster:
            from pipeline.commands.cluster import cluster  # noqa: PLC0415 - an extra that few have

            with cluster(self.cluster) as (executor, count):
                yield Run(executor, count)
        elif (count := self.processes(items)) > 1:
            with _processes(count) as executor:
                yield Run(executor, count)
        else:
            yield Run(None, 1)


ALONE = Workers(1)
"""This process does all."""


@dataclass(frozen=True, slots=True)
class Run:
    """Workers at work."""

    executor: Executor | None
    workers: int

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], together: int = _BATCH
    ) -> Iterator[Result]:
        """Yield the result for each item, in their order; `function` and items must be such as can be pickled.

        So many items travel `together`.
        """
        if self.executor is None:
            yield from map(function, items)
            return
        try:
            yield from self._map(self.executor, function, items, together)
        except BrokenExecutor:
            message = "a worker process was ended from outside (there may be too little memory); try fewer with --jobs"
            raise InputError(message) from None

    def _map(
        self, executor: Executor, function: Callable[[Item], Result], items: Iterable[Item], together: int
    ) -> Iterator[Result]:
        waiting: deque[Future[list[Result]]] = deque()
        left = iter(items)
        while batch := list(islice(left, together)):
            waiting.append(executor.submit(_each, function, batch))
            if len(waiting) >= self.workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class Held(Generic[Result]):
    """What every worker of one command needs, made once in each process; a forked process has that of its parent."""

    def __init__(self, make: Callable[[], Result]) -> None:
        """Take the function that makes it, which must be such as can be pickled."""
        self._make, self._name = make, secrets.token_hex(8)

    def __call__(self) -> Result:
        """Return it."""
        if self._name not in _held:
            _held.clear()
            _held[self._name] = self._make()
        found: Result = _held[self._name]
        return found


_held: dict[str, Any] = {}
"""In this process: what was made last, by its name."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_stopped: list[Event] = []
"""In a worker process: what tells that nobody waits for results any more."""


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items if not any(stop.is_set() for stop in _stopped)]


# --- processes ----------------------------------------------------------------------------------------------------


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    """Lend `count` processes; none of them outlives what happens inside, nor this process."""
    context = _context()
    stop = context.Event()
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(stop,))
    try:
        yield executor
    except BaseException:
        # Ctrl-C among others: nobody waits for work that nobody wants. The processes are told, not killed: the
        # executor would wait for ever to hand a dead one what is on its way.
        stop.set()
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def _context() -> multiprocessing.context.BaseContext:
    # A forked process has all modules already; but beside other threads forking is not safe, nor is it on macOS.
    is_linux = "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname == "Linux"
    return multiprocessing.get_context("fork" if is_linux and threading.active_count() == 1 else "spawn")


def _begin(stop: Event) -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    _stopped.append(stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
