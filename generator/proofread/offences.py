"""Data about crimes: what the law asks for beside a lawful basis."""

from __future__ import annotations

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.lawfulness import conditions_of
from generator.proofread.questions import called, has_condition, sensitive_items, under_gdpr


@rule("offence-condition", REVIEW, "UK GDPR Article 10; DPA 2018 s.10(5) and 11", "data-uses")
def offence_condition(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use with data about crimes says what allows it.
    Why: Such data needs official authority, or a condition in Schedule 1 to the DPA 2018.
    How: Add the condition `criminal-offence` with `schedule_1`, or decide that you have official authority.
    """
    offences = sensitive_items(filed.record, register, "criminal-offence")
    if offences and not has_condition(filed.record, "criminal-offence") and under_gdpr(filed.record):
        position, _, category = offences[0]
        yield Problem(
            ("data", position),
            f"This data use includes “{category.name}”, but no purpose says what allows that.",
            "Add the condition `criminal-offence` with `schedule_1` to the purpose that needs it.",
        )


@rule("offence-paragraph", WARNING, "UK GDPR Article 10; DPA 2018 s.10(5) and 11, Schedule 1", "data-uses")
def offence_paragraph(filed: Filed[DataUse]) -> Problems:
    """
    What: The condition for data about crimes names its paragraph of Schedule 1.
    Why: Outside official authority such data may be used only where one of those paragraphs is met.
    How: Add `schedule_1`, for example "paragraph 10" for preventing crime; official authority needs none.
    """
    for number, purpose, at, met in conditions_of(filed.record):
        if met.condition == "criminal-offence" and not met.schedule_1 and under_gdpr(filed.record):
            yield Problem(
                ("purposes", number, "conditions", at),
                f"{called(purpose)} uses data about crimes, and names no paragraph of Schedule 1 that allows "
                f"it.",
                "Add `schedule_1`, for example `paragraph 10`; or accept this if you have official "
                "authority.",
            )
