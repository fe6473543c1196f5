"""Pages of text: the introduction, what this site is, and a guide for every hundred notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.prose import text
from sample.records import Plan, Subject, as_file, common

GUIDE_EVERY = 100
OWNER = "Information Governance Manager"
HOME = """The council uses data about people to run its services. This site has a page for each use.
Every page says which data we use, what for, who gets it and how long we keep it.

Some uses you can stop. Others the law requires, and then we say so.

If you think we got something wrong with your data, you can complain to us.
"""
ABOUT = """## A made-up council

A program made this site to measure how fast sites are built. The council in it does not exist.

## How we keep it right

We write each fact once. Your rights follow from the [lawful basis](term:lawful-basis) of each use.

- The owner reads each data use once a year.
- We check telephone numbers every six months.
"""

ACCESSIBLE = {
    "compliance": "partially",
    "prepared": "2026-11-22",
    "reply_within": "10 working days",
    "enforcement": "equality-advisory-service",
    "barriers": [
        {"what": "The map of our offices does not work with a keyboard.", "reason": "non-compliance",
         "criteria": ["2.1.1"], "instead": "The addresses are written below it.", "mended_by": "2027-03-31"}
    ],
    "tests": [
        {"on": "2026-11-22", "kind": "automated", "by": "the web team", "what": "They tested every page.",
         "how": "A program looked at headings, labels and colours."}
    ],
}  # fmt: skip


def pages(plan: Plan, about: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """The files of all pages."""
    standing = common(plan.chance("pages"), OWNER)
    home = {"title": "How we use your data", "summary": "What we know about you, and what you can say no to."}
    yield as_file("pages", "home", {**home, **standing, "body": HOME}, True)
    this = {"title": "About this site", "summary": "Who runs this site, and how we keep it right."}
    yield as_file("pages", "about", {**this, **standing, "in_footer": True, "body": ABOUT}, True)
    statement = {"title": "Accessibility statement", "summary": "How easy this site is to use for everybody."}
    told = {**statement, **standing, "in_footer": True, "accessibility": ACCESSIBLE}
    yield as_file("pages", "accessibility", {**told, "body": "Tell us what does not work for you."}, True)
    for number, subject in enumerate(about[::GUIDE_EVERY]):
        chance = plan.chance("guide", number)
        given = {
            "subject": subject.lower,
            "place": subject.place or "Larkminster",
            "people": "people",
            "firm": "A firm",
        }
        link = f"The notice on [{subject.title}](data-use:{subject.slug}) has the details."
        guide = {
            "title": f"Guide {number + 1}: {subject.title}",
            "summary": f"What to know about {subject.lower}, in plain words.",
        }
        yield as_file(
            "pages",
            f"guide-{number + 1}",
            {**guide, **common(chance, OWNER), "body": text(chance, given, [link])},
            True,
        )
