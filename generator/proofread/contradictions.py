"""Facts of one data use that cannot all be true, or that have grown old beside each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from generator.model.data_use import Confidentiality, DataUse, NationalDataOptOut
from generator.model.fields import entries, stated
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import REASONS
from generator.proofread.questions import called, care_items, says_not

PARAGRAPHS: Mapping[str, range] = {
    "employment-social-security": range(1, 2),
    "health-or-social-care": range(2, 3),
    "public-health": range(3, 4),
    "archiving-research-statistics": range(4, 5),
    "substantial-public-interest": range(6, 29),
    "criminal-offence": range(1, 38),
}
"""The paragraphs of Schedule 1 to the DPA 2018 that go with each condition (s.10(2), (3) and (5))."""

RECHECK = timedelta(days=400)
"""How old an answer on the National Data Opt-Out may grow: a year, and a month to do it in."""

_PARAGRAPH = re.compile(r"\bpara(?:graph|\.)?s?\s*(\d+)", re.I)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|school|pupil|early years|education)", re.I)


@rule("schedule-1-fits", ERROR, "DPA 2018 s.10(2) and (3), Schedule 1", "data-uses")
def schedule_1_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: The paragraph of Schedule 1 belongs to the condition that is named.
    Why: A condition is met only with its own paragraph; another one shows that nobody checked.
    How: Health or social care is paragraph 2, public health 3, research 4, employment 1; substantial public
        interest is one of the paragraphs 6 to 28.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, met in enumerate(purpose.conditions):
            found = [int(paragraph) for paragraph in _PARAGRAPH.findall(met.schedule_1 or "")]
            fitting = PARAGRAPHS.get(met.condition)
            if fitting and found and not any(paragraph in fitting for paragraph in found):
                first, last = fitting[0], fitting[-1]
                which = f"paragraph {first}" if first == last else f"one of the paragraphs {first} to {last}"
                yield Problem(
                    ("purposes", number, "conditions", at, "schedule_1"),
                    f"{called(purpose)} has the condition `{met.condition}`, "
                    f"which does not stand in {met.schedule_1} of Schedule 1.",
                    f"It is {which}: correct the paragraph or the condition.",
                )


@rule("recipient-role-fits", ERROR, "UK GDPR Article 26(1), 28", "data-uses")
def recipient_role_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A body that is named as a controller of this data use has no other role in it.
    Why: A joint controller decides; a processor may do only what it is told. Nobody is both.
    How: Correct `role` of the recipient, or `controllers`.
    """
    holding = [c.organisation for c in filed.record.controllers if _holds(c.start, c.end, register.today)]
    for number, recipient in enumerate(entries(filed.record.recipients)):
        if recipient.organisation not in holding or recipient.role == "joint-controller":
            continue
        organisation = register.organisations.get(recipient.organisation)
        name = organisation.name if organisation else recipient.organisation
        if len(set(holding)) > 1:
            yield Problem(
                ("recipients", number, "role"),
                f"{name} is called a `{recipient.role}`, but `controllers` says that it decides with others.",
                "Write `role: joint-controller`, or take it out of `controllers`.",
            )
        else:
            yield Problem(
                ("controllers",),
                f"{name} is named as the only controller, but also as somebody who gets the data "
                f"(`{recipient.role}`).",
                "Name the body that decides about this data use, or take the recipient out.",
            )


@rule("joint-recipient-listed", WARNING, "UK GDPR Article 26(1) and (2)", "data-uses")
def joint_recipient_listed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A recipient that is called a joint controller stands among the controllers, where these are named.
    Why: The page tells two stories of who decides, and people do not know whom they can turn to.
    How: Add it to `controllers`, or correct its `role`.
    """
    named = filed.record.controllers
    controllers = {c.organisation for c in named if c.end is None or c.end >= register.today}
    for number, recipient in enumerate(entries(filed.record.recipients)):
        joint = recipient.role == "joint-controller" and controllers
        if joint and recipient.organisation not in controllers:
            organisation = register.organisations.get(recipient.organisation)
            yield Problem(
                ("recipients", number, "role"),
                f"{organisation.name if organisation else recipient.organisation} is called a joint "
                f"controller, but `controllers` does not name it, or no longer.",
                "Add it to `controllers`, or correct its role.",
            )


@rule("controller-is-ours", WARNING, "UK GDPR Article 13(1)(a), 14(1)(a)", "data-uses")
def controller_is_ours(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use does not name another council as its only controller.
    Why: A notice copied from another council still names that council, and people ask the wrong one.
    How: Add yourselves to `controllers`, or leave the field out if you alone decide.
    """
    holding = [c.organisation for c in filed.record.controllers if _holds(c.start, c.end, register.today)]
    named = [register.organisations.get(identifier) for identifier in holding]
    ours = register.site.controller in holding
    ended = [c.organisation for c in filed.record.controllers if c.end and c.end < register.today]
    if holding and not ours and register.site.controller in ended and _without_successor(holding, register):
        yield Problem(
            ("controllers", ended.index(register.site.controller)),
            f"{register.site.name} publishes this notice, but no longer holds as a controller of this"
            f" data use.",
            "Correct `end`, or withdraw the notice.",
        )
    elif not ours and any(organisation and organisation.kind == "council" for organisation in named):
        yield Problem(
            ("controllers",),
            f"{register.site.name} publishes this notice, but only another council is named as controller.",
            "Add yourselves to `controllers`, or leave the field out if you alone decide.",
        )


