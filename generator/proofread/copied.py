"""What was copied from another notice and still leads there."""

from __future__ import annotations

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.shared import said
from generator.proofread.catalogue import WARNING, Problem, Problems, rule


@rule("assessment-of-another", WARNING, "UK GDPR Articles 5(1)(a) and 35", "data-uses")
def assessment_of_another(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The address of an impact assessment is not the one of another data use.
    Why: Who follows it reads about something else; it stayed when the notice was copied.
    How: Write the address of the assessment of this data use.
    """
    assessment = stated(filed.record.dpia)
    page = (assessment.summary or "").rstrip("/").rsplit("/", 1)[-1] if assessment else ""
    if assessment is None or page == filed.slug or page not in register.addresses["data-uses"]:
        return
    other = register.data_uses.get(page)
    theirs = stated(other.record.dpia) if other else None
    if other and theirs and theirs.reference != assessment.reference:
        yield Problem(
            ("dpia", "summary"),
            f"This leads to the assessment of “{other.record.title}”.",
            "Write the address of the assessment of this data use.",
        )


def _others(filed: Filed[Record], field: str, register: Register) -> str:
    """Who else says the same in a field, in words; nothing where nobody does."""
    collection = filed.document.collection
    slugs = register.shared.get(said(collection, field, filed.record), ())
    first, *more = [f"`{slug}`" for slug in slugs if slug != filed.slug] or [""]
    verb = "has" if not more else f"and {len(more)} more have" if len(more) > 1 else f"and {more[0]} have"
    return f"{first} {verb} the same {field}." if first else ""


@rule("title-of-its-own", WARNING, "UK GDPR Article 12(1); WCAG 2.2, 2.4.2", "records")
def title_of_its_own(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No two records of one kind have the same title.
    Why: Lists show both and nobody can tell them apart; one stayed when the record was copied.
    How: Give each the name that people call it by.
    """
    if told := _others(filed, "title", register):
        yield Problem(("title",), told, "Give each a title of its own.")


@rule("summary-of-its-own", WARNING, "UK GDPR Article 12(1); ICO: layered notices", "records")
def summary_of_its_own(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No two records of one kind have the same summary.
    Why: The summary is all that most people read; one of the two tells of something else.
    How: Say in each what it is about.
    """
    if told := _others(filed, "summary", register):
        yield Problem(("summary",), told, "Say in each what it is about.")
