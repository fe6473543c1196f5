"""The rules, run beside the preview: a page is shown at once, and what is wrong with it a moment later."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from typing import Any

from generator.artefacts import Artefact
from generator.build import Order, judged
from generator.diagnostics import Finding, in_order
from generator.load.memory import Memory
from generator.model.assemble import Modelled
from generator.model.drafts import as_if_published
from generator.model.register import Register
from generator.proofread.records import proofread_records
from generator.proofread.settling import settle
from generator.render.compiled import Compiled
from generator.save.keeping import keep_made
from generator.serve.changes import Changes, changes


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: in the files named by `paths`, or everywhere where there are none.

    `unready` are the findings that a draft will have once it is published. `artefacts` are those
    of the whole site, `changes` what differs from the last publication.
    """

    findings: tuple[Finding, ...]
    unready: tuple[Finding, ...]
    paths: frozenset[str] = frozenset()
    artefacts: tuple[Artefact, ...] = ()
    changes: Changes | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be checked. `changed` are the files that somebody waits for; they come first.

    What is in the `cache` is not made again, and what is made is kept there.
    """

    order: Order
    modelled: Modelled
    compiled: Compiled
    changed: frozenset[str] = frozenset()
    wanted: Callable[[Artefact], bool] = lambda _: False
    cache: Memory | None = None

    def answers(self) -> Iterator[Checked]:
        """First what is wrong in the changed files, then all that is wrong."""
        register = self.modelled.register
        if register and self.changed:
            found = in_order(settle(proofread_records(register, paths=self.changed), register))
            yield Checked(found, unready(register, self.changed), self.changed)
        cache = self.cache.caught_up() if self.cache else None
        built = judged(self.order, self.modelled, lambda: self.compiled, lambda _: None, cache)
        later = unready(register, drafts(register)) if register else ()
        told = changes(self.order, register) if register and register.has_what_pages_need else None
        made = tuple(artefact.in_memory() for artefact in built.artefacts if self.wanted(artefact))
        yield Checked(built.findings, later, artefacts=made, changes=told)
        if cache:
            keep_made(cache.store, cache.folder)


def drafts(register: Register) -> frozenset[str]:
    """The files of the drafts."""
    return frozenset(f.document.path for f in register.records() if f.record.status == "draft")


def unready(register: Register, paths: frozenset[str]) -> tuple[Finding, ...]:
    """What the rules will say of the drafts in some files when these are published."""
    ours = paths & drafts(register)
    if not ours:
        return ()
    later = as_if_published(register)
    return in_order(settle(proofread_records(later, paths=ours), later))


@dataclass
class Checker:
    """Answers one question at a time in a process of its own; a new question ends the one before.

    Where the system cannot fork, a thread does it, and the answer to an old question is left unread.
    `listening` are the sockets of the preview, which the process must not hold open.
    """

    listening: Iterable[socket.socket] = ()
    answer: Connection | None = None
    process: Any = None
    told: list[Checked] = field(default_factory=list)

    def ask(self, question: Question) -> None:
        """Begins to answer; what was asked before does not matter any more."""
        self.end()
        self.answer, to = multiprocessing.Pipe(duplex=False)
        if "fork" in multiprocessing.get_all_start_methods():
            forked = multiprocessing.get_context("fork")
            self.process = forked.Process(target=self._apart, args=(question, to), daemon=True)
            self.process.start()
            to.close()
        else:
            alone = replace(question, cache=None)  # what is read is noted for a process, not for a thread
            threading.Thread(target=_answer, args=(alone, to), daemon=True).start()

    def answers(self) -> Iterator[Checked]:
        """What has been answered since the last time."""
        try:
            while self.answer and self.answer.poll():
                yield self.answer.recv()
        except (EOFError, OSError):
            self.end()

    def leave(self) -> None:
        """Leaves the question alone. Its process goes by itself; nobody waits for that."""
        if self.process:
            self.process.kill()
        if self.answer:
            self.answer.close()
        self.answer = None

    def end(self) -> None:
        """Leaves the question alone, and returns when nothing of it is left."""
        self.leave()
        if self.process:
            self.process.join()
            self.process.close()
        self.process = None

    def _apart(self, question: Question, to: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.nice(10)  # whoever looks at a page comes first
        if self.answer:
            self.answer.close()  # or it would wait for itself to read when the preview has been killed
        for listening in self.listening:
            listening.close()
        _answer(question, to)


def _answer(question: Question, to: Connection) -> None:
    try:
        for checked in question.answers():
            to.send(checked)
    except OSError:
        pass  # nobody waits for it any more
    except Exception as problem:
        to.send(Checked((), (), problem=f"{type(problem).__name__}: {problem}"))
    finally:
        to.close()
