"""What a text shows of others: where it is named, which hosts that needs, and how it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.config import Site
from generator.render.views.common import Head

EMBED_SCRIPT = "embed.js"
"""The script that shows it, on the pages that need it alone."""

_ALONE = re.compile(r"^\s*\[[^\]\n]*\]\(\s*embed:([a-z0-9-]+)\s*\)\s*$", re.M)

Figure = Callable[[str, str], Markup | None]
"""From the id of an embed and the words of its link to what stands in the page."""


def frames(site: Site) -> tuple[str, ...]:
    """Every host that may be shown in a frame, as the policy names them."""
    return tuple(sorted({embed.frame for embed in site.embeds.values()}))


def framed(head: Head, text: str, site: Site) -> Head:
    """The head of a page with the hosts that its text shows."""
    named = (site.embeds.get(name) for name in _ALONE.findall(text)) if "embed:" in text else ()
    found = tuple(sorted({embed.frame for embed in named if embed}))
    return replace(head, frames=found) if found else head


def figures(jinja: Environment, site: Site) -> Figure:
    """What puts an embed into a text, by the template of the component."""

    def figure(name: str, words: str) -> Markup | None:
        if name not in site.embeds:
            return None
        macros: Any = jinja.get_template("components/embed.html").module
        return Markup(macros.figure(site.embeds[name], name, words))

    return figure


def wanted_files(site: Site) -> Iterable[str]:
    """The files of templates/assets that only a site with embeds needs."""
    ours = {embed.address for embed in site.embeds.values() if embed.is_ours}
    return {EMBED_SCRIPT, *ours} if site.embeds else ours
