"""The National Data Opt-Out on data uses: answered, free of contradiction, with evidence."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.data_use import DataUse
from generator.model.fields import entries, stated
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.questions import care_items, under_gdpr

POLICY = "National Data Opt-Out policy (DCB3058)"

FITTING = {
    "applied": {"section-251", "risk-stratification"},
    "not-applied": {
        "section-251-exempted",
        "explicit-consent",
        "required-by-law",
        "overriding-public-interest",
        "public-health-risk",
        "anonymised",
        "individual-care",
        "payment-or-invoice",
        "official-statistics",
        "outside-health-and-care-system",
        "collected-for-research",
    },
    "not-in-scope": {
        "anonymised",
        "individual-care",
        "not-health-or-care",
        "childrens-services",
        "outside-health-and-care-system",
        "collected-for-research",
        "outside-england",
    },
}
"""The reasons that fit each answer."""

REASONS: Mapping[str, frozenset[str]] = {
    "consent": frozenset({"explicit-consent", "individual-care"}),
    "implied-direct-care": frozenset({"individual-care"}),
    "section-251": frozenset({"section-251", "section-251-exempted", "risk-stratification"}),
    "statute-or-court": frozenset({"required-by-law", "public-health-risk", "official-statistics"}),
    "overriding-public-interest": frozenset({"overriding-public-interest"}),
}
"""The reasons on the National Data Opt-Out that go with what allows confidential information to be used."""

NEEDS_EVIDENCE = frozenset(
    {
        "section-251",
        "risk-stratification",
        "section-251-exempted",
        "explicit-consent",
        "required-by-law",
        "overriding-public-interest",
        "public-health-risk",
    }
)
"""Reasons that rest on an approval, an order or a recorded decision."""


@rule("opt-out-answered", ERROR, POLICY, "data-uses")
def opt_out_answered(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use with health or care information says whether the National Data Opt-Out applies.
    Why: Bodies in England must apply it to such information used beyond people's own care, and say so.
    How: Add `national_data_opt_out` with `applies`, `reason` and `explanation`.
    """
    use = filed.record
    answered = use.national_data_opt_out is not None or register.site.nation != "england"
    confidentiality = stated(use.confidentiality)
    own_care = confidentiality is not None and confidentiality.basis == "implied-direct-care"
    if care_items(use, register) and under_gdpr(use) and not answered and not own_care:
        yield Problem(
            (),
            "This data use includes health or care information, but does not say whether the National "
            "Data Opt-Out applies.",
            "Add `national_data_opt_out` with `applies`, `reason` and `explanation`.",
        )


@rule("opt-out-consistent", ERROR, POLICY, "data-uses")
def opt_out_consistent(filed: Filed[DataUse]) -> Problems:
    """
    What: The answer on the National Data Opt-Out and its reason fit together.
    Why: "Applied" with a reason for not applying it would tell people something false about their choice.
    How: Correct `applies` or `reason`.
    """
    answer = filed.record.national_data_opt_out
    if answer and answer.reason not in FITTING[answer.applies]:
        yield Problem(
            ("national_data_opt_out", _odd_one_out(filed.record, answer.reason)),
            f"The National Data Opt-Out is `{answer.applies}` here, but the reason `{answer.reason}` "
            "means something else.",
            f"Reasons for `{answer.applies}` are: {', '.join(sorted(FITTING[answer.applies]))}.",
        )


def _odd_one_out(use: DataUse, reason: str) -> str:
    """The field to look at: the reason, where what allows the use speaks against it; else the answer."""
    confidentiality = stated(use.confidentiality)
    fitting = REASONS[confidentiality.basis] if confidentiality else frozenset({reason})
    rests_on_a_basis = any(reason in reasons for reasons in REASONS.values())
    return "reason" if rests_on_a_basis and reason not in fitting else "applies"


@rule("opt-out-evidence", WARNING, POLICY, "data-uses")
def opt_out_evidence(filed: Filed[DataUse]) -> Problems:
    """
    What: An answer on the National Data Opt-Out that rests on an approval, a law or a decision names it.
    Why: These are exceptions that somebody has approved or recorded; readers and auditors want to see it.
    How: Add `evidence` and `checked` to `national_data_opt_out`.
    """
    answer = filed.record.national_data_opt_out
    if answer is None or answer.reason not in NEEDS_EVIDENCE:
        return
    missing = [f"`{name}`" for name in ("evidence", "checked") if getattr(answer, name) is None]
    if missing:
        yield Problem(
            ("national_data_opt_out",),
            "The answer on the National Data Opt-Out does not say what it rests on and since when.",
            f"Add {' and '.join(missing)}.",
        )


