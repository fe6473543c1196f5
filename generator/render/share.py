"""Work shared over processes, with results as if there were one."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from generator.diagnostics import place_of
from generator.load.held import Piece, Spool
from generator.load.store import Growth, Store

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

WORTH_IT = 48
"""Pages from which a second process saves more time than it takes to begin."""


def share(
    work: Callable[[ItemT], ResultT], items: Sequence[ItemT], jobs: int, store: Store | None = None
) -> list[ResultT]:
    """`[work(item) for item in items]`, done by up to `jobs` processes, in the same order.

    The processes are forked, so that they know all that this one has set up; where the system
    cannot fork, this one does everything. What a store has learnt there comes with the results.
    Raises what the work raises.
    """
    jobs = min(jobs, len(items) // WORTH_IT + 1) if can_fork() else 1
    parts = [apart(partial(_all, work, items[number::jobs]), store, jobs) for number in range(1, jobs)]
    results = [_all(work, items[0::jobs]), *(part() for part in parts)]
    return [results[number % jobs][number // jobs] for number in range(len(items))]


def _all(work: Callable[[ItemT], ResultT], items: Sequence[ItemT]) -> list[ResultT]:
    return [work(item) for item in items]


_read_from: dict[int, Connection] = {}
"""The pipes that this process reads from. A process that it begins lets go of them: as long as one
held them, the others would wait for a reader that has been killed, and never end."""


def ahead(work: Callable[[], ResultT], jobs: int) -> Callable[[], ResultT]:
    """Begins work in a process of its own; what is returned waits for its result.

    With a single job, or where the system cannot fork, the work is done when its result is asked
    for. The result then raises what the work raised.
    """
    if jobs < 2 or not can_fork():
        return cache(work)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    _read_from[id(here)] = here
    child = context.Process(target=_do, args=(work, there), daemon=True)
    child.start()
    there.close()

    def result() -> ResultT:
        received: ResultT = _received(here)
        child.join()
        _read_from.pop(id(here)).close()
        return received

    return cache(result)


def apart(work: Callable[[], ResultT], store: Store | None, jobs: int) -> Callable[[], ResultT]:
    """Begins work as `ahead` does; what a store has learnt there comes with the result."""
    if store is None:
        return ahead(work, jobs)
    begun = ahead(partial(_learning, store, store.another_spool(), work), jobs)

    def result() -> ResultT:
        made, growth = begun()
        store.learn(growth)
        return made

    return result


@dataclass(frozen=True)
class Asking(Generic[ItemT, ResultT]):
    """Work that has begun before all that it needs is there, which is given later."""

    give: Callable[[ItemT], None]
    result: Callable[[], ResultT]


def begun(
    work: Callable[[Callable[[], ItemT]], ResultT], store: Store | None, jobs: int
) -> Asking[ItemT, ResultT]:
    """Begins work as `apart` does, which gets what is to come when it asks for it.

    Without a store to hand it over in, the work begins when that is there.
    """
    if store is None or jobs < 2 or not can_fork():
        results: list[Callable[[], ResultT]] = []
        return Asking(
            lambda item: results.append(ahead(lambda: work(lambda: item), jobs)), lambda: results[0]()
        )
    asking, giving = multiprocessing.Pipe(duplex=False)
    store.prepare(jobs)
    result = apart(partial(_when_given, work, asking, giving), store, jobs)
    asking.close()

    def give(item: ItemT) -> None:
        """Lays it down, so that nobody waits until it is asked for."""
        with suppress(OSError):  # whoever was to get it has died; the result says so
            giving.send(store.spool.lay(pickle.dumps(item)))
        giving.close()

    return Asking(give, result)


def _when_given(
    work: Callable[[Callable[[], ItemT]], ResultT], asking: Connection, giving: Connection
) -> ResultT:
    giving.close()  # as long as this process held that end itself, it would never learn of a death

    def given() -> ItemT:
        piece: Piece = asking.recv()
        item: ItemT = pickle.loads(piece.read())
        return item

    return work(given)


def _learning(store: Store, spool: Spool, work: Callable[[], ResultT]) -> tuple[ResultT, Growth]:
    """What is made, with what the store has learnt; it lies in a spool that both processes have open."""
    store.others.append(store.spool)  # what is laid down there meanwhile can be read here
    store.spool = spool
    return store.during(work)


def can_fork() -> bool:
    """Whether this system can begin a process that knows all that this one does."""
    return "fork" in multiprocessing.get_all_start_methods()


def _do(work: Callable[[], ResultT], to: Connection) -> None:
    for connection in _read_from.values():
        connection.close()
    _read_from.clear()
    try:
        to.send(work())
    except Exception as problem:
        problem.add_note(place_of(problem))  # the way to it does not come along
        to.send(problem)
    finally:
        to.close()


def _received(here: Connection) -> Any:
    try:
        answer = here.recv()
    except EOFError:
        raise RuntimeError("a process that was sharing the work has died") from None
    if isinstance(answer, Exception):
        raise answer
    return answer
