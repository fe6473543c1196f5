"""Entries of the list of laws and of the glossary that deny themselves."""

from __future__ import annotations

import re

from generator.model.reference import Entry, Law, Term
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

_ADDRESS_YEAR = on_demand(r"legislation\.gov\.uk/(?:id/)?(?:ukpga|uksi|ukla|asp|asc|wsi|ssi|eur)/(\d{4})/")
_TITLE_YEAR = on_demand(r"\b(1[89]\d\d|20\d\d)\b")


@rule("law-entry-fits", WARNING, "UK GDPR Article 5(1)(a); legislation.gov.uk", "reference")
def law_entry_fits(entry: Entry) -> Problems:
    """
    What: A law's address is of the year in its title, and it came into force in no earlier year.
    Why: The address leads to another law, or the page calls a law in force that was not yet made.
    How: Look the law up at legislation.gov.uk, and correct the title, the address or the day.
    """
    years = _TITLE_YEAR.findall(entry.title) if isinstance(entry, Law) else []
    if not isinstance(entry, Law) or not years:
        return
    address = _ADDRESS_YEAR.search(entry.address or "")
    if address and address[1] not in years:
        yield Problem(
            ("address",),
            f"The title says {years[-1]}, but this is the address of a law of {address[1]}.",
            "Look the law up, and correct the title or the address.",
        )
    if entry.in_force_from and entry.in_force_from.year < int(years[-1]):
        yield Problem(
            ("in_force_from",),
            f"A law of {years[-1]} cannot have been in force on {entry.in_force_from}.",
            "Correct the day or the title.",
        )


_DECIDES = on_demand(r"\bdecid\w+ (?:why|how|what|for (?:itself|themselves))\b|\bits own purposes\b", re.I)
_OBEYS = on_demand(
    r"\bon behalf of\b|\b(?:only )?as (?:it is |they are )?told\b|\bon (?:the |its )?instructions\b", re.I
)
_MEANT = {
    "controller": (_OBEYS, "A controller decides; this is what a processor does."),
    "data controller": (_OBEYS, "A controller decides; this is what a processor does."),
    "processor": (_DECIDES, "A processor does as it is told; this is what a controller does."),
    "data processor": (_DECIDES, "A processor does as it is told; this is what a controller does."),
}
_BOTH = on_demand(r"\b(?:not|never|controllers?|tells?)\b", re.I)


@rule("term-means-that", WARNING, "UK GDPR Article 4(7) and (8)", "reference")
def term_means_that(entry: Entry) -> Problems:
    """
    What: The glossary does not explain controller as processor, or processor as controller.
    Why: Who decides is who answers to people; with the words swapped they turn to the wrong body.
    How: A controller decides why and how data is used; a processor works with it as the controller tells it.
    """
    pattern, message = _MEANT.get(entry.term.lower(), (None, "")) if isinstance(entry, Term) else (None, "")
    match = pattern.search(entry.meaning) if pattern and isinstance(entry, Term) else None
    if isinstance(entry, Term) and match and not _BOTH.search(entry.meaning):
        yield Problem(("meaning",), f"“{match[0]}”: {message}", "Correct the meaning.", match[0])
