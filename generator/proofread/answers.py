"""Answers of a data use that say nothing, or that do not go with its other answers."""

from __future__ import annotations

import re
from datetime import date

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, entries, stated
from generator.model.purpose import SensitiveCondition
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import called, says_not, under_gdpr
from generator.proofread.spelling import slips
from generator.proofread.texts import PublishedText

_ASKED_WHY = frozenset({"why", "explanation", "without_it", "logic", "significance", "outcome"})
_EMPTY = on_demand(
    r"(?:n/?a|n\.a\.|none|nil|no|yes|-+|\.+|various|varies|unknown|not (?:applicable|known|relevant"
    r"|required|needed)|none (?:is |are )?(?:needed|required|applicable)|does not apply|see (?:above"
    r"|below)|as (?:above|required|needed|necessary|appropriate|per policy)|(?:where|when|if) (?:necessary"
    r"|required|appropriate|needed)|(?:legal|business|operational|statutory|policy) (?:reasons?"
    r"|requirements?|need)|it is (?:necessary|required|needed)|(?:to (?:comply|be compliant) with"
    r"|to meet) (?:our |the |all )?(?:(?:legal|regulatory|statutory|and|or),? )+(?:obligations?"
    r"|requirements?|duties)(?: and (?:best|good) practice)?|required|necessary|standard|other)[.!]?",
    re.I,
)


@rule("answer-says-why", WARNING, "UK GDPR Article 5(2) and 12(1)", "texts")
def answer_says_why(text: PublishedText) -> Problems:
    """
    What: Where a reason or an explanation is asked for, the field says one.
    Why: "N/A" or "as required" tells readers nothing, and shows an auditor that nobody thought about it.
    How: Say in a few words why, or what happens.
    """
    if text.name in _ASKED_WHY and _EMPTY.fullmatch(text.text.strip()):
        yield Problem(
            text.field,
            f"“{text.text.strip()}” gives no reason.",
            "Say in a few words why it is so.",
            text.text.strip(),
        )


@rule("requirement-fits-basis", WARNING, "UK GDPR Article 13(2)(e), 6(1)(b) and 7(4)", "data-uses")
def requirement_fits_basis(filed: Filed[DataUse]) -> Problems:
    """
    What: What people must give goes with the lawful bases: by contract needs a contract, consent no duty.
    Why: People would believe that a contract or a law binds them where there is none.
    How: Correct `kind` below `required`, or `lawful_basis` of the purpose.
    """
    bases = {purpose.lawful_basis for purpose in filed.record.purposes if purpose.lawful_basis}
    for number, entry in enumerate(filed.record.data):
        kind = getattr(entry.required, "kind", "")
        if kind == "by-contract" and bases and "contract" not in bases:
            message = "This is said to be required by a contract, but no purpose has the basis `contract`."
        elif kind == "by-law" and bases == {"consent"}:
            message = "This is said to be required by law, but every purpose rests on consent."
        else:
            continue
        yield Problem(
            ("data", number, "required", "kind"), message, "Correct `kind`, or `lawful_basis` of the purpose."
        )


