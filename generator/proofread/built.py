"""The built site as the rules see it: pages with their ids and links, and where each link leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from generator.artefacts import Artefact
from generator.proofread.page_facts import NO_PAGE, PageFacts, Read, read_page

_WHOLE = ("/", "http:", "https:", "mailto:", "tel:")
"""How a link begins that means the same on every page."""

MADE_LATER = frozenset({"manifest.json", "_headers"})
"""Files of the output that are made after the pages have been checked."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page as it was built. `taken_by` is what already has its address."""

    url: str
    path: str
    source: str
    facts: PageFacts
    taken_by: str = ""


@dataclass(frozen=True)
class BuiltSite:
    """All pages, and the anchors of every file by its path; not `whole` for a few loose files.

    `unmade` is how the paths of pages begin that are not there because what makes them could not be read.
    """

    pages: tuple[BuiltPage, ...]
    anchors: Mapping[str, tuple[str, ...]]
    base_url: str
    whole: bool = True
    known: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)
    unmade: tuple[str, ...] = ()

    @cached_property
    def linking(self) -> Counter[str]:
        """On how many pages each link stands."""
        return Counter(href for page in self.pages for href in set(page.facts.links))

    @cached_property
    def base_path(self) -> str:
        """The path part of the base address, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"

    @cached_property
    def host(self) -> str:
        """The host of the base address."""
        return urlsplit(self.base_url).netloc

    def written(self, href: str) -> str:
        """A link as an editor wrote it: without the base path that was put in front."""
        inside = href.startswith(self.base_path)
        return href[len(self.base_path) - 1 :] if inside else href

    def target(self, href: str, page: BuiltPage) -> tuple[str, str] | None:
        """The file in the output that a link means, and the anchor; `None` if it leads elsewhere."""
        if href.startswith("#"):
            return page.path, unquote(href[1:])
        relative = not href.startswith(_WHOLE)
        if relative or href not in self.known:
            target = self._target(urljoin(self.base_path + page.url.lstrip("/"), href) if relative else href)
            if relative:
                return target
            self.known[href] = target
        return self.known[href]

    def leads(self, href: str, page: BuiltPage) -> bool:
        """Whether a link leads to a file of the site, to one that is unmade, or elsewhere.

        What one page was told holds for all.
        """
        if href in self.right:
            return True
        target = self.target(href, page)
        right = target is None or target[0] in self.anchors or target[0].startswith(self.unmade)
        if right and href.startswith(_WHOLE):
            self.right.add(href)
        return right

    def _target(self, href: str) -> tuple[str, str] | None:
        parts = urlsplit(href)
        if parts.scheme not in ("", "http", "https") or (parts.netloc and parts.netloc != self.host):
            return None
        path = unquote(parts.path) or "/"
        if not path.startswith(self.base_path):
            return None if parts.netloc else (path, "")
        path = path[len(self.base_path) :]
        for candidate in (path, f"{path}index.html", f"{path}/index.html"):
            if candidate in self.anchors:
                return candidate, unquote(parts.fragment)
        return path, ""


def built(
    artefacts: Sequence[Artefact], base_url: str, whole: bool = True, read: Read = read_page
) -> BuiltSite:
    """Reads every page once."""
    first: dict[str, Artefact | None] = dict.fromkeys(MADE_LATER)
    for artefact in artefacts:
        first.setdefault(artefact.path, artefact)
    pages = []
    anchors: dict[str, tuple[str, ...]] = dict.fromkeys(MADE_LATER, ())
    for artefact in artefacts:
        is_page = artefact.media_type.startswith("text/html")
        facts = read(artefact) if is_page else NO_PAGE
        anchors.setdefault(artefact.path, facts.ids)
        if is_page:
            taken_by = _taken_by(artefact, first)
            pages.append(BuiltPage(artefact.url, artefact.path, _source(artefact), facts, taken_by))
    return BuiltSite(tuple(pages), anchors, base_url, whole)


def _taken_by(artefact: Artefact, first: Mapping[str, Artefact | None]) -> str:
    """What has its place in the output: a file at its path, or one where it needs a folder."""
    path = artefact.path
    ends = (at for at, letter in enumerate(path) if letter == "/")
    for place in (path, *(path[:end] for end in ends)):
        other = first.get(place, artefact)
        if other is not artefact:
            return _source(other) if other else "the build itself"
    return ""


def _source(artefact: Artefact) -> str:
    return artefact.sources[0] if artefact.sources else "templates/pages"
