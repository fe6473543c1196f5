"""Bodies that are called processors, and use the data for ends of their own by the words of a notice."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, said
from generator.proofread.spoken import said_in
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_DECIDES = on_demand(
    r"\bour (?:data )?processors?\b(?! (?:only|just))[^.;]{0,40}?\b(?:decides? (?:how|why|what|whether"
    r"|itself|themselves|for)|free to decide|as (?:it|they) (?:sees? fit|likes?|wish(?:es)?))",
    re.I,
)
_DIRECTED = on_demand(
    r"\b(?:not|never|no|nor|cannot|unless|without|we decide|how to (?:secure|protect))\b|n['’]t\b",
    re.I,
)
_DECIDES_PARTS = ("rocessor",)


@rule("processor-decides-nothing", WARNING, "UK GDPR Articles 4(7) and (8), 28(10)", "texts", _DECIDES_PARTS)
def processor_decides_nothing(text: PublishedText) -> Problems:
    """
    What: Who is called a processor in a text is not said to decide how the data is used.
    Why: Who decides is a controller, with duties of its own; people need to know whom to ask.
    How: Call it a controller, or say that it does only what you tell it.
    """
    for match in said(text, _DECIDES, _DIRECTED, _DECIDES_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: who decides how data is used is a controller.",
            "Call it a controller, or say that it does only what you tell it.",
            match[0],
        )


_JOINTLY = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:is|are|act as|acts as) (?:a "
    r"|the )?joint(?: data)? controllers? (?:with|for"
    r"|together)\b|\b(?:we|the (?:council|authority|service"
    r"|team)) and [^.;,]{2,60}? are joint(?: data)? controllers\b",
    re.I,
)
_JOINTLY_PARTS = sought("oint")


@rule("joint-control-stated", WARNING, "UK GDPR Article 26", "data-uses")
def joint_control_stated(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A text speaks of joint controllers only where the facts of the data use name one.
    Why: People must be told who the joint controllers are and what they have arranged between them.
    How: Add the body to `controllers` with the arrangement, or correct the words.
    """
    facts = filed.record
    if len(facts.controllers) > 1 or any("joint" in r.role for r in entries(facts.recipients) if r.role):
        return
    for text, match in said_in(filed, register, _JOINTLY, DENIED, _JOINTLY_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”, but the facts of this data use name no joint controller.",
            "Add the body to `controllers` with the arrangement, or correct the words.",
            match[0],
        )


_OWN_ENDS = on_demand(
    r"\b(?:uses?|keeps?|takes?|analyses?|mines?)\b[^.;]{0,40}?\b(?:to (?:train|improve|develop|test"
    r"|build) (?:its|their)\b|for (?:its|their) own\b|to (?:market|advertise|promote|sell)\b)[^.;]*"
    r"|\b(?:uses?|keeps?)\b[^.;]{0,50}? to (?:tell|write to|contact|e-?mail"
    r"|offer) you\b[^.;]{0,20}?\b(?:its|their) (?:\w+ )?(?:products?|services|offers?)[^.;]*|\b(?:for"
    r"|to) (?:its|their) own (?:\w+ )?(?:purposes?|marketing|research|products?|ends|use|business)\b"
    r"|\b(?:sells?|resells?) (?:it|them|the (?:data|details|lists?)) on\b",
    re.I,
)
_ENDS = sought(" its ", " their ", "sells", "market", "advertise", "promote", " to sell")


_THE_FIRM = on_demand(
    r"\b(?:the|our|this|that) (?:\w+ )?(?:company|firm|supplier|contractor|provider)s?\b(?: (?:that"
    r"|which|who)\b)?",
    re.I,
)


def _is_firm(identifier: str, register: Register) -> bool:
    body = register.organisations.get(identifier)
    return body is None or body.kind == "company"


@rule("processor-told-fits", WARNING, "UK GDPR Articles 4(8), 28(3)(a) and 28(10)", "data-uses")
def processor_told_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No sentence has a body that is called a processor use the data for ends of its own.
    Why: A processor does only what it is told. Whoever uses data for its own ends is a controller.
    How: Correct the words, or the role of the recipient.
    """
    working = [r.organisation for r in entries(filed.record.recipients) if r.role == "processor"]
    alone = all(
        recipient.role == "processor" or not _is_firm(recipient.organisation, register)
        for recipient in entries(filed.record.recipients)
    )
    names = [body.name for body in filter(None, map(register.organisations.get, working))]
    names += [name.split()[0] for name in names if len(name.split()[0]) > 5 and " " in name]
    names += [name.removesuffix(" Limited").removesuffix(" Ltd") for name in names]
    for text, match in said_in(filed, register, _OWN_ENDS, DENIED, _ENDS) if names else ():
        aside = {"recipients", "will_not", "changes", "also_called"} & set(text.field)
        if not aside:
            before = match.string[: match.start()]
            if any(name in before for name in names) or (alone and _THE_FIRM.search(before)):
                yield Problem(
                    text.field,
                    f"“{match[0]}”, but this body is called a processor.",
                    "Correct the words, or the role of the recipient.",
                    match[0],
                )
