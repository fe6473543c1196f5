"""The story of a build: load → model → proofread → render → proofread; `publish` adds save.

`report` writes what was found for the data protection officer instead, apart from the site.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator import __version__
from generator.artefacts import Artefact
from generator.build import steps
from generator.build.order import Built, Order, Progress
from generator.build.results import compare, publish, report, show, teller
from generator.load.kept_code import kept_code
from generator.load.memory import Memory, memory_in
from generator.load.templates import load_templates
from generator.render.compiled import Compiled, compiled_ahead

if TYPE_CHECKING:
    from generator.model.assemble import Modelled


def build(order: Order, progress: Progress) -> Built:
    """The site as it would be published, with everything that is wrong; nothing is written.

    Pages are made of whatever can be read even where something blocks, so that all findings
    come at once; `missing` records are then no news on the pages that lead to them.
    Each step is imported in its turn, so that a process that shares the work knows only its own.
    """
    progress("Reading the content")
    compiled = compiled_ahead(load_templates(order.site), order.jobs, kept_code(order.cache))
    memory = memory_in(order.cache)
    built = judged(order, steps.modelled(order, memory), compiled, progress, memory)
    if memory:
        from generator.save.keeping import keep_made

        keep_made(memory.store, memory.folder)
    return built


def judged(
    order: Order,
    modelled: Modelled,
    compiled: Callable[[], Compiled],
    progress: Progress,
    memory: Memory | None = None,
) -> Built:
    """What follows when the content has been read: the pages, and all that is wrong."""
    findings = list(modelled.findings)
    if modelled.register is None:
        return Built((), steps.settled(findings, None), None)
    register = steps.seen(modelled.register, memory)
    checked = steps.records_checked(register, memory, order.jobs)
    artefacts: tuple[Artefact, ...] = ()
    if register.has_what_pages_need:
        from generator.render.exports import manifest
        from generator.render.render import begin

        progress("Making the pages")
        begun = begin(register, compiled(), steps.purpose(order, findings, register), memory)
        steps.keep_code(order, compiled())
        progress("Checking the pages")
        read, before = steps.pages_read(begun, memory), steps.last_published(order.published)
        sampled = steps.samples_checked(begun, memory, order.jobs)
        compared = steps.compared(order, register, begun, before, memory)
        rendered = begun.finished()
        checked.call_all()
        findings += rendered.findings
        packed = steps.packed(rendered.artefacts) if order.precompress else ()
        made = (*rendered.artefacts, *packed)
        artefacts = (*made, manifest(made, __version__, order.today))
        if not rendered.findings:  # links to a page that a template's mistake has kept away are no news
            findings += steps.pages_checked(register, artefacts, read)
            findings += compared
            findings += sampled()
    progress("Checking the records")
    findings += (finding for part in checked.result() for finding in part)
    return Built(artefacts, steps.settled(findings, register), register)


__all__ = ["Built", "Order", "build", "compare", "judged", "publish", "report", "show", "teller"]