def _without_successor(holding: list[str], register: Register) -> bool:
    """Whether nobody of those who hold today has taken our place."""
    us = register.organisations.get(register.site.controller)
    return not (us and us.succeeded_by in holding)


def _holds(start: date | None, end: date | None, today: date) -> bool:
    return not (start and start > today) and not (end and end < today)


@rule("opt-out-fits-confidentiality", ERROR, "National Data Opt-Out policy; common law", "data-uses")
def opt_out_fits_confidentiality(filed: Filed[DataUse]) -> Problems:
    """
    What: The reason on the National Data Opt-Out goes with what allows confidential information to be used.
    Why: Support under section 251, consent and a legal duty each lead to another answer on the choice.
    How: Correct `reason` in `national_data_opt_out`, or `basis` in `confidentiality`.
    """
    answer, confidentiality = filed.record.national_data_opt_out, stated(filed.record.confidentiality)
    if answer is None or confidentiality is None or not _rests_on_a_basis(answer, confidentiality):
        return
    if answer.reason not in REASONS[confidentiality.basis]:
        yield Problem(
            ("confidentiality", "basis")
            if _basis_is_odd(answer, confidentiality)
            else ("national_data_opt_out", "reason"),
            f"The reason `{answer.reason}` does not go with `{confidentiality.basis}`, "
            "which allows confidential information to be used here.",
            f"With `{confidentiality.basis}` write {' or '.join(sorted(REASONS[confidentiality.basis]))}.",
        )


def _basis_is_odd(answer: NationalDataOptOut, confidentiality: Confidentiality) -> bool:
    """Whether it is the basis that is odd: the words beside it name section 251, or do not name it."""
    named = "251" in f"{confidentiality.reference} {confidentiality.explanation}"
    if confidentiality.basis == "section-251":
        return answer.reason == "individual-care" and not named
    return named and "251" in answer.reason


def _rests_on_a_basis(answer: NationalDataOptOut, confidentiality: Confidentiality) -> bool:
    cared_for = answer.reason == "individual-care" and confidentiality.basis != "section-251"
    return any(answer.reason in reasons for reasons in REASONS.values()) and not cared_for


_OF_PATIENTS = (
    *("individual-care", "section-251", "section-251-exempted", "risk-stratification", "explicit-consent"),
    *("required-by-law", "overriding-public-interest", "public-health-risk"),
)


@rule("confidentiality-denied", WARNING, "National Data Opt-Out policy; common law", "data-uses")
def confidentiality_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Where the answer on the opt-out is about people's care, confidentiality is not said not to apply.
    Why: What is told to doctors and care workers is told in confidence; something must allow its use.
    How: Write under `confidentiality` what allows it, for example `implied-direct-care`.
    """
    answer = filed.record.national_data_opt_out
    if answer and says_not(filed.record.confidentiality) and answer.reason in _OF_PATIENTS:
        no_care = not care_items(filed.record, register)
        yield Problem(
            ("national_data_opt_out", "reason") if no_care else ("confidentiality",),
            f"Confidentiality does not apply, it says, but the reason on the opt-out is `{answer.reason}`.",
            "Write what allows it, for example `implied-direct-care`; or correct `reason`.",
        )


@rule("opt-out-childrens-services", WARNING, "National Data Opt-Out policy (DCB3058)", "data-uses")
def opt_out_childrens_services(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The National Data Opt-Out is not said to reach children's services or schools.
    Why: The choice is about health care and adult social care; families would rely on what does not hold.
    How: Write `applies: not-in-scope` with the reason `childrens-services`.
    """
    answer = filed.record.national_data_opt_out
    service = register.services.get(filed.record.service or "")
    named = f"{filed.record.title} {service.name if service else ''}"
    if answer and answer.applies == "applied" and _CHILDREN.search(named):
        yield Problem(
            ("national_data_opt_out", "applies"),
            "The National Data Opt-Out is said to reach a service for children or schools.",
            "Write `applies: not-in-scope` with the reason `childrens-services`.",
        )


@rule("opt-out-recheck", WARNING, "National Data Opt-Out policy; UK GDPR Article 5(1)(d)", "data-uses")
def opt_out_recheck(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: An answer on the National Data Opt-Out was checked in the last year.
    Why: What is released, and on what approval, changes; an old answer may not hold any more.
    How: Check it again, and write the day into `checked`.
    """
    answer = filed.record.national_data_opt_out
    if answer and answer.checked and answer.checked + RECHECK < register.today:
        yield Problem(
            ("national_data_opt_out", "checked"),
            f"The answer on the National Data Opt-Out was last checked on {answer.checked}.",
            "Check it again, and write the day into `checked`.",
        )


@rule("compliance-counted", WARNING, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_counted(filed: Filed[OptOut]) -> Problems:
    """
    What: A statement on compliance counts: the data uses looked at, those in scope, the releases checked.
    Why: Most councils have few or none; the number says more than the word "compliant".
    How: Add the counts. If there was none, write 0.
    """
    claim = filed.record.compliance
    if claim is None or claim.status == "not-applicable":
        return
    counts = ("uses_checked", "uses_in_scope", "releases_checked")
    missing = [f"`{name}`" for name in counts if getattr(claim, name) is None]
    if missing:
        yield Problem(
            ("compliance", "status"),
            "The statement on compliance does not say how much was looked at.",
            f"Add {', '.join(missing)}; if there was none, write 0.",
        )
