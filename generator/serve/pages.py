"""The pages of one register, each made when somebody asks for it: a save costs one page, not all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from generator import __version__
from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.memory import Memory
from generator.model.register import Register
from generator.render.compiled import Compiled
from generator.render.exports import manifest
from generator.render.pages import Planned, planned
from generator.render.render import leading_on, page_of, render
from generator.render.words import Words
from generator.render.workshop import workshop

SEARCH_PAGE = "/search/"
"""The one page that knows all others, because it leads to the index of their words."""

FOR_MACHINES = (".bin", ".json", ".csv", ".xml", ".txt", ".conf", "/_headers", "/_redirects", SEARCH_PAGE)
"""How the addresses of files end that are made from all pages together."""


class Pages:
    """What can be shown of a register. Raises MissingWords where the words of the templates lack some."""

    def __init__(
        self, register: Register, compiled: Compiled, words: Words, cache: Memory | None = None
    ) -> None:
        self.register = register
        self.compiled = compiled
        made_with = workshop(register, compiled, words, True, cache)
        self.jinja = made_with.jinja
        self.files: dict[str, Artefact] = {artefact.url: artefact for artefact in made_with.assets.values()}
        self.plan: dict[str, Planned] = {}
        for head, view in planned(register, words):
            self.plan.setdefault(head.url, (head, view))
        for head, link in leading_on(register):
            self.plan.setdefault(head.url, (head, partial(_same, link)))
        self.made: dict[str, Artefact | Finding] = {}
        self.whole = False

    def page(self, url: str) -> Artefact | Finding | None:
        """The page or file at an address, what is wrong with its template, or nothing."""
        if url in self.files:
            return self.files[url]
        made_of_all = self._for_machines(url) if url == SEARCH_PAGE or url not in self.plan else None
        if made_of_all or url not in self.plan:
            return made_of_all
        if url not in self.made:
            head, view = self.plan[url]
            self.made[url] = page_of(self.jinja, (head, view()))
        return self.made[url]

    def add(self, files: Mapping[str, Artefact]) -> None:
        """Takes in the files that were made from all pages elsewhere."""
        self.files.update(files)
        self.whole = True

    def _for_machines(self, url: str) -> Artefact | None:
        if not self.whole and url.endswith(FOR_MACHINES):
            made = render(self.register, self.compiled, preview=True).artefacts
            listed = manifest(made, __version__, self.register.today)
            self.add(beside_the_pages((*made, listed), self))
        return self.files.get(url)


def beside_the_pages(artefacts: tuple[Artefact, ...], pages: Pages) -> dict[str, Artefact]:
    """Those artefacts of a whole site that are no asset, and no page but that for search."""
    others = (a for a in artefacts if a.url == SEARCH_PAGE or a.url not in pages.plan)
    return {artefact.url: artefact for artefact in others if artefact.url not in pages.files}


def _same(view: Any) -> Any:
    return view
