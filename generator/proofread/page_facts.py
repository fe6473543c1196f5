"""What the page rules want to know of each page of a site: a pure function of its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from sys import intern
from typing import Any

from generator.artefacts import Artefact
from generator.load.memory import Memory

_ATTRIBUTE = re.compile(r"""\s(id|href)=["']([^"'<>]*)["']""")
_SCRIPT = re.compile(rb"(<script\b[^>]*>)(?!</script>).*?</script>", re.S)
_REFRESH = re.compile(r"""<meta\b[^>]*http-equiv=["']?refresh""", re.I)
_LANGUAGE = re.compile(r"""<html\b[^>]*\slang=["']?[a-zA-Z]{2,3}\b""", re.I)
_TITLE = re.compile(r"<title>\s*[^<\s]", re.I)
_H1 = re.compile(r"<h1[\s>]", re.I)
_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|input)\b[^>]*?\ssrc(?:set)?=["']?\s*(?:https?:)?//([^/"'\s>]+)"""
    r"""|<link\b(?=[^>]*\brel=["']?(?:stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch"
    r"|icon))"""
    r"""[^>]*?\shref=["']?(?:https?:)?//([^/"'\s>]+)""",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What stands in a page. `asked` are the hosts from which it loads something by itself."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    main_headings: int = 0
    has_language: bool = False
    has_title: bool = False
    leads_on: bool = False
    asked: tuple[str, ...] = ()


NO_PAGE = PageFacts()
"""What is known of a file that is no page."""

Read = Callable[[Artefact], PageFacts]
"""How a page is read."""


def read_page(page: Artefact) -> PageFacts:
    """The facts of a page, by regular expressions over HTML that we have made ourselves."""
    body = page.body
    html = (_SCRIPT.sub(rb"\1</script>", body) if _SCRIPT.search(body) else body).decode("utf-8", "replace")
    found = _ATTRIBUTE.findall(html)
    return PageFacts(
        ids=tuple(value for name, value in found if name == "id"),
        links=tuple(dict.fromkeys(value.replace("&amp;", "&") for name, value in found if name == "href")),
        main_headings=len(_H1.findall(html)),
        has_language=bool(_LANGUAGE.search(html)),
        has_title=bool(_TITLE.search(html)),
        leads_on=bool(_REFRESH.search(html)),
        asked=tuple(match[1] or match[2] for match in _LOADED.finditer(html)) if "//" in html else (),
    )


def _plain(facts: PageFacts) -> tuple[Any, ...]:
    return tuple(getattr(facts, field.name) for field in fields(facts))


def remembering(memory: Memory) -> Read:
    """Reads only pages of which no run has seen the same bytes."""

    def read(page: Artefact) -> PageFacts:
        said = ("facts of a page", page.fingerprint)
        ids, links, *rest = memory.value(said, lambda: _plain(read_page(page)))
        return PageFacts(tuple(map(intern, ids)), tuple(map(intern, links)), *rest)  # pages say the same

    return read
