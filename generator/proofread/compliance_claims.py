"""What statements on the National Data Opt-Out claim beyond what can be: reach, rhythm and evidence."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import parts_of, says

_A_YEAR = timedelta(days=400)
"""A year, and a month of grace."""


@rule("compliance-checked-yearly", WARNING, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_checked_yearly(filed: Filed[OptOut]) -> Problems:
    """
    What: Compliance with the National Data Opt-Out is checked at least once a year.
    Why: Uses and releases come and go; a claim that nobody looks at for longer is a guess.
    How: Set `next_check` to a day within a year of `as_of`.
    """
    claim = filed.record.compliance
    if claim and claim.as_of and claim.next_check and claim.next_check - claim.as_of > _A_YEAR:
        yield Problem(
            ("compliance", "next_check"),
            f"Between the check of {claim.as_of} and the next one lies more than a year.",
            "Check within a year, and correct `as_of` and `next_check`.",
        )


@rule("compliance-applies", WARNING, POLICY, "opt-outs")
def compliance_applies(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: Where data uses apply the National Data Opt-Out, compliance with it is not called not applicable.
    Why: The page of the choice says that the council has nothing to do with it, and those pages say it has.
    How: Write `status: compliant` or `not-yet` with the counts, or correct the data uses.
    """
    claim, reached = filed.record.compliance, register.uses_reached_by(filed.slug)
    national = filed.record.reach == "national-data-opt-out"
    if national and claim and claim.status == "not-applicable" and reached:
        yield Problem(
            ("compliance", "status"),
            f"This says `not-applicable`, but “{reached[0].record.title}” applies the choice.",
            "Write `status: compliant` or `not-yet` with the counts, or correct the data uses.",
        )


_NO_RELEASES = on_demand(r"\b(?:no|any) (?:\w+ )?(?:releases?|disclosures?|data)\b", re.I)


@rule("compliance-releases-fit", WARNING, "A claim needs its date, owner, scope and evidence", "opt-outs")
def compliance_releases_fit(filed: Filed[OptOut]) -> Problems:
    """
    What: Who applies the choice to data uses and says that it complies has checked a release of data.
    Why: Compliance shows in what left the house. Nothing was looked at, and yet all is said to be well.
    How: Check the releases and count them, write `status: not-yet`, or say in `scope` that there was none.
    """
    claim = filed.record.compliance
    if (
        claim
        and claim.status == "compliant"
        and claim.uses_in_scope
        and claim.releases_checked == 0
        and not _NO_RELEASES.search(claim.scope or "")
    ):
        yield Problem(
            ("compliance", "releases_checked"),
            f"{claim.uses_in_scope} data uses are in scope, but no release of data was checked.",
            "Check the releases and count them, or say in `scope` that there was none.",
        )


_CHILDREN = on_demand(r"\bchildren['’]?s (?:social care|services)\b|\bschools?\b|\beducation\b", re.I)
_LEFT_OUT = on_demand(
    r"\b(?:not|never|no|nor|except\w*|without|apart from|other than|outside|besides|leav\w+|left out"
    r"|exclud\w+)\b",
    re.I,
)


@rule("compliance-scope-fits", WARNING, POLICY, "opt-outs")
def compliance_scope_fits(filed: Filed[OptOut]) -> Problems:
    """
    What: The scope of a statement on compliance does not take in children's services or schools.
    Why: The choice is about health care and adult social care; families would rely on what does not hold.
    How: Take them out of `scope`, or say that they are outside it.
    """
    claim = filed.record.compliance
    if claim is None or filed.record.reach != "national-data-opt-out":
        return
    for part in parts_of(claim.scope):
        match = part.search(_CHILDREN)
        if match and not _LEFT_OUT.search(match.string):
            yield Problem(
                ("compliance", "scope"),
                f"“{match[0]}”: the National Data Opt-Out does not reach children's services or schools.",
                "Take them out of `scope`, or say that they are outside it.",
                match[0],
            )


_NO_APPROVAL = on_demand(
    r"\b(?:Caldicott|data protection officer|DPO|DPIA|impact assessment|ethics|information governance"
    r"|SIRO)\b",
    re.I,
)
_APPROVAL = on_demand(
    r"\bCAG\b|\b251\b|Confidentiality Advisory|Health Research Authority|\bHRA\b|Secretary of State"
    r"|Health Secretary|\bapproval (?:no\.? |number |reference )?\d|\bsupport\b|\d+/\w+/?\d*",
    re.I,
)


@rule(
    "approval-named",
    WARNING,
    "NHS Act 2006 section 251; Control of Patient Information Regulations 2002",
    "data-uses",
)
def approval_named(filed: Filed[DataUse]) -> Problems:
    """
    What: The evidence for section 251 is the approval itself, not a signature of the council's own.
    Why: Only the Health Secretary and the Health Research Authority can give it; no officer of a council can.
    How: Write the reference, for example "26/CAG/0123, standard condition".
    """
    answer = filed.record.national_data_opt_out
    if answer is None or answer.reason not in ("section-251", "section-251-exempted"):
        return
    match = says(answer.evidence, _NO_APPROVAL)
    if match and not _APPROVAL.search(answer.evidence or ""):
        yield Problem(
            ("national_data_opt_out", "evidence"),
            f"“{match[0]}” gives no support under section 251.",
            "Write the reference of the approval, for example “26/CAG/0123, standard condition”.",
            match[0],
        )
