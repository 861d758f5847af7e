"""A Dask cluster as an executor. Workers need no shared disk: articles travel to them, pages travel back.

Dask itself gives the work of a lost worker to another; a result is the same wherever it was made.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from pipeline import __version__
from pipeline.commands.incremental import fingerprint, versions
from pipeline.errors import InputError, InputErrors

_PACKAGE = "plainspoken"
_ANSWER, _PATIENCE = 5, 15
"""Seconds to wait for the scheduler, and for its first worker."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Lend the workers of the scheduler at `address`, and say how many threads they have.

    Raises `InputError` if it cannot be reached or has no workers, `InputErrors` with each worker that has another
    version of this program or of what it builds with.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that few have, and slow to import
    except ImportError:
        message = "--cluster needs the package distributed; install it with: pip install 'plainspoken[cluster]'"
        raise InputError(message) from None
    try:
        client: Any = Client(address, timeout=_ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        message = f"--cluster {address}: no scheduler answers ({reason}); start one with: dask scheduler"
        raise InputError(message) from None
    with client:
        threads = _checked(client, address)
        executor = client.get_executor(pure=False)
        try:
            yield executor, threads
        except BaseException:
            executor.shutdown(wait=False)
            raise


def _checked(client: Any, address: str) -> int:
    """Return how many threads the workers have, if all of them can do our work."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        message = f"--cluster {address}: no worker has joined; start one with: dask worker {address}"
        raise InputError(message) from None
    # Asked of each worker by functions of the standard library first, which even one without our package has.
    found = client.run(importlib.metadata.version, _PACKAGE, on_error="return")
    errors = [
        _wrong(worker, f"has {_PACKAGE} {version}" if isinstance(version, str) else f"has no {_PACKAGE}")
        for worker, version in found.items()
        if version != __version__
    ]
    if not errors:
        ours = versions()
        for worker, told in client.run(_tell, on_error="return").items():
            if not isinstance(told, tuple):
                errors.append(_wrong(worker, f"cannot run this {_PACKAGE} ({told})"))
                continue
            other = {name: told[1].get(name, "none") for name in ours if told[1].get(name) != ours[name]}
            if other:
                named = ", ".join(f"{name} {version} (here {ours[name]})" for name, version in other.items())
                errors.append(_wrong(worker, f"has {named}"))
            elif told[0] != fingerprint():
                errors.append(_wrong(worker, f"has another {_PACKAGE} {__version__}: its files differ"))
    if errors:
        raise InputErrors(errors)
    return int(sum(client.nthreads().values()))


def _tell() -> tuple[str, dict[str, str]]:
    """Return, from a worker, what its pages would depend on."""
    return fingerprint(), versions()


def _wrong(worker: str, what: str) -> InputError:
    return InputError(
        f"worker {worker} {what}, but pages must be the same wherever they are made; "
        f"install {_PACKAGE} {__version__} there, as it is here"
    )
