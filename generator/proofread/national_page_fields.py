"""What the page of the National Data Opt-Out has to name: its exceptions, people's own care, who keeps it."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.national_page import CARE
from generator.proofread.on_demand import on_demand
from generator.proofread.opt_out_words import CHILDREN

_ORDERED = on_demand(r"\b(?:laws?|legal\w*|courts?|statut\w+)\b", re.I)


@rule("opt-out-exceptions", WARNING, POLICY, "opt-outs")
def opt_out_exceptions(filed: Filed[OptOut]) -> Problems:
    """
    What: Exceptions on the page of the National Data Opt-Out name the one for laws and courts.
    Why: Who has opted out and then finds their data used by order of a law feels cheated by the page.
    How: Add to `exceptions`: "A law or a court orders that the information is given".
    """
    use = filed.record
    told = " ".join(use.exceptions or ())
    if use.reach == "national-data-opt-out" and told and not _ORDERED.search(told):
        yield Problem(
            ("exceptions",),
            "The exceptions do not say that the choice does not hold where a law or a court orders it.",
            "Add “A law or a court orders that the information is given”.",
        )


@rule("opt-out-own-care", WARNING, POLICY, "opt-outs")
def opt_out_own_care(filed: Filed[OptOut]) -> Problems:
    """
    What: The page of the National Data Opt-Out says that information is still used for people's own care.
    Why: People fear that staff who treat them would know nothing, and do not dare to choose.
    How: Add to `does_not_stop`: "Use of your information for your own care and treatment".
    """
    use = filed.record
    own = any(CARE.search(kept) for kept in (*use.does_not_stop, use.effect_on_service or ""))
    if use.reach == "national-data-opt-out" and use.does_not_stop and not own:
        yield Problem(
            ("does_not_stop",),
            "This does not say that information is still used for people's own care.",
            "Add “Use of your information for your own care and treatment”.",
        )


@rule("opt-out-held-by", ERROR, POLICY, "opt-outs")
def opt_out_held_by(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The National Data Opt-Out is not said to be kept by the council.
    Why: The NHS keeps it with the NHS number. A council can neither set nor change it for anybody.
    How: Write the NHS body in `held_by`.
    """
    use = filed.record
    if use.reach == "national-data-opt-out" and use.held_by == register.site.controller:
        yield Problem(
            ("held_by",),
            "The council does not keep the National Data Opt-Out.",
            "Write the NHS body that keeps it.",
        )


_NOT_STOPPED = on_demand(
    r"\b(?:not|never|no|nor|neither|none|only|without|outside|except|cannot|unlike|different|whether)\b"
    r"|n['’]t\b",
    re.I,
)


@rule("opt-out-stops", WARNING, POLICY, "opt-outs")
def opt_out_stops(filed: Filed[OptOut]) -> Problems:
    """
    What: The page of the National Data Opt-Out does not say that it stops uses for children or schools.
    Why: The choice covers health care and adult social care; families would rely on what does not hold.
    How: Move the entry to `does_not_stop`.
    """
    if filed.record.reach == "national-data-opt-out":
        for number, stopped in enumerate(filed.record.stops):
            match = re.search(rf"\b{CHILDREN}\b", stopped, re.I)
            if match and not _NOT_STOPPED.search(stopped):
                yield Problem(
                    ("stops", number),
                    f"“{match[0]}”: the National Data Opt-Out does not reach children's services or schools.",
                    "Move this to `does_not_stop`.",
                )


_OF_THE_POLICY = on_demand(
    r"\b(?:consent\w*|agree\w*|laws?|legal\w*|courts?|statut\w+|public interest|serious harm|public health"
    r"|outbreaks?|epidemic|infectious|communicable|statistics|Office for National Statistics|ONS|bills?"
    r"|invoices?|payments?|prescriptions?|charges|251|approv\w+|anonym\w+|recogni[sz]ed?|care|treatment"
    r"|cancer|screening|death|fraud|audit|surveys?|direction|Confidentiality Advisory Group|CAG)\b",
    re.I,
)


@rule("opt-out-exception-known", REVIEW, POLICY, "opt-outs")
def opt_out_exception_known(filed: Filed[OptOut]) -> Problems:
    """
    What: Every exception on the page of the National Data Opt-Out is one that the policy knows.
    Why: The policy closes the list. An exception of your own would use data of people who opted out.
    How: Take it out, or say on which exception of the policy it rests.
    """
    for number, exception in enumerate(filed.record.exceptions or ()):
        if filed.record.reach == "national-data-opt-out" and not _OF_THE_POLICY.search(exception):
            yield Problem(
                ("exceptions", number),
                "The policy of the National Data Opt-Out does not seem to know this exception.",
                "Take it out, or say on which exception of the policy it rests.",
            )
