"""Texts that cannot do harm: no HTML in anything that is published."""

from __future__ import annotations

import re

from generator.model.markup import tangled
from generator.proofread.catalogue import ERROR, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText, without_code

TAG = on_demand(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>]|$)|!--|!doctype|\?xml)", re.I)


@rule("raw-html", ERROR, "OWASP: cross-site scripting; plain words and Markdown only", "texts", ("<",))
def raw_html(text: PublishedText) -> Problems:
    """
    What: No published text holds HTML.
    Why: HTML can run code in the reader's browser; the site prints it as text, which looks broken.
    How: Write it in Markdown, or put it between backticks if it should be read as it stands.
    """
    for match in dict.fromkeys(found[0] for found in TAG.finditer(without_code(text.text))):
        yield Problem(
            text.field,
            f"There is HTML in this text: `{match}`.",
            "Write it in Markdown, or take it out.",
            match,
        )


@rule("tangled-text", ERROR, "Markdown in texts", "texts")
def tangled_text(text: PublishedText) -> Problems:
    """
    What: No line of a text holds hundreds of brackets, stars or other signs of Markdown.
    Why: Such a line is a mistake or an attack: nobody could read it, and making the page would take minutes.
    How: Take the line out, or write it anew.
    """
    line = tangled(text.text)
    if line:
        yield Problem(
            text.field,
            "This line holds more brackets, stars or other signs than anyone could read.",
            "Take the line out, or write it anew.",
            line[:40],
        )
