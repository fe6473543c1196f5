"""Whether what a record says can be lawful: bases, conditions, regimes and decisions by computer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.purpose import Purpose, SensitiveCondition
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import called, has_condition, sensitive_items, under_gdpr

NEEDS_SCHEDULE_1 = frozenset(
    {
        "employment-social-security",
        "substantial-public-interest",
        "health-or-social-care",
        "public-health",
        "archiving-research-statistics",
    }
)
"""Conditions that hold only together with a paragraph of Schedule 1 (DPA 2018 s.10(2) and (3))."""

_PART_1_WITHOUT_POLICY = on_demand(r"\b(?:para(?:graph)?s?\.?)\s*[234]\b(?!\d)", re.I)


@rule("legitimate-interests-barred", ERROR, "UK GDPR Article 6(1), second subparagraph", "data-uses")
def legitimate_interests_barred(filed: Filed[DataUse]) -> Problems:
    """
    What: A public authority does not rest its own tasks on legitimate interests.
    Why: The law bars this basis for the tasks of public authorities.
    How: Use `public-task`; or, if it really lies outside your tasks, say why in `outside_public_task`.
    """
    for number, purpose in _resting_on(filed.record, "legitimate-interests"):
        if not purpose.outside_public_task:
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} rests on legitimate interests, which a public authority "
                "cannot use for its tasks.",
                "Use another basis, or say in `outside_public_task` why this is not one of your tasks.",
            )


@rule("recognised-interests-barred", REVIEW, "UK GDPR Article 6(1)(ea) and Annex 1", "data-uses")
def recognised_interests_barred(filed: Filed[DataUse]) -> Problems:
    """
    What: Somebody decides whether a recognised legitimate interest can be used for this purpose.
    Why: Since 5 February 2026 the same bar seems to hold for public authorities as for legitimate interests.
    How: Use `public-task`; or say in `outside_public_task` why this is not one of your tasks.
    """
    for number, purpose in _resting_on(filed.record, "recognised-legitimate-interests"):
        if not purpose.outside_public_task:
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} rests on a recognised legitimate interest, which may be barred.",
                "Ask your data protection officer, and say in `outside_public_task` why it can be used.",
            )


@rule("recognised-interest-named", WARNING, "UK GDPR Article 6(1)(ea) and Annex 1", "data-uses")
def recognised_interest_named(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose that rests on a recognised legitimate interest says which one.
    Why: The basis holds only for the interests on the law's list.
    How: Add `recognised_interest`, for example `safeguarding`.
    """
    for number, purpose in _resting_on(filed.record, "recognised-legitimate-interests"):
        if purpose.recognised_interest is None:
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} does not say which recognised interest it serves.",
                "Add `recognised_interest`, for example `safeguarding`.",
            )


