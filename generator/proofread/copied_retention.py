"""Times for keeping records that belong to another service."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.keeping_words import KEPT, rows
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import texts_in

_SUBJECTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (on_demand(rf"\b(?:{words})", re.I), known)
    for words, known in (
        ("tenan(?:cy|cies|ts?)", "tenan|rent|landlord|hous|home|lodg|evict"),
        (
            "employment|employee|you leave your job|leaving (?:our|your) employment",
            "employ|staff|work|job|pay",
        ),
        ("leaves? school|school leav|pupils?", "school|pupil|educat|student|college|child"),
        ("library cards?|loans? (?:is|are) returned|books?", "librar|book|borrow|loan|read|archive|museum"),
        ("blue badges?|badge expires", "badge"),
        ("penalty charge|parking (?:ticket|permit)|vehicle", "park|vehicle|car|driv|road|traffic|taxi|fine"),
        ("planning (?:permission|application|decision)|building work", "plan|build|develop|tree|heritage"),
        ("burials?|graves?|cremations?", "buri|grave|cremat|funeral|cemeter|death"),
        ("foster(?:ing|s)?\\b|adopt(?:ion|ed)", "foster|adopt"),
        ("council tax", "council tax|tax|revenue|fraud|debt|bill"),
        ("elections?\\b|polling", "elect|vot|poll|councillor|petition"),
        ("housing benefit|benefit claims?|claim for benefit", "benefit|claim|fraud|welfare|debt"),
        ("unsubscrib|newsletters?|mailing list", "newsletter|subscri|mailing|e-mail|email|news|market|list"),
        ("your care ends|care plans?|care package", "care|support|health|social"),
        ("footage|cctv|cameras?", "camera|film|cctv|footage|record|video|pictur"),
        ("candidates?|interviews?|vacanc(?:y|ies)", "candidat|recruit|job|apply|interview|vacanc|elect"),
        ("enrol(?:ment)?|course ends|learners?", "learn|course|class|teach|educat|train|school"),
        ("allotments?", "allotment|garden|plot"),
        ("premises licences?|taxi", "licen|taxi|driver|premises|alcohol"),
    )
)
"""Words for what starts a time in one service, and letters by which a notice of that service speaks of it."""


@rule("retention-of-this-service", WARNING, KEPT, "data-uses")
def retention_of_this_service(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A time for keeping records begins with something of which the notice speaks elsewhere.
    Why: "6 years after the tenancy ends" under garden waste was copied: nobody can tell when that time ends.
    How: Write from when the time of this service runs; or say in the notice what it has to do with it.
    """
    told = ""
    for way, kept in rows(filed.record):
        for subject, known in _SUBJECTS:
            match = subject.search(kept.keep)
            if match is None:
                continue
            told = told or " ".join(
                text.text.lower()
                for text in texts_in(register, filed.document.path)
                if "retention" not in text.field
            )
            if not re.search(rf"\b(?:{known})", told):
                yield Problem(
                    way,
                    f"“{match[0]}” is something of which this notice does not speak elsewhere.",
                    "Write from when the time of this service runs.",
                    match[0],
                )
                break
