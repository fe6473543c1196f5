"""What editors can write in a text beyond Markdown: links to records, and facts that are kept once."""

from __future__ import annotations

import re

SCHEMES = {
    "data-use": "data-uses",
    "choice": "opt-outs",
    "benefit": "public-benefit",
    "page": "pages",
    "topic": "topics",
    "organisation": "organisations",
    "category": "data-categories",
    "right": "rights",
    "term": "glossary",
    "embed": "embeds",
}
"""What texts write before the colon of a link within the site, and the collection it means;
`embed` leads to what site.yaml declares under `embeds`."""

FACT = re.compile(r"\[\[\s*([^\[\]\s]+)\s*\]\]")
"""A fact named in a text: `[[ndoo-telephone]]`."""

MOST_SIGNS = 300
"""Signs of Markdown that one line may hold; no reader of a page could follow more."""

DEEPEST_QUOTE = 20
"""Levels that a quotation may be nested."""

_SIGNS = re.compile(r"[\[\]_*`<>!\\]")
_QUOTE = re.compile(rf"^[ >]*(?:>[ ]*){{{DEEPEST_QUOTE + 1}}}")


def tangled(text: str) -> str:
    """The first line that Markdown would take minutes for or break on; empty where there is none."""
    if len(text) < MOST_SIGNS and text.count(">") <= DEEPEST_QUOTE:
        return ""
    for line in text.split("\n"):
        if _QUOTE.match(line) or (len(line) > MOST_SIGNS and len(_SIGNS.findall(line)) > MOST_SIGNS):
            return line
    return ""
