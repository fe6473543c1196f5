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
}
"""What texts write before the colon of a link within the site, and the collection it means."""

FACT = re.compile(r"\[\[\s*([^\]\s]+)\s*\]\]")
"""A fact named in a text: `[[ndoo-telephone]]`."""
