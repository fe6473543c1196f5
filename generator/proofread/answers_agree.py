"""Answers in the fields of one record that cannot all be true, or that settle nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import LawReference, entries, stated
from generator.model.opt_out import OptOut
from generator.model.purpose import SensitiveCondition
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import called, under_gdpr


@rule("enforcement-regime", ERROR, "DPA 2018 Part 3, s.31 and s.35", "data-uses")
def enforcement_regime(filed: Filed[DataUse]) -> Problems:
    """
    What: The basis `law-enforcement` and the regime `law-enforcement` come together, never one alone.
    Why: People have other rights under Part 3 of the Data Protection Act than under the UK GDPR.
    How: Correct `regime` or `lawful_basis`; a purpose under the other law belongs in a data use of its own.
    """
    for number, purpose in enumerate(filed.record.purposes):
        enforcing = purpose.lawful_basis == "law-enforcement"
        if purpose.lawful_basis and enforcing == under_gdpr(filed.record):
            yield Problem(
                ("purposes", number, "lawful_basis"),
                f"{called(purpose)} has the basis `{purpose.lawful_basis}`, "
                f"which does not go with the regime `{filed.record.regime}`.",
                "Correct `regime` or `lawful_basis`, or move this purpose to a data use of its own.",
            )


@rule("condition-fits-regime", WARNING, "DPA 2018 s.35 and Schedule 8; UK GDPR Article 9", "data-uses")
def condition_fits_regime(filed: Filed[DataUse]) -> Problems:
    """
    What: A condition for sensitive data comes from the law that the data use is under.
    Why: Under Part 3 of the Data Protection Act such data needs to be strictly necessary; Article 9 and
        Schedule 1 hold under the UK GDPR only.
    How: Correct `condition`, or `regime`.
    """
    for number, at, met in _conditions(filed.record):
        enforcing = met.condition == "strictly-necessary-law-enforcement"
        agreed = met.condition == "explicit-consent"
        if enforcing == under_gdpr(filed.record) and not agreed:
            yield Problem(
                ("purposes", number, "conditions", at, "condition"),
                f"The condition `{met.condition}` does not go with the regime `{filed.record.regime}`.",
                "Correct `condition`, or `regime`.",
            )


def _conditions(use: DataUse) -> Iterator[tuple[int, int, SensitiveCondition]]:
    for number, purpose in enumerate(use.purposes):
        for at, met in enumerate(purpose.conditions):
            yield number, at, met


_OF_CARE = on_demand(
    r"\b(?:care|health|illness\w*|treat\w*|hospital|patients?|disabilit\w+|medical|safeguard\w*|falls)\b",
    re.I,
)


@rule("condition-for-each-purpose", WARNING, "UK GDPR Article 9(1) and (2)", "data-uses")
def condition_for_each_purpose(filed: Filed[DataUse]) -> Problems:
    """
    What: Where confidential information is used, each purpose that is about health or care names what
        allows it.
    Why: A condition holds for one purpose. What allows care does not allow planning or research.
    How: Add `conditions` to the purpose.
    """
    use = filed.record
    if not under_gdpr(use) or stated(use.confidentiality) is None:
        return
    for number, purpose in enumerate(use.purposes):
        if not purpose.conditions and any(other.conditions for other in use.purposes):
            match = _OF_CARE.search(purpose.purpose)
            if match:
                yield Problem(
                    ("purposes", number),
                    f"{called(purpose)} speaks of “{match[0]}” and names no condition for such information.",
                    "Add `conditions` to the purpose.",
                )


_SETS_ASIDE = on_demand(r"\bs(?:ections?|s)?\.? ?251\b", re.I)


@rule("section-251-no-basis", WARNING, "NHS Act 2006 s.251; UK GDPR Article 6(3)", "data-uses")
def section_251_no_basis(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No purpose rests on section 251 of the NHS Act 2006.
    Why: It lifts the duty of confidence, and gives nobody a task. The lawful basis is another test.
    How: Name the law that gives you the task here, and section 251 under `confidentiality`.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, reference in enumerate(purpose.laws):
            if _SETS_ASIDE.search(reference.section or "") and _is_nhs_act(reference, register):
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"{called(purpose)} rests on section 251, which lifts the duty of confidence only.",
                    "Name the law that gives you the task, and section 251 under `confidentiality`.",
                )


def _is_nhs_act(reference: LawReference, register: Register) -> bool:
    law = register.laws.get(reference.law)
    return law is not None and "National Health Service Act 2006" in law.title


_OUT_OF_REACH = on_demand(
    r"\b(?:(?:see|refer to|set out in|contained in|described in|recorded in|held in) (?:the|our|an?)"
    r" (?:\w+ ){0,3}?(?:agreement|arrangement|protocol|memorandum|document|contract|MOU)"
    r"|(?:available|held|kept) (?:internally|on (?:the|our) intranet|to staff|on file))\b",
    re.I,
)
_ESSENCE = on_demand(
    r"\b(?:ask|asks|answers?|tells?|keeps?|decides?|requests?|complain\w*|contact|write|telephone|use your"
    r" rights?)\b",
    re.I,
)


@rule("joint-essence-told", WARNING, "UK GDPR Article 26(2)", "data-uses")
def joint_essence_told(filed: Filed[DataUse]) -> Problems:
    """
    What: The words on a joint arrangement say who does what, and do not only point to a paper.
    Why: People have a right to the essence of it: whom to ask, who tells them and who keeps the data safe.
    How: Say in two or three sentences who answers requests and who does what.
    """
    told = filed.record.joint_arrangement or ""
    match = _OUT_OF_REACH.search(told)
    if match and not _ESSENCE.search(told):
        yield Problem(
            ("joint_arrangement",),
            f"“{match[0]}” points to a paper, and does not say who does what.",
            "Say who answers requests, who tells people and who keeps the data safe.",
            match[0],
        )


_BUYS = on_demand(
    r"\b(?:buys?|purchases?) (?!our|the (?:service|licence|food|meal))(?:\w+ ){0,4}?from us\b"
    r"|\bpays? us for (?:the|your|our|these|this) (?:\w+ )?(?:data|list|records|film|names|addresses)\b"
    r"|\bfor (?:its|their) own (?:marketing|advertising|sales|commercial (?:ends|purposes|use))\b",
    re.I,
)


_OF_SALES = on_demand(r"\b(?:sell|sale|market)", re.I)


@rule("recipient-buys-nothing", WARNING, "UK GDPR Articles 5(1)(b) and 6(1)", "data-uses")
def recipient_buys_nothing(filed: Filed[DataUse]) -> Problems:
    """
    What: No recipient gets data for its own marketing or as a buyer, unless a purpose speaks of the sale.
    Why: Selling data and helping others to advertise is a use of its own that needs its own basis.
    How: Stop it, or state it as a purpose with its lawful basis.
    """
    if any(_OF_SALES.search(purpose.purpose) for purpose in filed.record.purposes):
        return
    for number, recipient in enumerate(entries(filed.record.recipients)):
        match = _BUYS.search(recipient.why or "")
        if match and not re.search(r"\b(?:not|never|no)\b", recipient.why or "", re.I):
            yield Problem(
                ("recipients", number, "why"),
                f"“{match[0]}”, but no purpose here speaks of a sale or of marketing.",
                "Stop it, or state it as a purpose with its lawful basis.",
                match[0],
            )


_MARKETING = on_demand(r"\b(?:marketing|advertis\w+|newsletters?|promotional|offers by e-?mail)\b", re.I)
_ALREADY = on_demand(
    r"\b(?:already|before|not|without|other (?:bodies|firms|organisations)|partner|printed|on its way)\b",
    re.I,
)


@rule("marketing-always-stops", WARNING, "UK GDPR Articles 7(3) and 21(2) and (3)", "opt-outs")
def marketing_always_stops(filed: Filed[OptOut]) -> Problems:
    """
    What: Objecting and withdrawing consent are not said to leave marketing going on.
    Why: Direct marketing stops whenever people object, and what rests on consent stops when it is withdrawn.
    How: Take the entry out of `does_not_stop`.
    """
    if filed.record.reach not in ("right-to-object", "consent"):
        return
    for number, entry in enumerate(filed.record.does_not_stop):
        match = _MARKETING.search(entry)
        if match and not _ALREADY.search(entry):
            yield Problem(
                ("does_not_stop", number),
                f"“{match[0]}” always stops when people object to it or withdraw their consent.",
                "Take the entry out of `does_not_stop`.",
                match[0],
            )
