"""What formal sentences, mostly in the passive, refuse people or let the council do against the law."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_REQUEST = (
    r"(?:(?:subject )?access requests?|requests? (?:for (?:access|erasure|rectification|(?:a )?cop(?:y"
    r"|ies))|to (?:see|access|correct|erase)|under (?:article|the UK GDPR|data protection))|rights?"
    r" requests?|data protection (?:requests?|complaints?)|complaints? (?:about|concerning|regarding|on)"
    r" (?:\w+ ){0,4}?(?:data|information|privacy))"
)
_ONE_WAY = on_demand(
    rf"\b{_REQUEST}\b[^.;]{{0,30}}?\b(?:(?:will|can|may|are|is) only (?:be )?(?:accept|consider|process"
    rf"|deal|tak|mad"
    r"|receiv|submitt)\w*(?: with)? (?:if|when|where|by|in|through|via|on|from)|must be (?:made|submitted"
    r"|sent|received|lodged) (?:only )?(?:in writing|by (?:post|letter|e-?mail)|through (?:our|the)|via"
    r" (?:our|the)|on (?:our|the)|using (?:our|the)|in person))\b[^.;]*",
    re.I,
)
_TOO_OLD = on_demand(
    rf"\b{_REQUEST}\b[^.;]{{0,20}}?\b(?:will|can|are|is) (?:not|never) (?:be )?(?:considered|accepted"
    rf"|investigated"
    r"|looked at|dealt with|entertained|processed)\b[^.;]{0,20}?\b(?:if|where|when|unless|which|that|after"
    r"|from|by)\b[^.;]*",
    re.I,
)
_UNAMENDED = on_demand(
    r"\b(?:mistakes?|errors?|inaccura\w+|incorrect \w+|wrong \w+|(?:your|personal) (?:data|details"
    r"|information|records?|file)|records?)\b[^.;]{0,30}?\b(?:will|can|may|shall|are|is) (?:not|never)"
    r" (?:be )?(?:amended|altered|corrected|changed|rectified|put right|updated)(?=\W*$| (?:under|in) any|"
    r" at (?:any|your)| on request)",
    re.I,
)
_NOT_HERE = on_demand(
    r"\bright (?:of access|to (?:access|rectification|see (?:your|their) (?:data|records?)|have"
    r" (?:mistakes|errors) (?:corrected|put right)|be informed))\b[^.;]{0,20}? (?:does|do|will) not"
    r" (?:apply|extend|exist|reach)\b[^.;]*",
    re.I,
)
_ONLY_OLD = on_demand(
    r"\bonly (?:persons?|people|residents|those|adults|individuals|applicants"
    r"|anyone)\b[^.;]{0,20}?\b(?:aged|over|of|above|who are)\b[^.;]{0,15}?\b(?:1[2-9]|2[01]|age"
    r"|adult)\b[^.;]{0,20}?\b(?:may|can|are (?:able|entitled) to)\b[^.;]{0,15}?\b(?:request|ask|complain"
    r"|object|exercise|see|obtain)\b[^.;]{0,25}?\b(?:data|rights?|cop(?:y|ies)|records?|file|how)\b",
    re.I,
)
_PUNISHED = on_demand(
    r"\b(?:those|people|anyone|residents|tenants|anybody|individuals|persons|applicants) who (?:complain"
    r"|object|ask|request|make|exercise|use|withdraw|refuse to consent)\b[^.;]{0,60}?\b(?:may|might|will"
    r"|can|could) (?:find|have|see|lose|face) (?:their|his or her|the|a|that)\b[^.;]{0,30}?\b(?:reduced"
    r"|withdrawn|cancelled|delayed|refused|stopped|reviewed|ended|suspended|removed|charge|penalty)\b",
    re.I,
)
_TO_RELATIVES = on_demand(
    r"\b(?:relatives?|next of kin|famil(?:y|ies)(?: members?)?|spouses?|husbands?|wives|partners?"
    r"|neighbours?|landlords?)\b (?:may|can|are (?:able|entitled) to|is entitled to|will) (?:always |also"
    r" )?(?:obtain|get|see|have|request and receive|inspect|read|receive) (?:a cop(?:y|ies) of )?(?:your"
    r"|the person['’]s|a person['’]s|his or her) (?:\w+ )?(?:file|records?|data|information)\b",
    re.I,
)
_IN_PART = on_demand(
    r"\b(?:if|unless|where|when|whose|need not|not (?:need|have|required)|does not|do not|nobody|no one"
    r"|identity|power of attorney|deput\w+|authori[st]\w*|consent|permission|died|deceased|parental|court"
    r"|freedom of information|register|historic\w*|without your|never)\b|\?",
    re.I,
)
_PARTLY = on_demand(
    r"\b(?:if|where|when|unless|others?|parts?|some|exempt\w*|crime|harm|opinions?|died)\b|\?", re.I
)
_ALSO = on_demand(
    r"\b(?:need not|not (?:need|have|required) to|also|or (?:by|in)|however|freedom of information"
    r"|planning|licen\w+|myth)\b|\?",
    re.I,
)
_NOT_A_LOSS = on_demand(
    r"\b(?:will|can|may|must|do|does|are|is) (?:not|never)\b|\b(?:never|nobody|no one|newsletter|e-?mails?"
    r"|study)\b|\?",
    re.I,
)
_REFUSALS: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (_ONE_WAY, _ALSO, "people can ask and complain in any way"),
    (_TOO_OLD, _ALSO, "the law sets people no such bar"),
    (_UNAMENDED, _IN_PART, "people have the right to have mistakes put right"),
    (_NOT_HERE, _PARTLY, "this right holds under every lawful basis"),
    (_ONLY_OLD, _ALSO, "the rights over one's data have no age"),
    (_PUNISHED, _NOT_A_LOSS, "using a right costs nobody anything"),
    (_TO_RELATIVES, _IN_PART, "one person's data is given to another only with a power or a law"),
)
_OF_RIGHTS = (
    *("request", "Request", "omplain", "istake", "rror", "naccura", "ncorrect", "rong ", "your", "Your"),
    *("ecord", "data", "nly ", " who ", "elative", "ight ", "kin ", "amil", "spouse", "partner"),
    *("eighbour", "andlord", "usband"),
)


@rule(
    "right-not-barred",
    WARNING,
    "UK GDPR Articles 5(1)(f), 12(2) and 15 to 21; DPA 2018 s.164A",
    "texts",
    _OF_RIGHTS,
)
def right_not_barred(text: PublishedText) -> Problems:
    """
    What: No text bars rights or complaints by one way, an age, a time or a loss, or gives files to others.
    Why: People can ask and complain in any way, at any age and without a price, and for themselves.
    How: Take the bar out, and say in which ways people can ask.
    """
    for pattern, unless, truth in _REFUSALS:
        for match in said(text, pattern, None, _OF_RIGHTS):
            if not unless.search(match.string):
                yield untrue(text, match, truth)


def untrue(text: PublishedText, match: re.Match[str], truth: str) -> Problem:
    """What is found where some words are against the law."""
    words = " ".join(match[0].split()[:8])
    return Problem(text.field, f"“{match[0]}”: {truth}.", "Take it out, or say what holds by law.", words)
