"""Places that a law does not have, and articles of the UK GDPR that lay no duty on anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import LawReference
from generator.model.opt_out import OptOut
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.law_lengths import LAST_PARAGRAPH, LAST_SCHEDULE, LAST_SECTION
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import called
from generator.proofread.texts import PublishedText

_PARAGRAPH = on_demand(r"\bsch(?:edule)?\.? (\d+),? para(?:graph)?s?\.? (\d+)", re.I)

_ARTICLES = 99
_PARTS = on_demand(r"(?P<word>[A-Za-z]{1,})\.?|(?P<number>\d+)[A-Z]{0,3}\b")
_KINDS = {"section": "s", "sections": "s", "s": "s", "ss": "s", "sec": "s"}
_KINDS |= {"schedule": "S", "schedules": "S", "sch": "S"}
_KINDS |= {"article": "a", "articles": "a", "art": "a", "arts": "a"}
_JOINS = frozenset({"to", "and", "or"})


def _numbers(place: str, wanted: str) -> Iterator[int]:
    """The numbers of sections or articles in words such as "sections 9, 10 and 13 to 18(2)"."""
    kind = ""
    for part in _PARTS.finditer(re.sub(r"\([^()]*\)", "", place)):
        if part["word"] and part["word"].lower() not in _JOINS:
            kind = _KINDS.get(part["word"].lower(), "")
        elif part["number"] and kind == wanted:
            yield int(part["number"])


def _beyond(title: str, place: str) -> tuple[str, int] | None:
    """What a law does not have, and the last that it has."""
    name = " ".join(title.lower().removeprefix("the ").split())
    gdpr = "gdpr" in name or "general data protection regulation" in name
    last = _ARTICLES if gdpr else LAST_SECTION.get(name)
    if last is None:
        return None
    schedules = LAST_SCHEDULE.get(name, 999)
    beyond = next((n for n in _numbers(place, "S") if n > schedules), None)
    if beyond:
        return f"Schedule {beyond}", schedules
    for schedule, paragraph in _PARAGRAPH.findall(place):
        most = LAST_PARAGRAPH.get((name, int(schedule)), 999)
        if int(paragraph) > most:
            return f"paragraph {paragraph} in Schedule {schedule}", most
    wrong = next((n for n in _numbers(place, "a" if gdpr else "s") if n > last), None)
    return (f"{'Article' if gdpr else 'section'} {wrong}", last) if wrong else None


@rule("law-place-exists", WARNING, "UK GDPR Article 5(1)(a); legislation.gov.uk", "records")
def law_place_exists(filed: Filed[Record], register: Register) -> Problems:
    """
    What: The section or article that is named exists in that law.
    Why: Whoever looks it up finds nothing, and doubts the whole page.
    How: Look the law up at legislation.gov.uk and correct the number.
    """
    for way, named in references(filed.record):
        law = register.laws.get(named.law)
        wrong = _beyond(law.title, named.section) if law and named.section else None
        if law and wrong:
            yield Problem(
                (*way, "section"),
                f"The {law.short_title or law.title} has no {wrong[0]}; it ends with {wrong[1]}.",
                "Look the law up and correct the number.",
            )


def references(record: Record) -> Iterator[tuple[FieldPath, LawReference]]:
    """Every law that a record refers to, with the way to it."""
    if isinstance(record, DataUse):
        for number, purpose in enumerate(record.purposes):
            yield from _listed(("purposes", number, "laws"), purpose.laws)
        for number, item in enumerate(record.data):
            yield from _listed(("data", number, "required", "laws"), getattr(item.required, "laws", ()))
        for number, limit in enumerate(record.rights_limits):
            yield from _listed(("rights_limits", number, "laws"), limit.laws)
    elif isinstance(record, OptOut):
        yield from _listed(("laws",), record.laws)


def _listed(way: FieldPath, laws: Iterable[LawReference]) -> Iterator[tuple[FieldPath, LawReference]]:
    for number, law in enumerate(laws):
        yield (*way, number), law


_IN_WORDS = on_demand(
    r"\b(?P<place>(?:[Ss]ections?|[Ss]\.|[Aa]rticles?|Art\.?) ?\d[\dA-Z]*(?:\(\w+\))*) (?:of|in) (?:the )?"
    r"(?P<law>(?:UK )?GDPR|[A-Z][\w()',’ ]{3,70}? Act \d{4})"
    r"|(?P<law2>(?:UK )?GDPR|[A-Z][\w()',’ ]{3,70}? Act \d{4}),? ?"
    r"(?P<place2>(?:[Ss]ections?|[Ss]\.?|[Aa]rticles?|Art\.?) ?\d[\dA-Z]*(?:\(\w+\))*)"
)


@rule("law-place-in-words", WARNING, "UK GDPR Article 5(1)(a); legislation.gov.uk", "texts", ("Act ", "GDPR"))
def law_place_in_words(text: PublishedText) -> Problems:
    """
    What: A section or article that a text names exists in that law.
    Why: Whoever looks it up finds nothing, and doubts the whole page.
    How: Look the law up at legislation.gov.uk and correct the number.
    """
    if text.list_name == "laws":
        return
    for match in _IN_WORDS.finditer(text.line):
        title, place = match["law"] or match["law2"], match["place"] or match["place2"]
        wrong = next(filter(None, (_beyond(name, place) for name in _titles(title))), None)
        if wrong:
            yield Problem(
                text.field,
                f"“{match[0]}”: there is no {wrong[0]} in that law; it ends with {wrong[1]}.",
                "Look the law up and correct the number.",
                match[0],
            )
            return


def _titles(words: str) -> tuple[str, ...]:
    """A title with what may stand before it cut off, word by word."""
    parts = words.split()
    return tuple(" ".join(parts[at:]) for at in range(len(parts)))


_NO_DUTY = on_demand(r"^Art(?:icle|\.)?s? ?(?P<number>6|9|10)(?![\dA-Z])", re.I)


@rule("duty-in-law-named", WARNING, "UK GDPR Article 6(1)(c) and 6(3); ICO: lawful basis", "data-uses")
def duty_in_law_named(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The law behind a legal obligation lays a duty on the council; Articles 6, 9 and 10 lay none.
    Why: Article 6 names the kinds of bases. Which law obliges you is what people are to be told.
    How: Name the Act and section that make you do it.
    """
    for number, purpose in enumerate(filed.record.purposes):
        if purpose.lawful_basis not in ("legal-obligation", "public-task"):
            continue
        for at, named in enumerate(purpose.laws):
            law = register.laws.get(named.law)
            match = _NO_DUTY.match(named.section or "")
            if law and match and "General Data Protection Regulation" in law.title:
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"{called(purpose)} rests on Article {match['number']}, which lays no duty on you.",
                    "Name the Act and section that make you do it.",
                )


