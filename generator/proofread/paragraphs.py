"""Paragraphs of the Schedules to the Data Protection Act 2018, held against what they are named for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.law_subjects import near, speaks_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import under_gdpr

DPA = "Data Protection Act 2018"

_CONDITIONS: Mapping[int, tuple[str, str]] = {
    1: (
        "employment, social security and social protection",
        (
            "employ staff job work pay benefit pension recruit sick absence social tax reduc allowance union "
            "disciplin grievance care support leav"
        ),
    ),
    8: (
        "equality of opportunity",
        "equal fair ethnic discriminat divers kinds group disab religio differen everyone everybody",
    ),
    9: ("racial and ethnic diversity at senior levels", "senior divers ethnic leader racial"),
    11: ("protecting the public against dishonesty", "dishonest malpractice protect misconduct unfit fraud"),
    12: ("regulatory requirements about unlawful acts", "regulat dishonest unlawful misconduct money"),
    13: ("journalism, academia, art and literature", "journal academic art literature newspaper press"),
    14: ("preventing fraud", "fraud cheat match false"),
    15: ("suspicion of terrorist financing or money laundering", "terror launder"),
    16: ("support for a disability or medical condition", "disab condition illness support carer medical"),
    17: ("counselling", "counsel advice therap listen talk support"),
    18: (
        "safeguarding of children and of individuals at risk",
        (
            "safeguard protect harm abus neglect risk safe danger welfare foster adopt child "
            "vulnerab victim barred"
        ),
    ),
    19: ("safeguarding of economic well-being", "economic financ money debt scam exploit poverty"),
    20: ("insurance", "insur claim"),
    21: ("occupational pensions", "pension"),
    22: ("political parties", "politic party elect campaign"),
    23: (
        "elected representatives responding to requests",
        "councillor member casework MP represent constituent ward",
    ),
    24: ("disclosure to elected representatives", "councillor member casework MP represent constituent ward"),
    25: ("informing elected representatives about prisoners", "prison"),
    26: ("publication of legal judgments", "judgment court tribunal"),
    27: ("anti-doping in sport", "doping sport drug"),
    28: ("standards of behaviour in sport", "sport"),
}  # fmt: skip
"""Paragraphs of Schedule 1 that serve one end, with the beginnings of words by which it is told."""

_NUMBER = on_demand(r"\b(\d{1,2})\b")


@rule("schedule-1-fits-purpose", WARNING, "DPA 2018 s.10(2) and (3), Schedule 1", "data-uses")
def schedule_1_fits_purpose(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The paragraph of Schedule 1 that a purpose names serves the end that the purpose has.
    Why: Most paragraphs are for one end only, such as insurance; for another the condition is not met.
    How: Name the paragraph for this purpose; for tasks laid down by law it is paragraph 6.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, met in enumerate(purpose.conditions):
            named = [int(found) for found in _NUMBER.findall(met.schedule_1 or "")]
            for paragraph in named if met.condition != "archiving-research-statistics" else ():
                subject, beginnings = _CONDITIONS.get(paragraph, ("", ""))
                if subject and not speaks_of(near(filed, purpose, register), beginnings):
                    yield Problem(
                        ("purposes", number, "conditions", at, "schedule_1"),
                        f"Paragraph {paragraph} of Schedule 1 is for {subject}, which this "
                        f"purpose is not about.",
                        "Name the paragraph for this purpose; for tasks laid down by law it is paragraph 6.",
                    )


_SCHEDULE_2: Mapping[int, tuple[str, str]] = {
    2: (
        "crime and tax",
        (
            "crime criminal offen fraud tax investigat police prosecut detect spoil check escape case trial "
            "wrong theft false hide suspect enquir look"
        ),
    ),
    3: ("crime and tax", "crime fraud tax benefit risk offen investigat false"),
    4: ("immigration control", "immigra visa border"),
    5: (
        "what a law, a court or a legal claim requires",
        "law court legal claim proceed advice act tribunal order",
    ),
    14: ("judicial appointments and proceedings", "judg judicia court tribunal"),
    17: (
        "assumed reasonableness for health, social work and education staff",
        "health social educat staff teach doctor",
    ),
    19: ("legal professional privilege", "legal lawyer solicitor barrister advice privileg counsel"),
    20: ("self-incrimination", "incriminat offen"),
    21: ("corporate finance", "financ market shares price"),
    22: ("management forecasts", "forecast plan reorgani manag restruct redundan"),
    23: ("negotiations", "negotiat settle claim bargain"),
    24: ("confidential references", "referenc referee"),
    25: ("exam scripts and marks", "exam mark script result test"),
    26: ("journalism, academia, art and literature", "journal art academic literature"),
    27: ("research and statistics", "research statistic study studies survey coded"),
    28: ("archiving in the public interest", "archiv histor photograph museum record"),
}  # fmt: skip
"""Exemptions in Schedule 2 that hold for one reason."""

_SCHEDULE_3: Mapping[range, tuple[str, str]] = {
    range(3, 7): (
        "health data",
        "harm health doctor nurse clinic medical court wish know expect confiden professional danger",
    ),
    range(8, 13): (
        "social work data",
        "harm social care court safe danger professional welfare protect wish expect confiden",
    ),
    range(14, 21): ("education data", "harm educat school child pupil court danger teach"),
    range(21, 22): ("child abuse data", "abus child"),
}
"""Exemptions in Schedule 3, by the Parts in which they stand."""

_SCHEDULE = on_demand(
    r"\b(?:Schedule|Sch\.?) ?(?P<number>\d+)\b(?P<rest>.*?)(?=\b(?:Schedule|Sch\.?) ?\d|$)", re.I
)


def _exemptions(section: str) -> Iterator[tuple[str, str, str]]:
    """Every paragraph that is named, with its subject and the words for it; empty where many reasons do."""
    for schedule in _SCHEDULE.finditer(section):
        for paragraph in map(int, _NUMBER.findall(re.sub(r"\([^)]*\)", "", schedule["rest"]))):
            found = ("", "")
            if schedule["number"] == "2":
                found = _SCHEDULE_2.get(paragraph, found)
            elif schedule["number"] == "3":
                found = next((about for span, about in _SCHEDULE_3.items() if paragraph in span), found)
            yield f"Schedule {schedule['number']}, paragraph {paragraph}", *found


@rule("exemption-fits-words", WARNING, "DPA 2018 Schedules 2 and 3", "data-uses")
def exemption_fits_words(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The exemption that a limit to a right names is for the reason that its words give.
    Why: Each exemption holds for one reason. Under another one the refusal is unlawful.
    How: Name the paragraph for this reason, for example "Schedule 2, paragraph 16" for what others told you.
    """
    for number, limit in enumerate(filed.record.rights_limits if under_gdpr(filed.record) else ()):
        for at, law in enumerate(limit.laws):
            if getattr(register.laws.get(law.law), "title", "") != DPA:
                continue
            named = list(_exemptions(law.section or ""))
            text = limit.explanation.lower()
            if named and all(words and not speaks_of(text, words) for _, _, words in named):
                yield Problem(
                    ("rights_limits", number, "laws", at, "section"),
                    f"{named[0][0]} is about {named[0][1]}, of which the words beside it do not speak.",
                    "Name the paragraph for the reason that the words give, or give the reason.",
                )
