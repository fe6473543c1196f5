"""Which data the law calls special, by the words of a text."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_NONE = (
    r"(?:criminal (?:offence |conviction )?(?:history|records?|data|offences?|convictions?)"
    r"|(?:criminal )?convictions?|offending history|(?:financial|bank|payment|income"
    r"|contact) (?:information|details|data)|addresses|home address|dates? of birth"
    r"|national insurance numbers?|(?:your )?(?:age|gender|marital status)|telephone numbers?"
    r"|e-?mail address(?:es)?)"
)
_CALLED = on_demand(
    rf"\b(?P<data>{_NONE}) (?:(?:is|are|counts? as|(?:is|are) (?:classed|treated"
    rf"|regarded) as)(?: also)? (?:a )?|[-–—(:] ?)"
    r"special[- ]category\b"
    rf"|\bspecial[- ]categor(?:y|ies)(?: of)?(?: personal)? (?:data|information) (?:is|are|means?) (?:your )?"
    rf"(?P<named>{_NONE})(?=\W*$)",
    re.I,
)
_LIKENED = on_demand(
    r"\b(?:not|no|never|neither|like|as if|in the same way|similar\w*|although|whether|myth)\b|\?", re.I
)
_CALLED_PARTS = ("pecial",)


@rule("special-category-named", WARNING, "UK GDPR Articles 9(1) and 10", "texts", _CALLED_PARTS)
def special_category_named(text: PublishedText) -> Problems:
    """
    What: Only the data that the law names is called special category data.
    Why: Convictions have Article 10 and rules of their own, and bank details have none; with the wrong name
        the wrong conditions are looked for.
    How: Call it what it is; special are race, beliefs, politics, unions, genes, biometrics, health and sex.
    """
    for match in said(text, _CALLED, _LIKENED, _CALLED_PARTS):
        named = match["data"] or match["named"]
        yield Problem(
            text.field,
            f"“{named}” is no special category of data.",
            "Call it what it is; data about crimes has Article 10 and its own conditions.",
            match[0],
        )
