"""What is shown now: the pages of the last content that could be used, and the latest findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.artefacts import Artefact
from generator.build import Order
from generator.diagnostics import Finding, Location, Severity, in_order
from generator.load.documents import Document
from generator.load.kept_code import kept_code
from generator.load.kept_documents import remembering
from generator.load.memory import Memory as Cache
from generator.load.memory import memory_in
from generator.load.snapshot import Snapshot
from generator.load.templates import OURS, TemplateFiles, load_templates
from generator.model.assemble import Modelled
from generator.proofread.settling import settle
from generator.render.assets import garbled_asset
from generator.render.compiled import Compiled, compiled_ahead
from generator.render.words import MissingWords, Words, read_words, unusable_words
from generator.serve.changes import Changes
from generator.serve.checking import Checked, Question
from generator.serve.memory import Content, Memory
from generator.serve.pages import Pages, beside_the_pages

EARLIER = 6
"""Earlier states that are kept for the sake of pages which have gone since."""


class Standing(StrEnum):
    """How a page stands to the files: as they are, as they were, or not at all any more."""

    CURRENT = "current"
    STALE = "stale"
    GONE = "gone"
    UNKNOWN = "unknown"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it can be shown, and what keeps it from being shown as it should."""

    artefact: Artefact | None
    standing: Standing
    problem: Finding | None = None