@rule("opt-out-checked-in-future", ERROR, POLICY, "data-uses")
def opt_out_checked_in_future(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The day on which the answer was checked is not in the future.
    Why: Nobody can have checked it yet.
    How: Correct `checked` in `national_data_opt_out`.
    """
    answer = filed.record.national_data_opt_out
    if answer and answer.checked and answer.checked > register.today:
        yield Problem(
            ("national_data_opt_out", "checked"),
            "The answer on the National Data Opt-Out was checked on a day that is still to come.",
            "Correct `checked`.",
        )


@rule("opt-out-nation", ERROR, POLICY, "data-uses")
def opt_out_nation(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Only a body in England applies the National Data Opt-Out.
    Why: The choice works in England only; people elsewhere would rely on something that does not hold.
    How: Use `not-in-scope` with the reason `outside-england`, or correct `nation` in site.yaml.
    """
    answer = filed.record.national_data_opt_out
    if answer and answer.applies == "applied" and register.site.nation != "england":
        yield Problem(
            ("national_data_opt_out", "applies"),
            "The National Data Opt-Out is applied here, but this site is not for England.",
            "Use `not-in-scope` with the reason `outside-england`, or correct `nation` in site.yaml.",
        )


@rule("opt-out-scope", REVIEW, POLICY, "data-uses")
def opt_out_scope(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody checks "not health or care" where the data is a care record, or comes from the NHS for
        research or planning.
    Why: Such data can be confidential patient information, to which the choice applies beyond own care.
    How: Choose the reason that fits, for example `individual-care` or `required-by-law`.
    """
    answer = filed.record.national_data_opt_out
    if answer is None or answer.reason != "not-health-or-care":
        return
    researched = any(purpose.research for purpose in filed.record.purposes)
    beyond_care = researched or bool(entries(filed.record.public_benefit))
    for position, item, category in care_items(filed.record, register):
        givers = (register.organisations.get(giver) for giver in item.from_organisations)
        from_nhs = any(giver and giver.kind == "nhs" for giver in givers)
        if category.health_or_care == "adult-social-care" or (from_nhs and beyond_care):
            yield Problem(
                ("data", position),
                f"“{category.name}” can be health or care information, but the answer on the National "
                "Data Opt-Out says that there is none.",
                "Choose the `reason` that fits, for example `individual-care` or `required-by-law`.",
            )


@rule("confidentiality-answered", WARNING, "Common law duty of confidentiality", "data-uses")
def confidentiality_answered(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use with health or care information says what allows confidential information to be used.
    Why: That is another test than the lawful basis, and one does not replace the other.
    How: Add `confidentiality` with `basis` and `explanation`, or `does_not_apply` with the reason.
    """
    if care_items(filed.record, register) and filed.record.confidentiality is None:
        yield Problem(
            (),
            "This data use includes health or care information, but does not say what allows confidential "
            "information to be used.",
            "Add `confidentiality`, or `does_not_apply` below it with the reason.",
        )


@rule("choices-stated", WARNING, "UK GDPR Article 12(2), 21(4)", "data-uses")
def choices_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says which choices people have, or plainly that there is none and why.
    Why: "Can I say no?" is the first thing that readers want to know.
    How: Add `choices`, or `choices` with `does_not_apply` and the reason.
    """
    if filed.record.choices is None or filed.record.choices == ():
        yield Problem(
            ("choices",),
            "This data use does not say which choices people have.",
            "Add `choices`; if there are none, write `does_not_apply` below it with the reason.",
        )


@rule(
    "public-benefit-answered", WARNING, "National Data Guardian, public benefit guidance (2022)", "data-uses"
)
def public_benefit_answered(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use with health or care information says whether its public benefit was evaluated.
    Why: Beyond people's own care, such data should be used only where it benefits the public.
    How: Add `public_benefit` with the project, or `does_not_apply` with the reason.
    """
    if care_items(filed.record, register) and filed.record.public_benefit is None:
        yield Problem(
            (),
            "This data use includes health or care information, but does not say whether its public benefit "
            "was evaluated.",
            "Add `public_benefit`, or `does_not_apply` below it with the reason.",
        )
