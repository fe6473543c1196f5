"""What was copied from another notice and still leads there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.once import once


@rule("assessment-of-another", WARNING, "UK GDPR Articles 5(1)(a) and 35", "data-uses")
def assessment_of_another(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The address of an impact assessment is not the one of another data use.
    Why: Who follows it reads about something else; it stayed when the notice was copied.
    How: Write the address of the assessment of this data use.
    """
    assessment = stated(filed.record.dpia)
    page = (assessment.summary or "").rstrip("/").rsplit("/", 1)[-1] if assessment else ""
    other = register.data_uses.get(page)
    if assessment is None or other is None or page == filed.slug:
        return
    theirs = stated(other.record.dpia)
    if theirs and theirs.reference != assessment.reference:
        yield Problem(
            ("dpia", "summary"),
            f"This leads to the assessment of “{other.record.title}”.",
            "Write the address of the assessment of this data use.",
        )


_Said = Mapping[tuple[str, str], tuple[str, ...]]


@once
def _titles(register: Register) -> _Said:
    """The records of each kind under their titles."""
    return _said(register, "title")


@once
def _summaries(register: Register) -> _Said:
    """The records of each kind under their summaries."""
    return _said(register, "summary")


def _said(register: Register, field: str) -> _Said:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for filed in register.records():
        if filed.record.status == "published":
            found[filed.document.collection, _plain(getattr(filed.record, field))].append(filed.slug)
    return {key: tuple(slugs) for key, slugs in found.items() if len(slugs) > 1}


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".")


def _others(filed: Filed[Record], said: _Said, words: str) -> list[str]:
    return [slug for slug in said.get((filed.document.collection, _plain(words)), ()) if slug != filed.slug]


@rule("title-of-its-own", WARNING, "UK GDPR Article 12(1); WCAG 2.2, 2.4.2", "records")
def title_of_its_own(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No two records of one kind have the same title.
    Why: Lists show both and nobody can tell them apart; one stayed when the record was copied.
    How: Give each the name that people call it by.
    """
    for slug in _others(filed, _titles(register), filed.record.title):
        yield Problem(("title",), f"`{slug}` has the same title.", "Give each a title of its own.")


@rule("summary-of-its-own", WARNING, "UK GDPR Article 12(1); ICO: layered notices", "records")
def summary_of_its_own(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No two records of one kind have the same summary.
    Why: The summary is all that most people read; one of the two tells of something else.
    How: Say in each what it is about.
    """
    for slug in _others(filed, _summaries(register), filed.record.summary):
        yield Problem(("summary",), f"`{slug}` has the same summary.", "Say in each what it is about.")
