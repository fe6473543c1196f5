"""Public-benefit projects: one for each study, from the question to the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from sample.records import TODAY, Plan, Subject, as_file, common
from sample.yaml_text import Value

VOICES = (
    ("public", "A meeting in the town hall", "Tell us in plain words what you found."),
    ("affected-group", "Telephone calls", "Do not let anybody see who we are."),
    ("carers", "A lunch club", "We want to know what helps, and soon."),
    ("clinical", "Written comments", "Look at one year only, because the records changed."),
    ("caldicott-guardian", "Written advice", "Take out the addresses."),
    ("data-protection-officer", "Written advice", "Set a day on which the file is wiped."),
)
ENDED = 0.4
"""Share of the projects that have ended and published what came of them."""


def projects(plan: Plan, about: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """The files of all projects."""
    for subject in about:
        if subject.is_study:
            chance = plan.chance("project", subject.number)
            fields = _project(chance, subject)
            yield as_file("public-benefit", subject.slug, fields, chance.random() < 0.2)


def _project(chance: Random, subject: Subject) -> dict[str, Value]:
    decided = TODAY - timedelta(days=chance.randint(300, 700))
    ended = chance.random() < ENDED
    last = (
        TODAY - timedelta(days=chance.randint(61, 120))
        if ended
        else TODAY + timedelta(days=chance.randint(90, 400))
    )
    place = subject.place or "Larkshire"
    fields: dict[str, Value] = {
        "title": subject.title,
        "summary": f"We look at records without names, to see what helps with {subject.lower} in {place}.",
        "also_called": [f"{subject.name} research"],
        **common(chance, "Research and Intelligence Manager"),
        "topics": [subject.service.topic],
        "question": f"What helps people with {subject.lower} in {place}, and what does not?",
        "statement": _statement(subject, place),
        "users": ["larkshire-council"],
        "identifiability": "pseudonymised",
        "scale": "1000-9999",
        "consent_sought": False,
        "why_no_consent": "We get the records without names, so we cannot ask anybody.",
        "start": decided + timedelta(days=14),
        "end": last,
        "steps": _steps(decided, last, ended),
        "evaluations": [_evaluation(chance, subject, decided, place)],
    }
    return fields | (_ending(chance, subject, last) if ended else {})


def _statement(subject: Subject, place: str) -> dict[str, Value]:
    return {
        "data": f"Records about {subject.lower}: dates, ages and what was done.",
        "people": f"People in {place} who had help with {subject.lower}.",
        "used_by": "Two researchers of the council.",
        "will_not": ["Nobody is named.", "No decision about a person rests on it."],
        "choice": "The [National Data Opt-Out](choice:national-data-opt-out) holds, and we leave you out.",
    }


def _steps(decided: date, last: date, ended: bool) -> list[Value]:
    steps: list[Value] = [
        {"state": "proposed", "on": decided - timedelta(days=90), "why": "Staff asked what works."},
        {"state": "approved", "on": decided, "why": "The test was met."},
        {"state": "active", "on": decided + timedelta(days=14), "why": "The first records came."},
    ]
    return (
        [*steps, {"state": "concluded", "on": last, "why": "All records had been read."}] if ended else steps
    )


def _evaluation(chance: Random, subject: Subject, decided: date, place: str) -> dict[str, Value]:
    number = subject.number + 1
    return {
        "id": "e1",
        "date": decided,
        "kind": "initial",
        "prepared_by": "Senior researcher",
        "state": "met",
        "public_aspect": {
            "who": f"Everybody in {place} who needs help with {subject.lower}, and those who will.",
            "distribution": "People who live alone gain most.",
            "who_misses_out": "People who are in no record.",
            "evidence": [
                f"In the last year {number % 900 + 100} people asked for help.",
                "Half of them had to wait.",
            ],
        },
        "benefits": [
            {
                "benefit": f"Shorter waits for {subject.lower}.",
                "kind": "direct",
                "horizon": f"{chance.randint(1, 3)} years",
                "likelihood": chance.choice(("low", "medium", "high")),
                "measure": "Days from the first call to the first help.",
                "state": chance.choice(("expected", "emerging")),
            }
        ],
        "perspectives": [
            {
                "kind": kind,
                "method": f"{method} with {chance.randint(5, 40)} people."
                if kind not in ("caldicott-guardian", "data-protection-officer")
                else f"{method}.",
                "date": decided - timedelta(days=chance.randint(5, 80)),
                "said": said,
                "effect": "We changed the plan, and wrote down how.",
            }
            for kind, method, said in (*VOICES[:2], *chance.sample(VOICES[2:], 2))
        ],
        "proportionality": f"People in {place} gain, and the records about {subject.lower} name nobody.",
        "if_refused": f"We would plan {subject.lower} in {place} blindly, and people would wait.",
        "alternatives": ["Asking a few people. We did that first, and it was not enough."],
        "dpia": {
            "reference": f"DPIA-{decided.year}-P{number:05}",
            "date": decided - timedelta(days=4),
            "outcome": "Low risk, because names are taken out first.",
            "summary": f"https://www.larkshire.example/data-protection/impact-assessments/project-{number}",
        },
        "risks": [
            {
                "risk": "Somebody is recognised in a small group.",
                "severity": "medium",
                "mitigation": "We hide small numbers.",
                "state": "mitigated",
            }
        ],
        "decision": "Go ahead.",
        "rationale": f"People with {subject.lower} in {place} gain, and those we heard were for it.",
        "motivations": [
            {
                "whose": "Larkshire County Council",
                "motivation": "To spend money on what helps.",
                "interest": "public",
            }
        ],
        "next_review": TODAY + timedelta(days=chance.randint(30, 300)),
    }


def _ending(chance: Random, subject: Subject, last: date) -> dict[str, Value]:
    return {
        "learning": [
            {
                "date": last - timedelta(days=30),
                "worked": "Plain letters.",
                "did_not_work": "Old records were hard to read.",
                "changed": "We left them out and said so.",
            }
        ],
        "outcome": {
            "published_on": last + timedelta(days=30),
            "summary": f"Short calls in the first week help most with {subject.lower}.",
            "benefits": [
                {
                    "benefit": f"Shorter waits for {subject.lower}.",
                    "state": chance.choice(("realised", "unclear", "not-realised")),
                    "evidence": f"The wait fell by {chance.randint(1, 9)} days.",
                }
            ],
            "not_achieved": ["We could not say what helps people who never call."],
            "harms": {"does_not_apply": "We know of none. Nobody complained."},
            "publicised": [
                {
                    "to": "People who took part in the meeting",
                    "how": "A letter",
                    "on": last + timedelta(days=35),
                }
            ],
        },
    }
