"""The search of a site beside its pages: it begins before they are made, and reads them in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.model.register import Register
from generator.render.pages import Planned
from generator.render.remembered import Make, Pages
from generator.render.remembering import anew
from generator.render.workshop import Workshop

if TYPE_CHECKING:
    from generator.render.search.making import Sources

Made = Artefact | Finding
Read = Callable[[], Iterable[Made]]
"""Gives the pages that say something of their own, or what is wrong with them, when they have been made."""


@dataclass(frozen=True, slots=True)
class Searching:
    """What the search of a site is made of."""

    register: Register
    shop: Workshop
    known: Pages | None
    every: Sequence[Planned]
    make: Make

    def over(self, read: Read) -> list[Made]:
        """The files of the search over the pages that could be made, and its own page."""
        from generator.render.search.making import search  # here alone: few processes need it

        sources, problems = self._sources()
        heads = (head for head, _ in self.every if head.kind != "search")
        found = search(sources, heads, lambda: [page for page in read() if isinstance(page, Artefact)])
        return [*problems, *found.files, *self._pages(found.told)]

    def of_nothing(self, _: Read) -> list[Made]:
        """The page of the search alone, where nobody is going to search."""
        return [*self._sources()[1], *self._pages("")]

    def _sources(self) -> tuple[Sources, list[Finding]]:
        from generator.render.search.making import Sources, synonyms_of

        shop, register = self.shop, self.register
        shop.prose.let_go()
        memory, remember = (self.known.memory, self.known.value) if self.known else (None, anew)
        synonyms = synonyms_of(shop.templates, register, shop.words.language, memory)
        problems = [synonyms] if isinstance(synonyms, Finding) else []
        usable = register.synonyms if isinstance(synonyms, Finding) else synonyms
        return Sources(register, shop.words, shop.prose, usable, memory, remember), problems

    def _pages(self, told: str) -> Iterator[Made]:
        asking = (page for page in self.every if page[0].kind == "search")
        return (self.make((head, replace(view(), told=told))) for head, view in asking)
