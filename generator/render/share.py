"""Work shared over processes, with results as if there were one."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

WORTH_IT = 48
"""Pages from which a second process saves more time than it takes to begin."""


def share(work: Callable[[ItemT], ResultT], items: Sequence[ItemT], jobs: int) -> list[ResultT]:
    """`[work(item) for item in items]`, done by up to `jobs` processes, in the same order.

    The processes are forked, so that they know all that this one has set up; where the system
    cannot fork, this one does everything. Raises what the work raises.
    """
    jobs = min(jobs, len(items) // WORTH_IT + 1)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    context = multiprocessing.get_context("fork")
    children = []
    for number in range(1, jobs):
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=_do, args=(work, items[number::jobs], there), daemon=True)
        child.start()
        there.close()
        children.append((child, here))
    results: list[list[ResultT]] = [[work(item) for item in items[0::jobs]]]
    for child, here in children:
        results.append(_received(here))
        child.join()
    return [results[number % jobs][number // jobs] for number in range(len(items))]


def _do(work: Callable[[ItemT], ResultT], items: Sequence[ItemT], to: Connection) -> None:
    try:
        to.send([work(item) for item in items])
    except Exception as problem:
        to.send(problem)
    finally:
        to.close()


def _received(here: Connection) -> list[ResultT]:
    try:
        answer: list[ResultT] | Exception = here.recv()
    except EOFError:
        raise RuntimeError("a process that was making pages has died") from None
    if isinstance(answer, Exception):
        raise answer
    return answer
