"""Rights and choices beside the articles that give them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.reference import Entry, Right
from generator.model.register import Filed, Register
from generator.model.rights import right_over
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import under_gdpr
from generator.proofread.said import DENIED, says
from generator.proofread.texts import PublishedText

ARTICLES: Mapping[str, tuple[str, ...]] = {
    "be-informed": ("13", "14"),
    "access": ("15",),
    "rectification": ("16",),
    "erasure": ("17",),
    "restriction": ("18",),
    "portability": ("20",),
    "object": ("21",),
    "withdraw": ("7",),
    "complain-to-us": ("164A",),
}
"""Where each right stands: an article of the UK GDPR, or a section of the DPA 2018."""

_OF_ANY = ("21", "7", "6", "9", "17", "18", "19", "22", "22A", "22B", "22C", "22D", "89")
"""Articles that a choice of another kind can go back to."""
_OF_REACH: Mapping[str, tuple[str, ...]] = {"right-to-object": ("21",), "consent": ("7",)}
_OTHER_PARAGRAPH = on_demand(r"\b(?:7 ?\((?!3\))\d\)|21 ?\([47-9]\))")
"""A paragraph of these two articles that gives no choice."""

_PLACE = on_demand(
    r"\b(?:art(?:icle)?s?\.?|sections?|s\.) ?(\d+[A-Z]?)(?:[^.;]*?(?:and|to|,) (\d+[A-Z]?))?", re.I
)


def _places(written: str) -> set[str]:
    return {number.upper() for found in _PLACE.findall(written) for number in found if number}


@rule("right-article-fits", WARNING, "UK GDPR Articles 7 and 13 to 21; DPA 2018 s.164A", "reference")
def right_article_fits(entry: Entry) -> Problems:
    """
    What: An entry in the list of rights names the article in which that right stands.
    Why: Every notice prints it, and who looks it up finds another right.
    How: Access is Article 15, rectification 16, erasure 17, restriction 18, portability 20, objection 21.
    """
    wanted = ARTICLES.get(entry.id) if isinstance(entry, Right) else None
    if (
        isinstance(entry, Right)
        and wanted
        and _places(entry.article)
        and not _places(entry.article) & set(wanted)
    ):
        where = f"{'section' if wanted[0].endswith('A') else 'Article'} {' or '.join(wanted)}"
        yield Problem(
            ("article",),
            f"“{entry.name}” does not stand in {entry.article}.",
            f"It stands in {where}.",
        )


_ALSO_EXEMPT = frozenset({"15", "16", "24", "26", "28"})
"""Sections of the DPA 2018 that lead to exemptions or hold one; all others stand in Schedules 2 to 4."""

_IN_A_SCHEDULE = on_demand(r"\b(?:schedules?|sch)\b", re.I)


_OTHER_SCHEDULE = on_demand(
    r"^\W*(?:schedules?|sch)\.? ?(?:1|[5-9]|[12]\d)\b(?!.*\b(?:schedules?|sch)\.? ?[234]\b)", re.I
)
"""A Schedule that holds conditions or other things, and no exemption."""


@rule("exemption-place", WARNING, "DPA 2018 s.15 and Schedules 2 to 4", "data-uses")
def exemption_place(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A limit to a right under the UK GDPR names a paragraph of Schedules 2 to 4 to the DPA 2018.
    Why: The exemptions stand there. "Section 29" was the old Act; today it is about the police.
    How: Write for example "Schedule 2, paragraph 2" for crime and tax.
    """
    for number, limit in enumerate(filed.record.rights_limits if under_gdpr(filed.record) else ()):
        for at, law in enumerate(limit.laws):
            title = getattr(register.laws.get(law.law), "title", "")
            section = law.section or ""
            places = _places(section) if title == "Data Protection Act 2018" else set()
            elsewhere = places - _ALSO_EXEMPT and not _IN_A_SCHEDULE.search(section)
            if elsewhere or (title == "Data Protection Act 2018" and _OTHER_SCHEDULE.search(section)):
                yield Problem(
                    ("rights_limits", number, "laws", at, "section"),
                    f"In the Data Protection Act 2018, {section} holds no exemption from this right.",
                    "Name the paragraph of Schedule 2, 3 or 4, for example “Schedule 2, paragraph 2”.",
                )


@rule("choice-article-fits", WARNING, "UK GDPR Articles 7(3) and 21", "opt-outs")
def choice_article_fits(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page on objecting names Article 21, and the page on withdrawing consent Article 7.
    Why: Who looks the article up finds another right, and doubts the whole page.
    How: Correct `section`.
    """
    wanted = _OF_REACH.get(filed.record.reach, _OF_ANY)
    for number, law in enumerate(filed.record.laws):
        title = getattr(register.laws.get(law.law), "title", "")
        places = _places(law.section or "") if "General Data Protection" in title else set()
        beside = _OTHER_PARAGRAPH.search(law.section or "")
        if wanted and places and (not places & set(wanted) or beside):
            yield Problem(
                ("laws", number, "section"),
                f"{law.section} of the UK GDPR does not give this choice.",
                f"It stands in Article {wanted[0]}{'(3)' if wanted[0] == '7' else ''}.",
            )


_OFFERED = on_demand(r"\b(?:you|people) (?:can|may|have the right to|are able to)\b", re.I)


@rule("limit-of-right-held", WARNING, "UK GDPR Articles 7(3), 17, 20 and 21", "data-uses")
def limit_of_right_held(filed: Filed[DataUse]) -> Problems:
    """
    What: What limits a right is told of a right that some lawful basis of the notice gives.
    Why: "You can take your data with you" under a public task promises what the law does not give.
    How: Take the entry out; the page lists by itself the rights that hold, and why others do not.
    """
    use = filed.record
    for number, limit in enumerate(use.rights_limits if use.purposes else ()):
        held = [right_over(purpose, use, limit.right) for purpose in use.purposes]
        known = [right for right in held if right is not None]
        given = any(right.extent != "none" for right in known) or len(known) < len(held)
        if not given and says(limit.explanation, _OFFERED) and not DENIED.search(limit.explanation):
            yield Problem(
                ("rights_limits", number, "right"),
                f"No purpose of this data use gives the right “{limit.right}”, of which this speaks.",
                "Take it out; the page lists the rights that follow from each lawful basis.",
            )


_RANGE = on_demand(r"\bArt(?:icle)?s?\.? ?(?:1\d|2[01]) ?(?:to|through|until|up to|[-–—]) ?22(?![A-D\d(])")
_IN_THE_LIST = on_demand(r"Articles (?:12|13|15)(?: to |-)22")
"""Ranges that the list of phrases to avoid has already."""


@rule("article-range-ends", WARNING, "UK GDPR Articles 12 to 22D; DUAA 2025 s.80", "texts", ("22",))
def article_range_ends(text: PublishedText) -> Problems:
    """
    What: A range of articles on rights does not end with Article 22, which is gone.
    Why: It was replaced by Articles 22A to 22D on 5 February 2026; who looks it up finds the old law.
    How: Write "Articles 12 to 22D", or name the rights.
    """
    for match in _RANGE.finditer(text.line):
        if not _IN_THE_LIST.match(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}” ends with an article that was replaced by Articles 22A to 22D.",
                "Write “to 22D”, or name the rights.",
                match[0],
            )
