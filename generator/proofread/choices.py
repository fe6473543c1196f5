"""Choices that people can really make: ways, age, proxies, effect, and compliance as dated facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.fields import stated
from generator.model.opt_out import Compliance, OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY

GRACE = timedelta(days=30)
"""Days for which a check that is late is a warning; after that it is an error."""

EASY = "UK GDPR Article 12(2); Equality Act 2010 s.29"
_DATED = ("as_of", "next_check", "owner", "scope", "uses_checked", "uses_in_scope")


@rule("channels-stated", ERROR, EASY, "opt-outs")
def channels_stated(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice says how to make it.
    Why: A choice that nobody can make is none.
    How: Add `channels`, each with `kind` and `how`.
    """
    if not filed.record.channels:
        yield Problem((), "This choice does not say how to make it.", "Add `channels`.")


@rule("offline-channel", WARNING, EASY, "opt-outs")
def offline_channel(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice can be made in at least one way that needs no internet.
    Why: Many people are not online, above all those whom care and health data is about.
    How: Add a channel of the kind `telephone`, `post` or `in-person`.
    """
    channels = filed.record.channels
    if channels and all(channel.needs_internet for channel in channels):
        yield Problem(
            ("channels",),
            "Nobody can make this choice without the internet.",
            "Add a channel of the kind `telephone`, `post` or `in-person`.",
        )


@rule("choice-age-answered", WARNING, EASY, "opt-outs")
def choice_age_answered(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice says from which age people make it themselves.
    Why: Young people and parents need to know who of them decides.
    How: Add `age` with `years` and `explanation`, or `does_not_apply` with the reason.
    """
    if filed.record.age is None:
        yield Problem((), "This choice does not say from which age people make it.", "Add `age`.")


@rule("choice-proxies-answered", WARNING, EASY, "opt-outs")
def choice_proxies_answered(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice says who can make it for somebody else.
    Why: Parents, attorneys and deputies need to know whether and how they can.
    How: Add `proxies`, or `does_not_apply` with the reason.
    """
    if filed.record.proxies is None or filed.record.proxies == ():
        yield Problem((), "This choice does not say who can make it for somebody else.", "Add `proxies`.")


@rule("choice-effect-stated", WARNING, EASY, "opt-outs")
def choice_effect_stated(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice says what it stops and does not stop, when it takes effect and how to change one's mind.
    Why: People decide by what follows from it.
    How: Add `stops`, `does_not_stop`, `takes_effect` and `change_your_mind`.
    """
    wanted = ("stops", "does_not_stop", "takes_effect", "change_your_mind")
    missing = [f"`{name}`" for name in wanted if not getattr(filed.record, name)]
    if missing:
        yield Problem((), "This choice does not say all that follows from it.", f"Add {', '.join(missing)}.")


@rule("opt-out-age-13", ERROR, POLICY, "opt-outs")
def opt_out_age_13(filed: Filed[OptOut]) -> Problems:
    """
    What: The National Data Opt-Out can be set by everyone from age 13.
    Why: That is the national policy; another age would keep people from a choice they have.
    How: Set `years` to 13.
    """
    age = stated(filed.record.age)
    if filed.record.reach == "national-data-opt-out" and age and age.years != 13:
        yield Problem(
            ("age", "years"), f"The National Data Opt-Out begins at age 13, not {age.years}.", "Write 13."
        )


@rule("opt-out-england-only", ERROR, POLICY, "opt-outs")
def opt_out_england_only(filed: Filed[OptOut]) -> Problems:
    """
    What: The National Data Opt-Out is shown as a choice for England alone.
    Why: It does not work in Wales, Scotland or Northern Ireland.
    How: Write `nations: [england]`.
    """
    if filed.record.reach == "national-data-opt-out" and filed.record.nations != ("england",):
        yield Problem(
            ("nations",), "The National Data Opt-Out holds in England only.", "Write `nations: [england]`."
        )


@rule("compliance-stated", WARNING, "National Data Opt-Out policy; DSPT evidence item 1.2.4", "opt-outs")
def compliance_stated(filed: Filed[OptOut]) -> Problems:
    """
    What: The page on the National Data Opt-Out says whether you comply with it.
    Why: The national policy asks bodies to say so in their privacy information.
    How: Add `compliance` with `status`, `as_of`, `next_check`, `owner`, `scope` and the counts.
    """
    if filed.record.reach == "national-data-opt-out" and filed.record.compliance is None:
        yield Problem((), "This page does not say whether you follow the choice.", "Add `compliance`.")


def _claims(filed: Filed[OptOut]) -> Iterator[Compliance]:
    compliance = filed.record.compliance
    if compliance and compliance.status != "not-applicable":
        yield compliance


@rule("compliance-dated", ERROR, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_dated(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A statement on compliance says when, by whom and over what it was checked, and when it is next.
    Why: "We are compliant" without a date and evidence tells nobody anything and soon goes out of date.
    How: Add the fields that the message names to `compliance`.
    """
    for claim in _claims(filed):
        missing = [f"`{name}`" for name in _DATED if getattr(claim, name) is None]
        if missing:
            yield Problem(
                ("compliance",),
                "The statement on compliance does not say when, by whom and over what it was checked.",
                f"Add {', '.join(missing)}.",
            )
        if claim.as_of and claim.as_of > register.today:
            yield Problem(
                ("compliance", "as_of"),
                "The statement on compliance is dated on a day that is still to come.",
                "Correct `as_of`.",
            )


@rule("compliance-check-due", WARNING, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_check_due(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The next check of compliance is not late.
    Why: The page tells people by when it is checked again.
    How: Check, and then set `as_of` and `next_check`; after 30 days it is an error.
    """
    for claim in _claims(filed):
        if claim.next_check and claim.next_check < register.today <= claim.next_check + GRACE:
            yield Problem(
                ("compliance", "next_check"),
                f"The check of compliance was due on {claim.next_check}.",
                "Check again, and then set `as_of` and `next_check`.",
            )


@rule("compliance-check-overdue", ERROR, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_check_overdue(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The next check of compliance is at most 30 days late.
    Why: An old claim is published as if it still held.
    How: Check, and then set `as_of` and `next_check`.
    """
    for claim in _claims(filed):
        if claim.next_check and register.today > claim.next_check + GRACE:
            yield Problem(
                ("compliance", "next_check"),
                f"The check of compliance was due on {claim.next_check}, more than 30 days ago.",
                "Check again, and then set `as_of` and `next_check`.",
            )


@rule("compliance-uses-in-scope", ERROR, "One place for each fact", "opt-outs")
def compliance_uses_in_scope(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The number of data uses that the choice is applied to is the number that the register shows.
    Why: The page would say one number and list another.
    How: Check the data uses again, and then correct `uses_in_scope` and `as_of`.
    """
    reached = len(register.uses_reached_by(filed.slug))
    for claim in _claims(filed):
        if claim.uses_in_scope is not None and claim.uses_in_scope != reached:
            yield Problem(
                ("compliance", "uses_in_scope"),
                f"The statement says that the choice is applied to {claim.uses_in_scope} data uses, "
                f"but the data uses themselves say {reached}.",
                "Check the data uses again, and then correct `uses_in_scope` and `as_of`.",
            )


@rule("compliance-uses-checked", WARNING, "One place for each fact", "opt-outs")
def compliance_uses_checked(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The number of data uses that were checked is the number that carry an answer. An answer that
        was checked after `as_of` can be of a data use that came later.
    Why: A data use that was left out of the check is not covered by the claim.
    How: Check the data uses again, and then correct `uses_checked` and `as_of`.
    """
    if filed.record.reach != "national-data-opt-out" or register.missing:
        return  # a data use that cannot be read now would be missed in the count
    answers = [answer for use in register.uses if (answer := use.record.national_data_opt_out)]
    answered = len(answers)
    for claim in _claims(filed):
        later = sum(bool(claim.as_of and a.checked and a.checked > claim.as_of) for a in answers)
        if claim.uses_checked is not None and not answered - later <= claim.uses_checked <= answered:
            yield Problem(
                ("compliance", "uses_checked"),
                f"The statement says that {claim.uses_checked} data uses were checked, but {answered} "
                "carry an answer today.",
                "Check the data uses again, and then correct `uses_checked` and `as_of`.",
            )