@rule("requirement-law-named", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def requirement_law_named(filed: Filed[DataUse]) -> Problems:
    """
    What: Data that people must give by law names that law.
    Why: People who are told that they have to answer can ask which law says so.
    How: Add `laws` below `required`.
    """
    for number, entry in enumerate(filed.record.data):
        asked = stated(entry.required)
        if asked and asked.kind == "by-law" and not asked.laws:
            yield Problem(
                ("data", number, "required", "kind"),
                "This is said to be required by law, and no law is named.",
                "Add `laws` below `required`.",
            )


APPROVED = frozenset(
    """Andorra|Argentina|Austria|Belgium|Bulgaria|Canada|Croatia|Cyprus|Czechia|Czech Republic|Denmark"
    "|Estonia
Faroe Islands|Finland|France|Germany|Gibraltar|Greece|Guernsey|Hungary|Iceland|Ireland|Republic of Ireland
Isle of Man|Israel|Italy|Japan|Jersey|Latvia|Liechtenstein|Lithuania|Luxembourg|Malta|Netherlands
the Netherlands|New Zealand|Norway|Poland|Portugal|Romania|Slovakia|Slovenia|South Korea|Republic of Korea
Spain|Sweden|Switzerland|United States|United States of America|USA|Uruguay|European Union
European Economic Area|EU|EEA""".replace("\n", "|").split("|")
)
"""Countries that UK regulations approve, some for part of what goes there only (as at November 2026)."""


@rule("transfer-country", WARNING, "UK GDPR Article 44A, 45A; DPA 2018 Schedule 21", "data-uses")
def transfer_country(filed: Filed[DataUse]) -> Problems:
    """
    What: A transfer goes abroad, and one under approval regulations goes to a country that they name.
    Why: Without such regulations the transfer needs safeguards of its own, or it is unlawful.
    How: Correct `country`; or use `safeguards-46` with the agreement, for example the IDTA.
    """
    for number, transfer in enumerate(entries(filed.record.transfers)):
        home = transfer.country in (
            "United Kingdom",
            "UK",
            "England",
            "Wales",
            "Scotland",
            "Northern Ireland",
        )
        if home:
            message = f"{transfer.country} is not abroad, so this is no transfer."
            yield Problem(("transfers", number, "country"), message, "Take the entry out, or correct it.")
        elif transfer.mechanism == "regulations-45a" and transfer.country not in APPROVED:
            meant = next((name for name in sorted(APPROVED) if _is_meant(transfer.country, name)), None)
            if meant:
                message = f"{transfer.country} looks like a slip for {meant}."
                yield Problem(("transfers", number, "country"), message, f"Write {meant}.")
                continue
            yield Problem(
                ("transfers", number, "mechanism"),
                f"We know of no regulations that approve {transfer.country} for personal data.",
                "Use `safeguards-46` with the agreement, for example the IDTA; or correct the country.",
            )


def _is_meant(written: str, country: str) -> bool:
    return len(country) > 5 and written[:1] == country[:1] and slips(written, country) <= 2


@rule("derogation-for-once", REVIEW, "UK GDPR Article 49(1)", "data-uses")
def derogation_for_once(filed: Filed[DataUse]) -> Problems:
    """
    What: Somebody checks a transfer to a processor that rests on a derogation.
    Why: Derogations are for single cases; a firm that works for you gets data all the time.
    How: Use approval regulations or an agreement, for example the IDTA.
    """
    working = {r.organisation for r in entries(filed.record.recipients) if r.role == "processor"}
    for number, transfer in enumerate(entries(filed.record.transfers)):
        if transfer.mechanism == "derogation-49" and transfer.organisation in working:
            yield Problem(
                ("transfers", number, "mechanism"),
                "A derogation is for single cases, and this firm works for you all the time.",
                "Use `regulations-45a` or `safeguards-46`.",
            )


@rule("controller-dates", ERROR, "UK GDPR Article 13(1)(a), 14(1)(a)", "data-uses")
def controller_dates(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A controller does not end before it begins, is not named twice for one day, and does not go on
        beside the body that takes its place.
    Why: When a council is reorganised, people must know on each day who answers for their data.
    How: Correct `start` and `end`: the old body ends on the day before the new one begins.
    """  # fmt: skip
    controllers = filed.record.controllers
    for number, one in enumerate(controllers):
        if one.start and one.end and one.end < one.start:
            yield Problem(
                ("controllers", number, "end"),
                "This controller ends before it begins.",
                "Correct `start` or `end`.",
            )
        body = register.organisations.get(one.organisation)
        for other_number, other in enumerate(controllers):
            same = other.organisation == one.organisation and other_number < number
            follows = bool(body and body.succeeded_by == other.organisation)
            if (same or follows) and _overlap((one.start, one.end), (other.start, other.end)):
                yield Problem(
                    ("controllers", number),
                    "This controller and the one that follows it hold on the same days."
                    if follows
                    else "This controller is named twice for the same days.",
                    "Correct `start` and `end`, so that one ends on the day before the other begins.",
                )


def _overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    first, last = date.min, date.max
    return (one[0] or first) <= (other[1] or last) and (other[0] or first) <= (one[1] or last)


@rule("dpia-date-past", ERROR, "UK GDPR Article 35(1)", "data-uses")
def dpia_date_past(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: An impact assessment was signed off on a day that has come.
    Why: It has to be done before the data is used; a day to come says that it is not done.
    How: Correct the date, or say that it is not done yet.
    """
    assessment = stated(filed.record.dpia)
    if assessment and assessment.date > register.today:
        yield Problem(
            ("dpia", "date"), "The impact assessment is dated on a day still to come.", "Correct the date."
        )


@rule("dpia-fits-project", WARNING, "UK GDPR Article 35", "data-uses")
def dpia_fits_project(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use does not say that no impact assessment was needed where its project has one.
    Why: The two pages contradict each other, and readers see both.
    How: Name the assessment in `dpia`.
    """
    if not says_not(filed.record.dpia):
        return
    for name in stated(filed.record.public_benefit) or ():
        project = register.public_benefit.get(name)
        assessed = [e.dpia for e in project.record.evaluations if e.dpia] if project else []
        if assessed:
            yield Problem(
                ("dpia",),
                f"No assessment was needed, it says, but the project names {assessed[-1].reference}.",
                "Name the assessment in `dpia`.",
            )
            return


_NO_POLICY = on_demand(r"\bpara(?:graph|\.)?s? ?(?:10|13|24|27|29|3[0-7])\b", re.I)


@rule("policy-document-denied", REVIEW, "DPA 2018 Schedule 1, paragraphs 1, 5 and 39", "data-uses")
def policy_document_denied(filed: Filed[DataUse]) -> Problems:
    """
    What: Somebody checks the reason why a condition that needs a policy document is said to need none.
    Why: Most conditions of substantial public interest, and the one on employment, hold only with one.
    How: Add the address of the document, or name the paragraph that lets you do without.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, met in enumerate(purpose.conditions):
            if under_gdpr(filed.record) and _is_denied(met):
                yield Problem(
                    ("purposes", number, "conditions", at, "policy_document"),
                    f"{called(purpose)} has a condition that, as a rule, needs a policy document.",
                    "Add its address, or name the paragraph that lets you do without.",
                )


def _is_denied(met: SensitiveCondition) -> bool:
    needs = met.condition in ("substantial-public-interest", "employment-social-security")
    return (
        needs
        and isinstance(met.policy_document, DoesNotApply)
        and not _NO_POLICY.search(met.schedule_1 or "")
    )
