"""What was copied from another notice and still leads there."""

from __future__ import annotations

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.register import Filed, Register
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