@rule("condition-stated", ERROR, "UK GDPR Article 9(1) and (2); DPA 2018 s.35(3)", "data-uses")
def condition_stated(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use with special category data, such as health or religion, names what allows it.
    Why: Using such data is forbidden unless one of the law's conditions is met.
    How: Add `conditions` to the purpose that needs the data.
    """
    sensitive = sensitive_items(filed.record, register, "special-category")
    if sensitive and not _met(filed.record):
        position, _, category = sensitive[0]
        yield Problem(
            ("data", position),
            f"This data use includes “{category.name}”, but no purpose names a condition that allows it.",
            "Add `conditions` to the purpose that needs this data.",
        )


def _met(use: DataUse) -> bool:
    conditions = (met.condition for purpose in use.purposes for met in purpose.conditions)
    return any(condition != "criminal-offence" for condition in conditions)


_NO_PARAGRAPH = on_demand(r"^(?!.*\bpara)(?:\D*$|.*\b(?:articles?|sections?)\b)", re.I)


@rule("schedule-1-named", ERROR, "DPA 2018 s.10(2) and (3), Schedule 1", "data-uses")
def schedule_1_named(filed: Filed[DataUse]) -> Problems:
    """
    What: A condition that holds only with a paragraph of Schedule 1 names that paragraph.
    Why: The condition is not met without it.
    How: Add `schedule_1` to the condition, for example "paragraph 2" for health or social care.
    """
    for number, purpose, at, met in conditions_of(filed.record):
        named = met.schedule_1 and not _NO_PARAGRAPH.search(met.schedule_1)
        if met.condition in NEEDS_SCHEDULE_1 and not named and under_gdpr(filed.record):
            yield Problem(
                ("purposes", number, "conditions", at),
                f"{called(purpose)} has a condition that needs a paragraph of Schedule 1, and names none.",
                "Add `schedule_1`, for example `paragraph 2`.",
            )


@rule("policy-document-answered", WARNING, "DPA 2018 Schedule 1, paragraphs 1, 5 and 39; s.42", "data-uses")
def policy_document_answered(filed: Filed[DataUse]) -> Problems:
    """
    What: A condition that needs an appropriate policy document says where it is, or why none is needed.
    Why: The condition is met only while such a document is in place.
    How: Add `policy_document` with its address, or `does_not_apply` with the reason.
    """
    for number, purpose, at, met in conditions_of(filed.record):
        if met.policy_document is None and _needs_policy(met):
            yield Problem(
                ("purposes", number, "conditions", at),
                f"{called(purpose)} has a condition that needs an appropriate policy document.",
                "Add `policy_document` with its address, or `does_not_apply` with the reason.",
            )


def _needs_policy(met: SensitiveCondition) -> bool:
    if met.condition in ("substantial-public-interest", "employment-social-security"):
        return True
    if met.condition == "strictly-necessary-law-enforcement":
        return True
    offence = met.condition == "criminal-offence" and met.schedule_1
    return bool(offence) and not _PART_1_WITHOUT_POLICY.search(met.schedule_1 or "")


@rule("automated-recognised-interest", ERROR, "UK GDPR Article 22B(4)", "data-uses")
def automated_recognised_interest(filed: Filed[DataUse]) -> Problems:
    """
    What: No significant decision by computer alone rests on a recognised legitimate interest.
    Why: The law bars it.
    How: Let a person take the decision, or use another basis.
    """
    use = filed.record
    resting = tuple(_resting_on(use, "recognised-legitimate-interests"))
    if entries(use.automated_decisions) and resting and len(resting) == len(use.purposes):
        yield Problem(
            ("automated_decisions",),
            "A computer alone decides here on a recognised legitimate interest, which is barred.",
            "Let a person take the decision, or use another basis.",
        )


@rule("automated-basis-unclear", REVIEW, "UK GDPR Article 22B", "data-uses")
def automated_basis_unclear(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody checks that a decision by computer alone keeps away from data and bases it cannot use.
    Why: It cannot rest even partly on a recognised legitimate interest. It can use special category data only
        with explicit consent, or with a law or contract and substantial public interest.
    How: Check which data and which purpose the decision rests on, and give it a data use of its own.
    """
    use = filed.record
    resting = tuple(_resting_on(use, "recognised-legitimate-interests"))
    sensitive = sensitive_items(use, register, "special-category")
    allowed = has_condition(use, "explicit-consent", "substantial-public-interest")
    partly = bool(resting) and len(resting) < len(use.purposes)
    if entries(use.automated_decisions) and under_gdpr(use) and (partly or (sensitive and not allowed)):
        yield Problem(
            ("automated_decisions",),
            "A computer alone decides here, and some data or basis may not be used for that.",
            "Check what the decision rests on; if need be, give it a data use of its own.",
        )


_ARCHIVE = on_demand(r"\b(?:archiv\w+|lasting|histor\w+|heritage|museums?|preserv\w+|for good)\b", re.I)


@rule("research-flagged", REVIEW, "UK GDPR Article 9(2)(j), 21(6)", "data-uses")
def research_flagged(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose with the condition for archives, research and statistics says whether it is research.
    Why: The right to object and the right to have data erased are different for research.
    How: Add `research: yes`, or say in the purpose that it is an archive.
    """
    for number, purpose, at, met in conditions_of(filed.record):
        archive = _ARCHIVE.search(purpose.purpose)
        if met.condition == "archiving-research-statistics" and not purpose.research and not archive:
            yield Problem(
                ("purposes", number, "conditions", at),
                f"{called(purpose)} has the condition for research, but is not marked as research.",
                "Add `research: yes` to the purpose, unless it is an archive.",
            )


_OF_LIFE = on_demand(
    r"\b(?:life|lives(?! (?:in|at|here))|danger|emergenc\w+|urgent\w*|safe\w*|harm|rescue|flood\w*"
    r"|disaster\w*|die|death|risk|abuse|unconscious|ill|injur\w+|missing|protect\w*)\b",
    re.I,
)


@rule("vital-interests-fit", REVIEW, "UK GDPR Article 6(1)(d), recital 46", "data-uses")
def vital_interests_fit(filed: Filed[DataUse]) -> Problems:
    """
    What: Somebody checks a purpose that rests on vital interests, and speaks of no danger to anybody.
    Why: This basis is for matters of life and death, where no other holds; a service rests on its task.
    How: Use `public-task` with the law that lays it down; or say in the purpose whose life it protects.
    """
    for number, purpose in _resting_on(filed.record, "vital-interests"):
        if not _OF_LIFE.search(purpose.purpose):
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} rests on vital interests, and nobody's life seems to be at stake.",
                "Use `public-task` with its law; or say in the purpose whose life it protects.",
            )


def _resting_on(use: DataUse, basis: str) -> Iterator[tuple[int, Purpose]]:
    return ((n, purpose) for n, purpose in enumerate(use.purposes) if purpose.lawful_basis == basis)


def conditions_of(use: DataUse) -> Iterator[tuple[int, Purpose, int, SensitiveCondition]]:
    """Every condition with its purpose and their places."""
    for number, purpose in enumerate(use.purposes):
        for at, met in enumerate(purpose.conditions):
            yield number, purpose, at, met
