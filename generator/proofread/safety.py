"""Texts that cannot do harm: no HTML in anything that is published."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, Problem, Problems, rule
from generator.proofread.texts import PublishedText, without_code

TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>]|$)|!--|!doctype|\?xml)", re.I)


@rule("raw-html", ERROR, "OWASP: cross-site scripting; plain words and Markdown only", "texts")
def raw_html(text: PublishedText) -> Problems:
    """
    What: No published text holds HTML.
    Why: HTML can run code in the reader's browser; the site prints it as text, which looks broken.
    How: Write it in Markdown, or put it between backticks if it should be read as it stands.
    """
    if "<" not in text.text:
        return
    for match in dict.fromkeys(found[0] for found in TAG.finditer(without_code(text.text))):
        yield Problem(
            text.field,
            f"There is HTML in this text: `{match}`.",
            "Write it in Markdown, or take it out.",
            match,
        )
