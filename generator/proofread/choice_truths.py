"""What the page of the National Data Opt-Out says untruly, and whom a right is wrongly kept from."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.said import said
from generator.proofread.texts import texts_in

_SPLIT = re.compile(
    r"\b(?:opt out of|say no to|stop|choose) (?:only )?(?:research|planning) (?:and|but|while"
    r"|yet)[^.;]{0,20}?"
    r"\b(?:stay in|say yes|keep|remain|allow|not)\b[^.;]{0,20}\b(?:planning|research)\b"
    r"|\b(?:one|either|research|planning) without the other\b"
    r"|\bseparate(?:ly)? (?:choices? )?for research and"
    r"|\btwo (?:separate )?choices\b",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|nobody else|no other person) (?:else )?(?:can|may) (?:choose|decide|opt out"
    r"|do this) for\b",
    re.I,
)
_SOLD = re.compile(
    r"\b(?:can|may|could|might|will|is|are) be (?:sold|given|passed|used|shared)\b[^.;]{0,30}?\b(?:insurers?"
    r"|insurance"
    r"|marketing|advertis\w+|employers?|banks?)\b",
    re.I,
)
_CARE = re.compile(r"\b(?:your|own|individual|direct) (?:own )?(?:care|treatment)\b", re.I)
_NOT = re.compile(
    r"\b(?:not|never|nor|neither|cannot|unless|without|beyond|other than|anything)\b|n['’]t\b", re.I
)
_NOT_GIVEN = re.compile(
    r"\b(?:never|nor|neither|cannot|unless|without)\b|\b(?:is|are|will|may|can) not\b", re.I
)
_UNTRUE = (
    (_SPLIT, "it is one choice for research and planning together", "Say that it is one choice for both."),
    (_NOBODY, "a parent, an attorney or a deputy can choose for a person who cannot", "Say who can."),
    (
        _SOLD,
        "such information goes to none of them unless people agree",
        "Say so, whether or not people opt out.",
    ),
)


@rule("opt-out-page-true", WARNING, POLICY, "opt-outs")
def opt_out_page_true(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of the National Data Opt-Out says what the policy says of care, proxies and insurers.
    Why: People decide by that page; what is untrue there frightens them, or lulls them.
    How: Correct the sentence.
    """
    if filed.record.reach != "national-data-opt-out":
        return
    for number, stopped in enumerate(filed.record.stops):
        if _CARE.search(stopped) and not _NOT.search(stopped):
            yield Problem(
                ("stops", number),
                "The National Data Opt-Out does not stop the use of information for people's own care.",
                "Move this to `does_not_stop`.",
            )
    for text in texts_in(register, filed.document.path):
        for pattern, truth, hint in _UNTRUE:
            for match in said(text, pattern, {_NOBODY: None, _SOLD: _NOT_GIVEN}.get(pattern, _NOT)):
                yield Problem(text.field, f"“{match[0]}”: {truth}.", hint, match[0])


_SLOW = re.compile(
    r"\b(?:within|after|takes?|up to|in) (?:up to )?(?:(?:[2-9]|1\d|2\d|two|three|six|twelve) months|(?:a"
    r"|one) year"
    r"|(?:[6-9]|[1-9]\d|six|eight) weeks|(?:4\d|[5-9]\d|\d{3}) (?:working )?days)\b",
    re.I,
)


@rule("choice-prompt", WARNING, "UK GDPR Article 12(3)", "opt-outs")
def choice_prompt(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice takes effect within a month or so.
    Why: The law gives a month to act on an objection; a choice that works in half a year is none until then.
    How: Give a shorter time in `takes_effect`, or say what takes so long.
    """
    match = _SLOW.search(filed.record.takes_effect or "")
    if match and filed.record.reach != "consent":
        yield Problem(
            ("takes_effect",),
            f"“{match[0]}” is long for a choice that the law has you act on within a month.",
            "Give a shorter time, or say what takes so long.",
            match[0],
        )


_ONLY_SOME = re.compile(
    r"\bonly (?:people|residents|adults|those|customers)\b[^.;]*|\b(?:people|anyone|you must be|residents"
    r"|adults)"
    r"(?: who (?:is|are))? (?:over|aged|at least) (?:1[2-9]|21)\b[^.;]*|\bmust (?:live in"
    r"|be a resident)\b[^.;]*",
    re.I,
)


@rule("right-of-everybody", WARNING, "UK GDPR Articles 7(3), 12(2) and 21", "opt-outs")
def right_of_everybody(filed: Filed[OptOut]) -> Problems:
    """
    What: Objecting and withdrawing consent are open to everybody whose data it is, at any age.
    Why: These are rights in law; a council cannot keep them for adults or for residents.
    How: Write "Anyone whose data we use", and who can help a child.
    """
    rights = ("right-to-object", "consent")
    match = _ONLY_SOME.search(filed.record.who_can_use_it or "") if filed.record.reach in rights else None
    if match and "whose data" not in match[0] and "agreed" not in match[0]:
        yield Problem(
            ("who_can_use_it",),
            f"“{match[0]}”: this right is everybody's whose data it is.",
            "Write “Anyone whose data we use”, and who can help a child.",
            match[0],
        )