_OF_OTHERS = {
    "165": "complaints to the regulator; complaints to you are section 164A",
    "166": "orders to the regulator",
    "167": "orders that a court makes",
    "168": "compensation that a court awards",
}
"""Sections of the DPA 2018 that lay a task on somebody else, with what they are about."""


@rule("duty-of-others", WARNING, "DPA 2018 ss.164A to 168; UK GDPR Article 6(3)", "data-uses")
def duty_of_others(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The section behind a purpose of the council lays the task on the council.
    Why: Sections 165 to 168 are about the regulator and the courts; they oblige a council to nothing.
    How: Name the section that lays it on you; for complaints about data it is section 164A.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, named in enumerate(purpose.laws):
            law = register.laws.get(named.law)
            cited = [str(n) for n in _numbers(named.section or "", "s")]
            if law and law.title == "Data Protection Act 2018" and cited and set(cited) <= set(_OF_OTHERS):
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"{named.section} of the Data Protection Act 2018 is about {_OF_OTHERS[cited[0]]}.",
                    "Name the section that lays this on you; for complaints about data it is section 164A.",
                )


_OF_RIGHTS = {
    "be-informed": "13",
    "access": "15",
    "rectification": "16",
    "erasure": "17",
    "restriction": "18",
    "portability": "20",
    "object": "21",
    "automated-decisions": "22",
}
_RIGHT_ARTICLE = on_demand(r"^Art(?:icle|\.)? ?(?P<number>1[3-9]|2[0-2])(?![\d])", re.I)


@rule("limit-article-fits", WARNING, "UK GDPR Articles 12 to 23", "data-uses")
def limit_article_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The limit to a right does not cite the article of another right.
    Why: Who looks it up finds no limit there; a right can be limited only by an exemption in law.
    How: Cite the exemption in the article of the right itself, or in Schedules 2 to 4 to the DPA 2018.
    """
    for number, limit in enumerate(filed.record.rights_limits):
        own = _OF_RIGHTS.get(limit.right)
        for at, named in enumerate(limit.laws):
            law, match = register.laws.get(named.law), _RIGHT_ARTICLE.match(named.section or "")
            other = match["number"] if match else own
            fits = other in (own, "19") or (own == "13" and other == "14")
            if own and law and not fits and "General Data Protection Regulation" in law.title:
                yield Problem(
                    ("rights_limits", number, "laws", at, "section"),
                    f"Article {other} is about another right than “{limit.right}”, which is Article {own}.",
                    "Cite the exemption that limits this right.",
                )