@dataclass
class Preview:
    """The state of a preview between two saves.

    `saves` counts what was shown, `checks` what was found out about it; both only grow. `cache` is
    what builds and earlier previews have made.
    """

    order: Order
    memory: Memory = field(default_factory=Memory)
    cache: Cache | None = None
    content: Content | None = None
    templates: TemplateFiles | None = None
    words: Words | Finding | None = None
    pages: Pages | None = None
    earlier: dict[str, Pages] = field(default_factory=dict)
    last_good: dict[str, Artefact] = field(default_factory=dict)
    found: tuple[Finding, ...] = ()
    unready: tuple[Finding, ...] = ()
    changes: Changes | None = None
    stamps: Snapshot = field(default_factory=dict)
    saves: int = 0
    checks: int = 0
    checking: bool = False

    @classmethod
    def of(cls, order: Order) -> Preview:
        """A preview that begins with what lies in the cache, if there is one."""
        cache = memory_in(order.cache)
        return cls(order, Memory(remembering(cache)), cache)

    @property
    def places(self) -> tuple[Path, ...]:
        """The files and folders that the site is made from."""
        site = self.order.site
        return tuple(dict.fromkeys((site / "site.yaml", site / "content", site / "templates", OURS)))

    def refresh(self, stamps: Snapshot) -> Question | None:
        """Shows what the files say now. Returns what is to be checked, or nothing where all is broken."""
        changed = self._changed(stamps)
        before, self.stamps = self.content, stamps
        self.saves += 1
        try:
            content = self.memory.content(self.order, stamps)
            compiled = self._compiled(changed)
        except Exception as problem:  # an editor gets a sentence, and the preview goes on
            self.found = (stumbled(problem), *self.found)
            return None
        self.content = content
        self._show(content, compiled)
        self._keep_findings(content.modelled, before, changed)
        wanted = self._is_beside_the_pages
        return Question(self.order, content.modelled, compiled, self._in_site(changed), wanted, self.cache)

    def _changed(self, stamps: Snapshot) -> frozenset[str]:
        old = self.stamps
        return frozenset(path for path in old.keys() | stamps.keys() if old.get(path) != stamps.get(path))

    def _in_site(self, changed: Iterable[str]) -> frozenset[str]:
        folder = self.order.site
        inside = (Path(path) for path in changed if self.saves > 1 and Path(path).is_relative_to(folder))
        return frozenset(path.relative_to(folder).as_posix() for path in inside)

    def _compiled(self, changed: frozenset[str]) -> Compiled:
        kept = kept_code(self.order.cache) if self.templates is None else {}
        if self.templates is None or self._looks_changed(changed):
            self.templates, self.words = load_templates(self.order.site), None
        return compiled_ahead(self.templates, 1, kept)()

    def _looks_changed(self, changed: frozenset[str]) -> bool:
        return any(path.startswith((f"{self.order.site / 'templates'}", str(OURS))) for path in changed)

    def _show(self, content: Content, compiled: Compiled) -> None:
        """Lays out the pages anew; where that cannot be done the ones before stay."""
        register = content.register
        if register is None or not register.has_what_pages_need:
            return
        words = self.words or read_words(compiled.templates, register.site.languages[0])
        self.words = words
        garbled = garbled_asset(compiled.templates)
        if not isinstance(words, Words) or garbled:
            self.found = (*(item for item in (words, garbled) if isinstance(item, Finding)), *self.found)
            return
        try:
            pages = Pages(register, compiled, words, self.cache)
        except MissingWords as problem:
            self.found = (unusable_words(compiled.templates, words.language, str(problem)), *self.found)
            return
        self._remember_gone(pages)
        self.pages = pages

    def _remember_gone(self, pages: Pages) -> None:
        before = self.pages
        if before:
            self.earlier.update({url: before for url in before.plan if url not in pages.plan})
        self.earlier = {url: old for url, old in self.earlier.items() if url not in pages.plan}
        states = list(dict.fromkeys(self.earlier.values()))[-EARLIER:]
        self.earlier = {url: old for url, old in self.earlier.items() if old in states}
        known = pages.plan.keys() | self.earlier.keys()
        self.last_good = {url: page for url, page in self.last_good.items() if url in known}

    def _keep_findings(self, modelled: Modelled, before: Content | None, changed: frozenset[str]) -> None:
        """Until the rules have run, what they found before in files that did not change still holds."""
        read = in_order(settle(modelled.findings, modelled.register))
        old = set(settle(before.modelled.findings, before.modelled.register)) if before else set()
        paths = self._in_site(changed)
        gone = {"preview-stumbled", *(("template-error",) if self._looks_changed(changed) else ())}
        kept = (f for f in self.found if f not in old and f.location.path not in paths and f.rule not in gone)
        self.found = in_order((*read, *kept))
        self.unready = tuple(f for f in self.unready if f.location.path not in paths)
        self.checking = True
        self.checks += 1

    def take(self, checked: Checked) -> None:
        """Takes in what the rules have found."""
        self.checks += 1
        if checked.problem:
            self.found = (_stumbled(checked.problem), *self.found)
            self.checking = False
        elif checked.paths:
            others = (f for f in self.found if f.location.path not in checked.paths)
            read = self.content.modelled.findings if self.content else ()
            here = (f for f in settle(read, None) if f.location.path in checked.paths)
            self.found = in_order((*others, *here, *checked.findings))
            self.unready = checked.unready + tuple(
                f for f in self.unready if f.location.path not in checked.paths
            )
        else:
            self.found, self.changes, self.checking = checked.findings, checked.changes, False
            self.unready = tuple(f for f in checked.unready if f not in checked.findings)
            if self.pages:
                self.pages.add({artefact.url: artefact for artefact in checked.artefacts})

    def page(self, url: str) -> Shown:
        """The page at an address, in the best state in which it can be shown."""
        made = self.pages.page(url) if self.pages else None
        if isinstance(made, Artefact):
            if made.media_type == "text/html":
                self.last_good[url] = made
            return Shown(made, self._standing(made))
        if isinstance(made, Finding):
            last = self.last_good.get(url)
            return Shown(last, Standing.STALE if last else Standing.BROKEN, made)
        return Shown(None, Standing.GONE if url in self.earlier else Standing.UNKNOWN)

    def as_it_was(self, url: str) -> Artefact | None:
        """A page that has gone since, as it last was."""
        if url in self.last_good:
            return self.last_good[url]
        made = self.earlier[url].page(url) if url in self.earlier else None
        return made if isinstance(made, Artefact) else None

    def _standing(self, made: Artefact) -> Standing:
        content = self.content
        lost = content is None or (self.pages is not None and content.register is not self.pages.register)
        stale = lost or bool(content and content.standing_in.intersection(made.sources))
        return Standing.STALE if stale else Standing.CURRENT

    def _is_beside_the_pages(self, artefact: Artefact) -> bool:
        return bool(self.pages and beside_the_pages((artefact,), self.pages))

    def about(self, sources: Iterable[str]) -> tuple[Finding, ...]:
        """The findings in the files that a page was made from."""
        return tuple(finding for finding in self.found if finding.location.path in sources)

    def document(self, path: str) -> Document | None:
        """The document at a path as the files are now, or as it last could be read."""
        file = self.memory.files.get(str(self.order.site / path))
        read = next((item for item in file[1] if isinstance(item, Document)), None) if file else None
        return read or self.memory.good.get(path)

    def excerpt(self, finding: Finding) -> str:
        """The line that a finding points at, in a content file or a template."""
        if finding.excerpt:
            return finding.excerpt
        name = finding.location.path.removeprefix("templates/")
        files: Mapping[str, bytes] = self.templates.files if self.templates else {}
        lines = files.get(name, b"").decode("utf-8", "replace").split("\n")
        inside = finding.location.path.startswith("templates/") and finding.location.line <= len(lines)
        return lines[finding.location.line - 1] if inside else ""


def stumbled(problem: Exception) -> Finding:
    """The finding for a mistake of ours, or for a file that vanished while it was read."""
    return _stumbled(f"{type(problem).__name__}: {problem}")


def _stumbled(said: str) -> Finding:
    return Finding(
        "preview-stumbled",
        Severity.ERROR,
        f"Fair Notice itself has stumbled: {said}.",
        Location("site.yaml"),
        "Undo the last change. The pages are shown as they were before it; please report this.",
    )
