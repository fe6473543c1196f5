"""What the page of the National Data Opt-Out says untruly of who sets it, and of how it is changed."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_IT = r"(?:it|this|(?:the|your|an?|this) (?:national )?(?:data )?(?:opt-?\s?out|choice|decision))"
_ONLY_SOME = on_demand(
    rf"\bonly (?:residents?|citizens|taxpayers|people living|patients of|adults|those"
    rf" living)\b[^.;]{{0,40}}?\b(?:may|can"
    rf"|are (?:able|entitled) to) (?:set|make|register|use|record) {_IT}\b",
    re.I,
)
_COUNCIL_DECIDES = on_demand(
    rf"\b(?:the council|we|our \w+|an officer|the (?:authority|panel|team)|a (?:doctor"
    rf"|GP))\b[^.;]{{0,20}}?\b(?:decides?"
    rf"|determines?|considers?|may (?:refuse|reject|decline)|can (?:refuse|reject|decline)|approves?"
    rf"|must approve)\b"
    rf"[^.;]{{0,30}}?\b{_IT}\b|\b{_IT} (?:is|will be|may be|can be) (?:refused|rejected|declined"
    rf"|subject to (?:approval"
    rf"|agreement))",
    re.I,
)
_HALF = on_demand(
    r"\b(?:refuse|stop|decline|opt out of|exclude|say no to|reject) (?:the use (?:of \w+ )*for"
    r" )?(?:service )?planning\b[^.;]{0,30}?\b(?:agree\w*|allow\w*|accept\w*|permit\w*|keep\w*"
    r"|consent\w*)\b[^.;]{0,20}?\bresearch\b|\b(?:refuse|stop|decline|opt out of|exclude|say no to|reject)"
    r" (?:the use (?:of \w+ )*for )?research\b[^.;]{0,30}?\b(?:agree\w*|allow\w*|accept\w*|permit\w*"
    r"|keep\w*|consent\w*)\b[^.;]{0,20}?\bplanning\b",
    re.I,
)
_FOR_GOOD = on_demand(
    rf"\b{_IT} (?:cannot|can['’]t|can never|may not|can not) (?:later |then )?be (?:reversed|changed"
    rf"|undone|withdrawn"
    rf"|revoked|altered|taken back)\b|\b{_IT} is (?:final|irreversible|permanent|binding for life)\b",
    re.I,
)
_FOR_NOBODY = on_demand(
    rf"\b(?:nobody|no one|no other person) (?:else )?(?:may|can|is (?:able|allowed) to) (?:set|make"
    rf"|register|change|record)"
    rf" {_IT} (?:on behalf of|for)\b",
    re.I,
)
_WITH_COUNCIL = on_demand(
    r"\b(?:opt out|set (?:it|the opt-?\s?out)|register (?:it|the opt-?\s?out|your choice)) (?:by|through"
    r"|via|with|at) (?:\w+ing (?:to )?)?(?:the council|us\b|our (?:\w+ )?(?:team|office|staff|website|form"
    r"|desk)|any library|the town hall)|\b(?:opt-?\s?outs?|choices?|they) (?:is|are) (?:also )?(?:stored"
    r"|kept|held|recorded|registered) (?:by|with|at) (?:the council|us\b)",
    re.I,
)
_IN_PART = on_demand(
    r"\b(?:not|never|no longer|cannot (?:refuse|decide|reject)|neither|unless|except|without|who has no)\b"
    r"|n['’]t\b|\?",
    re.I,
)
_NOT_HERE = on_demand(r"\b(?:not|never|cannot|no|neither)\b|n['’]t\b|\?", re.I)
_BY_OTHERS = on_demand(
    r"\b(?:by (?:us|the council|anyone else|others)|unless|except|without|myth|wrong)\b|\?", re.I
)
_UNTRUE: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (_ONLY_SOME, _IN_PART, "everybody with an NHS number in England can set it"),
    (_COUNCIL_DECIDES, _IN_PART, "it is the person's alone"),
    (_HALF, on_demand(r"\b(?:not|cannot|never|no|both)\b|n['’]t\b|\?", re.I), "it is one choice for both"),
    (_WITH_COUNCIL, _NOT_HERE, "only the NHS records this choice"),
    (_FOR_GOOD, _BY_OTHERS, "people can change it at any time"),
    (_FOR_NOBODY, _BY_OTHERS, "a parent, an attorney or a deputy can choose for a person who cannot"),
)
_PARTS = sought(
    *("nly ", "decide", "determine", "onsider", "refuse", "reject", "decline", "pprove", "stop"),
    *("opt out", "exclude", "say no", "cannot", "can't", "can’t", "never", "final", "irreversible"),
    *("permanent", "binding", "obody", "o one", "no other", "subject to", "council", "library", " us"),
    *(" our ", "town hall", "may not"),
)


@rule("opt-out-told-right", WARNING, POLICY, "opt-outs")
def opt_out_told_right(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of the National Data Opt-Out tells truly who sets it, who decides, and that it changes.
    Why: It is one choice for research and planning, the person's own, and open to change at any time.
    How: Correct the sentence.
    """
    if filed.record.reach != "national-data-opt-out":
        return
    for pattern, unless, truth in _UNTRUE:
        for text, match in said_in(filed, register, pattern, None, _PARTS):
            if "changes" not in text.field and not unless.search(match.string):
                yield Problem(
                    text.field, f"“{match[0]}” is untrue: {truth}.", "Correct the sentence.", match[0]
                )
