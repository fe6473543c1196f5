"""Work that several processes take turns at: whoever is free takes the next piece of it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from generator.load.store import Store
from generator.render.share import apart, can_fork

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

TURN = 8
"""Items that one turn takes, so that asking for the next one costs nothing beside them."""

WORTH_IT = 200
"""Items from which a further process saves more time than it takes to learn the rules."""

MOST_TURNS = 1000
"""Turns that are handed out, each as a number in a pipe, which must take all of them at once."""

NUMBER = 4
"""Bytes of such a number."""


@dataclass(frozen=True)
class Turns(Generic[ResultT]):
    """Work that has begun in one process; the others wait until they are called."""

    results: Sequence[Callable[[], list[ResultT]]]
    waiting: Sequence[Connection] = ()

    def call_all(self) -> None:
        """Lets those that wait take their turns too: there is a processor free for them."""
        for process in self.waiting:
            if not process.closed:
                with suppress(OSError):  # it has died; its result says so
                    process.send_bytes(b"")
                process.close()

    def result(self) -> list[ResultT]:
        """What came of it, one part of each process that got a turn. Raises what the work raises."""
        self.call_all()
        return [part for parts in self.results for part in parts()]


def in_turns(
    work: Callable[[Iterator[ItemT]], ResultT], items: Sequence[ItemT], jobs: int, store: Store | None
) -> Turns[ResultT]:
    """Begins work on items in a process of its own, with `jobs - 1` more that begin when they are called.

    All are forked now, while this one is small. With a single job, or where the system cannot fork,
    the work is done when its result is asked for.
    """
    if jobs < 2 or not can_fork():
        return Turns([cache(lambda: [work(iter(items))])])
    count = min(len(items) // TURN + 1, MOST_TURNS)
    queue = _queue(count)
    taken = partial(_taken, items, count, queue)
    results, waiting = [apart(lambda: [work(taken())], store, jobs)], []
    for _ in range(1, min(jobs, len(items) // WORTH_IT + 1)):
        called, calls = multiprocessing.Pipe(duplex=False)
        results.append(apart(partial(_when_called, called, calls, lambda: _rest(work, taken())), store, jobs))
        called.close()
        waiting.append(calls)
    os.close(queue)
    return Turns(results, waiting)


def _queue(count: int) -> int:
    """A pipe with the numbers of all turns; it is at its end when all are taken, for nobody can add to it."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(NUMBER, "big") for number in range(count)))
    os.close(writing)
    return reading


def _taken(items: Sequence[ItemT], count: int, queue: int) -> Iterator[ItemT]:
    """The items of every turn that this process gets."""
    while turn := os.read(queue, NUMBER):
        yield from items[int.from_bytes(turn, "big") :: count]


def _rest(work: Callable[[Iterator[ItemT]], ResultT], items: Iterator[ItemT]) -> list[ResultT]:
    """What comes of the turns that are left. Where none is, the work need not even be learnt."""
    first = list(islice(items, 1))
    return [work(chain(first, items))] if first else []


def _when_called(called: Connection, calls: Connection, work: Callable[[], ResultT]) -> ResultT:
    """Waits for a call; should who was to call die, there is nobody left to work for."""
    calls.close()  # as long as this process held that end itself, it would never learn of the death
    called.recv_bytes()
    return work()
