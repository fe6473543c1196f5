"""The steps of a build. Each imports its own in its turn, so that a process that shares the work knows
only what it needs, and a command that does not build starts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.artefacts import Artefact
from generator.build.order import Built, Order
from generator.diagnostics import Finding, in_order
from generator.load.memory import Memory
from generator.render.compiled import Compiled
from generator.render.share import apart
from generator.render.turns import Turns, in_turns

if TYPE_CHECKING:
    from generator.load.published import Published
    from generator.model.assemble import Modelled
    from generator.model.judged import Judged
    from generator.model.register import Register
    from generator.model.watched import Watched
    from generator.proofread.page_facts import Read
    from generator.render.render import Begun, Purpose

MOST_KEPT = 80
"""Files that the cache may hold."""


def keep_code(order: Order, compiled: Compiled) -> None:
    """Keeps the code of this run's templates for the next one, where it is new."""
    if order.cache and compiled.fresh:
        from generator.load.kept_code import packed_code, place_of_code
        from generator.save.keeping import keep

        keep(packed_code(compiled.by_key()), place_of_code(order.cache), MOST_KEPT)


def modelled(order: Order, memory: Memory | None) -> Modelled:
    """The content as records, those that have not changed from memory."""
    from generator.load.kept_documents import remembering
    from generator.load.site import load
    from generator.model.assemble import model
    from generator.model.drafts import as_if_published

    loaded = load(order.site, remembering(memory))
    modelled = model(loaded, order.today, order.drafts, order.base_url, memory)
    register = modelled.register
    return replace(modelled, register=as_if_published(register) if register and order.ready else register)


def purpose(order: Order, findings: list[Finding], register: Register) -> Purpose:
    """What the pages are made for. Nobody searches what is only checked, or cannot be published."""
    from generator.render.render import Purpose

    blocked = Built((), settled(findings, register), register).blocked()
    search = order.preview or (order.searched and not blocked)
    return Purpose(order.preview, search, order.jobs)


def seen(register: Register, memory: Memory | None) -> Register:
    """The register; where something is remembered, one that notes what is read of it."""
    from generator.model.watched import watched

    if memory is None:
        return register
    seen = watched(register)
    seen.prints.of(())  # taken now, so that all processes have them
    return seen


def packed(artefacts: tuple[Artefact, ...]) -> tuple[Artefact, ...]:
    """The artefacts once more, compressed."""
    from generator.render.precompressed import precompressed

    return tuple(precompressed(artefacts))


def records_checked(register: Register, memory: Memory | None, jobs: int) -> Turns[tuple[Finding, ...]]:
    """What is wrong with the records, which is looked for from now on, and by all processes when called."""
    from generator.model.judged import judged_files
    from generator.model.watched import Watched

    if memory is None or not isinstance(register, Watched):
        return in_turns(partial(_found_anew, register), (), jobs, None)
    files = tuple(judged_files(register))
    return in_turns(partial(_found, register, memory), files, jobs, memory.store)


def _found_anew(register: Register, _: Iterable[object]) -> tuple[Finding, ...]:
    from generator.proofread.records import proofread_records

    return proofread_records(register)


def _found(register: Watched, memory: Memory, files: Iterable[Judged]) -> tuple[Finding, ...]:
    from generator.proofread.remembered import proofread_remembered

    return proofread_remembered(register, memory.store, memory.program, files)


def pages_read(begun: Begun, memory: Memory | None) -> Read:
    """What stands in the pages, read of most of them while the search is still being made."""
    from generator.proofread.page_facts import read_page, remembering

    read = remembering(memory) if memory else read_page
    pages = (made for made in begun.made.artefacts if made.media_type.startswith("text/html"))
    known = {id(page): read(page) for page in pages}
    return lambda page: known[id(page)] if id(page) in known else read(page)


def pages_checked(register: Register, artefacts: tuple[Artefact, ...], read: Read) -> tuple[Finding, ...]:
    """What is wrong with the pages as a whole."""
    from generator.proofread.pages import proofread_pages

    return proofread_pages(artefacts, register, read)


def compared(
    order: Order, register: Register, begun: Begun, before: Published | None, memory: Memory | None
) -> tuple[Finding, ...]:
    """What is wrong beside the last publication, where there is one.

    What records say is compared first, and only for the addresses of pages the search is waited for.
    """
    from generator.model.sayings import Sayings
    from generator.proofread.published import before_publication, proofread_published

    if not before or begun.made.findings:
        return ()
    artefacts = (artefact for finished in (begun.finished,) for artefact in finished().artefacts)
    said = Sayings(memory, tuple(register.records()))
    found = proofread_published(artefacts, register, before, said)
    return tuple(before_publication(found) if order.publishing else found)


def last_published(published: Path | Published | None) -> Published | None:
    """What was published, read where only its folder is known."""
    from generator.load.published import load_published

    return load_published(published) if isinstance(published, Path) else published


def samples_checked(begun: Begun, memory: Memory | None, jobs: int) -> Callable[[], tuple[Finding, ...]]:
    """What is wrong with one page of each kind; that for search comes last, for it is still being made."""
    from generator.proofread.samples import judged, proofread_samples, remembering, samples, told_once

    if begun.made.findings:
        return tuple
    look = remembering(memory) if memory else judged
    chosen = samples(begun.made.artefacts)
    beside = apart(partial(proofread_samples, chosen[1::2], look), memory.store if memory else None, jobs)
    here = proofread_samples(chosen[::2], look)

    def found() -> tuple[Finding, ...]:
        last = proofread_samples(samples(begun.awaited().artefacts), look)
        return told_once((*here, *last, *beside()))

    return found


def settled(findings: list[Finding], register: Register | None) -> tuple[Finding, ...]:
    """The findings as the council has decided about them, in the order of the files."""
    from generator.proofread.settling import settle

    return in_order(settle(findings, register))
