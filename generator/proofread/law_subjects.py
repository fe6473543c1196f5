"""What sections of laws are about, held against the purposes that name them.

A section that exists can still be the wrong one: the place for planning agreements under a register of
enforcement notices. Each entry of the table names some sections and words of which one has to stand near
a purpose that they lay down. Sections that fit many purposes are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.fields import LawReference, entries
from generator.model.purpose import Purpose
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.law_extent import references
from generator.proofread.on_demand import on_demand

_About = tuple[str, str, str]
"""Sections, what they are about, and the beginnings of words of which one is there."""

_HOMELESS = "homeless nowhere roof threat temporary street sleep los emergency accommodat safe refuge abus"
_TRAVEL = "travel transport bus ride route taxi journey pass"
_CHARGES = "charg pay paid financ afford money means cost fee contribut bill income"
_ABUSE = "abus neglect safeguard protect harm safe danger risk scam victim"
_CRIME = "crime disorder safe abus violen offen share protect danger risk"
_ENFORCING = "enforc without breach unauthor investig look action"
_PUPILS = "return census pupil figure statistic collect send inform record"

_SUBJECTS: Mapping[str, tuple[_About, ...]] = {
    "Care Act 2014": (
        ("9 11", "assessing adults' needs", "assess need care support find"),
        ("10", "assessing carers' needs", "carer look need assess support"),
        ("14 17", "charges for care", _CHARGES),
        ("34 35", "deferred payments", "defer loan home property pay"),
        ("42 43 44 45", "safeguarding adults", _ABUSE),
        ("47", "belongings of people in care", "belonging propert home pet"),
        ("58 59 60 63", "children who become adults", "child young transition 18 adult"),
        ("67 68", "advocates", "advoca speak represent"),
    ),
    "Children Act 1989": (
        ("20 22 22C 22G", "children who are looked after", "look care foster accommodat home place live"),
        ("23B 23C 24 24A 24B", "care leavers", "leav left care young"),
        ("26", "complaints about children's services", "complain represent review"),
        ("44 46 47", "protecting children from harm", "protect harm abus safe danger risk neglect violen"),
        ("83", "returns to the government", "return record statistic figure send collect research govern"),
    ),
    "Education Act 1996": (
        ("436A", "children missing education", "missing educat school roll"),
        ("437 443 444", "school attendance", "attend absen truan educat order penalt"),
        ("508A 508B 508C 508D 508E 508F 509", "school transport", _TRAVEL),
        ("512 512ZB", "school meals", "meal food lunch eat"),
        ("537 537A", "information about schools and pupils", _PUPILS),
    ),
    "School Standards and Framework Act 1998": (("94", "appeals", "appeal admission place panel"),),
    "Housing Act 1996": (
        ("159 160ZA 166A 167 170", "allocating homes", "regist allocat wait list bid offer priorit letting"),
        ("175 179 184 188 189A 189B 190 193 195 213A", "homelessness", _HOMELESS),
        ("218A", "behaviour of tenants", "behav nuisanc neighbour trouble disorder tenan"),
    ),
    "Housing Act 1985": (("118 119 122", "the right to buy", "buy sale purchas sell"),),
    "Housing Act 2004": (
        ("55 56 61 63 64 79 80 85 232", "licences for rented homes", "licen multiple HMO rent landlord shar"),
    ),
    "Local Government Finance Act 1992": (
        ("13A", "council tax reduction", "reduc discount support lower benefit claim tax"),
    ),
    "Local Government Act 1972": (
        ("112", "staff of councils", "staff employ job appoint work recruit pay person people"),
        ("151", "a council's money", "financ money account fraud pay debt audit match income budget"),
        ("214", "cemeteries", "cemeter buri bury grave cremat funeral"),
        ("222", "going to court", "court legal prosecut proceed case claim defend"),
        ("224", "documents of councils", "document archiv record deposit histor"),
        ("100A 100B 100C 100D 100E", "council meetings", "meeting agenda minute paper committee councillor"),
    ),
    "Localism Act 2011": (
        ("27 28", "conduct of councillors", "conduct standard complain behav councillor"),
        ("29 30 31 32 33 34", "interests of councillors", "interest regist member councillor"),
        ("87 88 89", "assets of community value", "asset communit building land nominat"),
    ),
    "Crime and Disorder Act 1998": (
        ("37 38 39 40", "youth justice", "youth young child offend"),
        ("115", "sharing to prevent crime", _CRIME),
    ),
    "Environmental Protection Act 1990": (
        ("33 34", "waste that is dumped", "wast rubbish tip dump litter offen"),
        ("45 46 47", "collecting waste", "wast rubbish bin collect recycl"),
        ("79 80", "nuisance", "nuisanc nois smoke smell odour light dust complain"),
        ("87 88", "litter", "litter"),
    ),
    "Town and Country Planning Act 1990": (
        ("69", "the register of applications", "regist public list"),
        ("78", "planning appeals", "appeal"),
        ("106 106A", "planning obligations", "obligat agreement contribut deed 106 money infrastruct"),
        ("171B 171C 172 174 183 187A 187B", "planning enforcement", _ENFORCING),
        ("188", "the register of enforcement notices", "regist enforc permission"),
        ("191 192", "certificates of lawful use", "certificat lawful"),
        ("198 201 211", "trees", "tree wood hedge"),
    ),
    "Highways Act 1980": (
        ("41 58", "keeping roads in repair", "repair maint road path pothole street highway claim"),
        ("142 184", "dropped kerbs and planting", "kerb cross driveway plant"),
        ("169 171 139", "scaffolds and skips", "scaffold skip licen permit hoard"),
    ),
    "Traffic Management Act 2004": (
        ("16 17 18", "keeping traffic moving", "traffic network congest flow road highway pothole"),
        ("72 73 78 80 82", "civil penalties", "park penalt enforc charge challeng appeal collect traffic"),
    ),
    "Mental Capacity Act 2005": (
        ("4A 4B", "depriving people of liberty", "liberty depriv restrict authoris assess"),
        ("16 19", "deputies", "deput court money affairs financ"),
    ),
    "Mental Health Act 1983": (("117", "aftercare", "aftercare after mental support"),),
    "Local Government (Miscellaneous Provisions) Act 1976": (
        ("19", "places for recreation", "leisure sport recreat swim gym pool member club lesson"),
        ("46 47 48 51 53 55 57 58 59 60 61 62", "taxis", "taxi hackney hire driver vehicle licen"),
    ),
    "Public Libraries and Museums Act 1964": (
        ("7 8 19", "libraries", "librar book lend borrow room class event"),
        ("12 13", "museums", "museum galler collect object exhibit"),
    ),
    "National Health Service Act 2006": (
        ("75", "partnerships with the NHS", "partner joint pool together NHS integrat share"),
        ("117 111", "dental health", "dent teeth mouth"),
    ),
    "Transport Act 2000": (("145A 146 148 149 150", "concessions on buses", f"{_TRAVEL} concession"),),
    "Civil Contingencies Act 2004": (("2 4", "emergencies", "emergenc flood evacuat disaster resilien"),),
    "Flood and Water Management Act 2010": (("19 21", "floods", "flood water drain"),),
    "Domestic Abuse Act 2021": (("57 58 59", "safe homes after abuse", "abus refuge safe violen victim"),),
}  # fmt: skip
"""Laws by their title, with sections that are about one thing."""

_NUMBER = on_demand(r"\b(\d+[A-Z]{0,2})\b(?!\s*\()")


def near(filed: Filed[DataUse], purpose: Purpose, register: Register) -> str:
    """What is said of a purpose, and of its notice as a whole."""
    use = filed.record
    service = register.services.get(use.service or "")
    kept = [row.records for row in entries(purpose.retention)]
    said = (purpose.purpose, use.title, use.summary, *use.also_called, *kept)
    return " ".join((*said, service.name if service else "")).lower()


def speaks_of(text: str, beginnings: str) -> bool:
    """Whether some word of a text begins with one of the beginnings."""
    return any(re.search(rf"\b{re.escape(word.lower())}", text) for word in beginnings.split())


def _off_subject(law: LawReference, title: str, text: str) -> Iterator[tuple[str, str]]:
    """Each section named that is about something else, with what it is about."""
    section = law.section or ""
    if re.search(r"\b(?:Schedule|Part|regulation|article|rule)s?\b", section, re.I):
        return
    named = _NUMBER.findall(section)
    for sections, subject, beginnings in _SUBJECTS.get(title, ()):
        found = [number for number in named if number in sections.split()]
        if found and not speaks_of(text, beginnings):
            yield found[0], subject


@rule("section-fits-purpose", REVIEW, "UK GDPR Articles 6(3), 13(1)(c) and 14(1)(c)", "data-uses")
def section_fits_purpose(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody looks at a section that is known to be about something else than its purpose speaks of.
    Why: A section that exists and lays down something else is no basis; it was copied, or mistyped.
    How: Look the section up at legislation.gov.uk, and write the one that lays this task down.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, law in enumerate(purpose.laws):
            title = getattr(register.laws.get(law.law), "title", "")
            if title not in _SUBJECTS or not law.section:
                continue
            for section, subject in _off_subject(law, title, near(filed, purpose, register)):
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"Section {section} of the {title} is about {subject}, which this purpose "
                    f"does not speak of.",
                    "Look the section up, and write the one that lays this task down.",
                )


_PLACES: tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...] = (
    (
        on_demand(r"General Data Protection Regulation|GDPR"),
        "Articles",
        on_demand(r"^(?:sections?|regulations?)\b", re.I),
    ),
    (on_demand(r"\bAct \d{4}$"), "sections", on_demand(r"^(?:art(?:icle)?s?|regulations?)\b", re.I)),
    (
        on_demand(r"\bRegulations \d{4}$"),
        "regulations",
        on_demand(r"^(?:art(?:icle)?s?|sections?)\b", re.I),
    ),
    (on_demand(r"\bOrder \d{4}$"), "articles", on_demand(r"^(?:sections?|regulations?)\b", re.I)),
)
"""Kinds of laws by their titles, what they are divided into, and what other laws are."""


@rule("place-fits-law", WARNING, "UK GDPR Article 5(1)(a); legislation.gov.uk", "records")
def place_fits_law(filed: Filed[Record], register: Register) -> Problems:
    """
    What: An Act has sections, Regulations have regulations, an Order and the UK GDPR have articles.
    Why: "Article 15" of an Act is nowhere to be found; the law or the place is another.
    How: Correct `section`, or `law`.
    """
    for way, named in references(filed.record):
        title = getattr(register.laws.get(named.law), "title", "")
        for kind, division, wrong in _PLACES if named.section else ():
            if kind.search(title) and wrong.search(named.section or ""):
                yield Problem(
                    (*way, "section"),
                    f"“{named.section}”, but the {title} has {division}.",
                    "Correct `section`, or `law`.",
                )
                break
