"""Marks that come in pairs: quotation marks, and the fences round code."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText, without_code

READABLE = "UK GDPR Article 12(1); Markdown and YAML"
_FENCE = on_demand(r"^ {0,3}(?:```|~~~)", re.M)
_WHOLE = on_demand(r"“[^“”]*”\.?")
_PLAIN = frozenset({"title", "summary", "purpose", "records", "keep", "why", "owner", "name"})
"""Fields whose whole value is no quotation."""


@rule("quotes-paired", WARNING, READABLE, "texts", ("“", "”"))
def quotes_paired(text: PublishedText) -> Problems:
    """
    What: Curly quotation marks come in pairs, and do not stand round the whole value of a field.
    Why: YAML knows straight quotes only: curly ones, which word processors put in, are published as they are.
    How: Write straight quotes round a value, or none; add the mark that is missing in a sentence.
    """
    whole = text.name in _PLAIN and _WHOLE.fullmatch(text.text.strip())
    paragraphs = without_code(text.text).split("\n\n")
    odd = next((part for part in paragraphs if part.count("“") != part.count("”")), "")
    opened_again = odd.count("“") > odd.count("”") and odd.lstrip("> -*").startswith("“")
    if whole or (odd and not (opened_again and len(paragraphs) > 1)):
        at = odd.find("“" if "“" in odd else "”")
        yield Problem(
            text.field,
            "Curly quotation marks stand round the value." if whole else "A quotation mark has no other.",
            "Write straight quotes round a value, or none; in a sentence add the mark that is missing.",
            "“" if whole else " ".join(odd[max(at, 0) :].split()[:3]),
        )


@rule("code-closed", WARNING, READABLE, "texts", ("```", "~~~"))
def code_closed(text: PublishedText) -> Problems:
    """
    What: A fence that begins code (three backticks or tildes) has one that ends it.
    Why: Without it the whole rest of the page is printed as code, with links and headings as bare signs.
    How: Write the same three signs on a line of their own where the code ends; or take the first out.
    """
    fences = list(_FENCE.finditer(text.text))
    if len(fences) % 2:
        yield Problem(
            text.field,
            "This fence begins code, and nothing ends it.",
            "Write the same three signs where the code ends, or take this one out.",
            fences[-1][0].strip(),
        )
