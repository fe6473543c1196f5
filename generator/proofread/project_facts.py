"""A project held against its own days, its words and the data use that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.load.documents import FieldPath
from generator.model.fields import entries, stated
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.public_benefit import NDG
from generator.proofread.questions import rests_on_consent
from generator.proofread.said import says


@rule("users-told", WARNING, "UK GDPR Articles 13(1)(e), 14(1)(e) and 26", "public-benefit")
def users_told(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: Who uses the data of a project stands in its data use, as a controller or a recipient.
    Why: The project names a user of whom the privacy notice says nothing, or was copied from another.
    How: Add the body to `recipients` of the data use, or correct `users`.
    """
    uses = register.uses_by_project[filed.slug]
    known = {register.site.controller}
    for use in uses:
        known |= {recipient.organisation for recipient in entries(use.record.recipients)}
        known |= {controller.organisation for controller in use.record.controllers}
    for number, user in enumerate(filed.record.users if uses else ()):
        if user not in known:
            organisation = register.organisations.get(user)
            yield Problem(
                ("users", number),
                f"{organisation.name if organisation else user} uses the data, but "
                f"“{uses[0].record.title}” names it neither as a controller nor as a recipient.",
                "Add it to `recipients` of the data use, or correct `users`.",
            )


@rule("project-days-fit-steps", WARNING, NDG, "public-benefit")
def project_days_fit_steps(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project does not become active before its first day, nor go on after the day it was concluded.
    Why: The page prints both; when the outcome is due is counted from the end.
    How: Correct `start`, `end` or the day of the step.
    """
    project = filed.record
    begun = next((step.on for step in project.steps if step.state == "active"), None)
    over = next((step.on for step in project.steps if step.state == "concluded"), None)
    if project.start and begun and begun < project.start:
        message = f"The project starts on {project.start}, and was already active on {begun}."
        yield Problem(("start",), message, "Correct `start`, or the day of the step.")
    if project.end and over and project.end > over:
        message = f"The project ends on {project.end}, and was already concluded on {over}."
        yield Problem(("end",), message, "Correct `end`, or the day of the step.")


@rule("days-after-proposal", WARNING, NDG, "public-benefit")
def days_after_proposal(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: Nothing was learned from a project, and no condition of it met, before it was proposed; nor was it
        assessed or talked over more than a year before.
    Why: A slip in a year turns the story of a project round.
    How: Correct the day.
    """
    proposed = filed.record.steps[0].on if filed.record.steps else None
    for way, day, ahead in _later_days(filed.record):
        if proposed and day < proposed - ahead:
            yield Problem(
                way,
                f"This is dated {day}, before the project was proposed on {proposed}.",
                "Correct the day.",
            )


@rule("declined-after-test", WARNING, NDG, "public-benefit")
def declined_after_test(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project that was refused by a test was not declined before that test.
    Why: Either nobody weighed the case before it was refused, or one of the two days is wrong.
    How: Correct the day of the step, or of the evaluation.
    """
    tests = [evaluation.date for evaluation in filed.record.evaluations if evaluation.state == "not-met"]
    for number, step in enumerate(filed.record.steps):
        if step.state == "declined" and tests and step.on < min(tests):
            yield Problem(
                ("steps", number, "on"),
                f"The project was declined on {step.on}, before the test of {min(tests)} that refused it.",
                "Correct the day of the step, or of the evaluation.",
            )


NOT_AHEAD, A_YEAR_AHEAD = timedelta(0), timedelta(365)


def _later_days(project: PublicBenefit) -> Iterator[tuple[FieldPath, date, timedelta]]:
    """The days that follow from a proposal, and how far ahead of it each can be."""
    for number, entry in enumerate(project.learning):
        yield ("learning", number, "date"), entry.date, NOT_AHEAD
    for number, evaluation in enumerate(project.evaluations):
        way = ("evaluations", number)
        yield (*way, "date"), evaluation.date, A_YEAR_AHEAD
        if evaluation.dpia:
            yield (*way, "dpia", "date"), evaluation.dpia.date, A_YEAR_AHEAD
        for at, view in enumerate(evaluation.perspectives):
            yield (*way, "perspectives", at, "date"), view.date, A_YEAR_AHEAD
        for at, condition in enumerate(evaluation.conditions):
            if condition.met_on:
                yield (*way, "conditions", at, "met_on"), condition.met_on, NOT_AHEAD


@rule(
    "consent-sought-in-use",
    WARNING,
    "UK GDPR Articles 6(1)(a), 7 and 9(2)(a); NDG guidance",
    "public-benefit",
)
def consent_sought_in_use(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: Whether people were asked is the same in a project and in its data use.
    Why: "We asked everybody" beside a notice without any consent is two answers, of which one is wrong.
    How: Correct `consent_sought`, or the bases, conditions and confidentiality of the data use.
    """
    uses = register.uses_by_project[filed.slug]
    if not uses or filed.record.consent_sought is None:
        return
    purposes = [purpose for use in uses for purpose in use.record.purposes]
    confided = any(getattr(stated(use.record.confidentiality), "basis", "") == "consent" for use in uses)
    asked = confided or any(map(rests_on_consent, purposes))
    if filed.record.consent_sought and purposes and not asked:
        message = f"People were asked, it says, but “{uses[0].record.title}” rests on no consent."
    elif not filed.record.consent_sought and purposes and all(map(rests_on_consent, purposes)):
        message = f"Nobody was asked, it says, but all of “{uses[0].record.title}” rests on consent."
    else:
        return
    yield Problem(("consent_sought",), message, "Correct `consent_sought`, or the data use.")


_SAME = on_demand(
    r"\bno (?:real |measurable |significant |clear )?(?:change|difference|effect|improvement|impact)\b"
    r"|\bunchanged\b|\b(?:did|has|have) not (?:changed?|improved?|happen(?:ed)?|come about)\b"
    r"|\bnot (?:yet )?(?:known|clear|measured|counted)\b|\b(?:cannot|too early to) (?:tell|say)\b",
    re.I,
)
_KEPT_SAME = on_demand(r"\b(?:keep\w*|stay\w*|steady|stable|without|no (?:more|worse)|not)\b", re.I)


@rule("benefit-proved", WARNING, NDG, "public-benefit")
def benefit_proved(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A benefit that an outcome calls realised is not shown by the evidence to have stayed away.
    Why: People gave their data for it, and are told of a success that the figures beside it deny.
    How: Write `state: not-realised` or `state: unclear`, or correct the evidence.
    """
    outcome = filed.record.outcome
    for number, benefit in enumerate(outcome.benefits if outcome else ()):
        match = says(benefit.evidence, _SAME) if benefit.state == "realised" else None
        if match and not _KEPT_SAME.search(benefit.benefit):
            yield Problem(
                ("outcome", "benefits", number, "state"),
                f"This benefit is called realised, but its evidence says “{match[0]}”.",
                "Write `state: not-realised` or `state: unclear`, or correct the evidence.",
            )


_LOCKED = on_demand(
    r"\b(?:secure|safe|locked(?:-down)?|closed) (?:data )?(?:room|environment|system|setting|haven)\b"
    r"|\b(?:nothing|no (?:record|data|file)) can be (?:copied|taken out|downloaded)\b|\bcannot be copied\b",
    re.I,
)
_HANDED_OVER = on_demand(
    r"\b(?:get|gets|got|given|sent|receives?|received) (?:\w+ )?(?:a|the|their own) copy of (?:the|it)\b"
    r"|\b(?:memory stick|by e-?mail|downloads? (?:the|it))\b",
    re.I,
)
_DENIED = on_demand(r"\b(?:not|no|never|nobody|none|nothing|without)\b", re.I)


@rule(
    "access-fits-words",
    WARNING,
    f"{NDG}; UK Health Data Research Alliance: data-use registers",
    "public-benefit",
)
def access_fits_words(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The statement says as `access` does whether a file is handed over or stays in a secure place.
    Why: Where the records are is what people ask first, and the register tells both.
    How: Correct `kind` below `access`, or the words.
    """
    access, statement = filed.record.access, filed.record.statement
    if access is None or statement is None:
        return
    for name in ("data", "used_by"):
        words = getattr(statement, name)
        locked, over = _LOCKED.search(words), _HANDED_OVER.search(words)
        if access.kind == "release" and locked:
            match = locked
        elif access.kind == "secure-environment" and over and not _DENIED.search(words):
            match = over
        else:
            continue
        yield Problem(
            ("access", "kind"),
            f"The statement says “{match[0]}”, but `access` says `{access.kind}`.",
            "Correct `kind`, or the words.",
        )
        return
