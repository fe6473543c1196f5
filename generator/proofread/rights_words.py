"""What texts say of the rights over one's data: marketing that stops, objections, no time limits, consent."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.model.rights import right_over
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_CONSENT, PublishedText
from generator.proofread.word_parts import sought

_MARKETING = on_demand(
    r"\bmarketing\b[^.;]{0,60}\b(?:if|where|when|once|only if) (?:we|the (?:council|authority|service"
    r"|team)) (?:agree|accept|allow"
    r"|find|decide)\w*|\bmarketing\b[^.;]{0,60}\b(?:unless we|subject to our|compelling|good reasons?"
    r"|(?:your|strong) reasons?)\b|\b(?:we|the (?:council|authority|service|team)) (?:will |may )?(?:decide"
    r"|consider|judge|weigh|(?:may|can"
    r"|might) (?:refuse|reject|say no))\b[^.;]{0,60}\bmarketing\b",
    re.I,
)
_ABSOLUTE = on_demand(
    r"\b(?:whatever|whenever|not|never|no|always|except|other than|apart from|you decide|absolute"
    r"|without|cannot|but)\b",
    re.I,
)
_MARKETING_PARTS = ("arketing",)


@rule("marketing-objection", WARNING, "UK GDPR Article 21(2) and (3)", "texts", _MARKETING_PARTS)
def marketing_objection(text: PublishedText) -> Problems:
    """
    What: No text makes the end of direct marketing depend on reasons, or on our decision.
    Why: Whoever objects to direct marketing need give no reason, and it stops, always.
    How: Write "We always stop direct marketing when you ask".
    """
    for match in said(text, _MARKETING, _ABSOLUTE, _MARKETING_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: direct marketing always stops when people object, without reasons.",
            "Write “We always stop direct marketing when you ask”.",
            match[0],
        )


_REFUSED = on_demand(
    r"\b(?:you|people|nobody|no one) (?:cannot|can['’]t|can not|can|may not|(?:are|is) not able to|(?:do"
    r"|does) not have (?:the|a|any) right to|ha(?:ve|s) no right to|(?:are|is) not entitled to)"
    r" (?:refuse (?:and|or|nor) (?:cannot )?)?(?:object"
    r"|complain)\b(?P<rest>[^.;]*)|\bno right to (?:object|complain)\b|\bno right of objection\b"
    r"|\bobjections?\b[^.;]{0,30}? (?:is|are|will|can(?:not)?) (?:not |be )*(?:accepted|considered"
    r"|possible|allowed|heard|taken)|\bright to object\b[^.;]{0,30}? (?:does not|do not|doesn['’]t|is not"
    r"|cannot) (?:apply|exist|available|be used)|\b(?:we|the (?:council|authority|service"
    r"|team)) (?:do not|don['’]t|cannot|will not"
    r"|can['’]t) (?:accept|consider|take|hear|allow) (?:any )?objections\b",
    re.I,
)
_OF_USE = on_demand(r"\b(?:data|information|details|to (?:this|us|our|how|the use))\b", re.I)
"""Objections to a use of data, not to a licence or a plan."""
_WHOLLY = on_demand(
    r"\W*(?:to (?:this|it|us|our use|the use of your|how we use|what we do|the way we)\b.*)?", re.I
)
"""What is refused where nothing narrower is named."""
_OF_ANOTHER_BASIS = on_demand(r"\b(?:legal (?:obligation|duty)|oblig(?:es?|ed)|contract|consent)\b", re.I)
"""Why one purpose among several lets nobody object: it rests on something else than a public task."""
_DENIAL = on_demand(r"\b(?:not|cannot|no|nobody)\b|n['’]t\b", re.I)
_IN_PART = on_demand(
    r"\b(?:once|after|if|when|where|unless|until|(?<=object )by|(?<=complain )by|through|court|register"
    r"|some|part|then|law enforcement|planning|application|licence|proposal|panel|neighbours?)\b|\]\(",
    re.I,
)
_REFUSED_PARTS = sought("object", "complain", "Objection")


@rule("right-refused", WARNING, "UK GDPR Article 21(1); DPA 2018 s.164A", "data-uses")
def right_refused(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice refuse no right to object or to complain that its lawful bases give.
    Why: Who rests on a public task has to let people object, and everybody can complain.
    How: Take the sentence out; the page says by itself which rights hold, and why others do not.
    """
    held = [right_over(purpose, filed.record, "object") for purpose in filed.record.purposes]
    full = [bool(right and right.extent == "full") for right in held]
    for text, sentence in sentences_of(filed, register, _REFUSED_PARTS):
        match = sentence.search(_REFUSED)
        if match is None or not _DENIAL.search(match[0]) or sentence.search(_IN_PART):
            continue
        if match[0].lower().startswith("objection") and not sentence.search(_OF_USE):
            continue
        of_all = _WHOLLY.fullmatch(match["rest"] or "") and not sentence.search(_OF_ANOTHER_BASIS)
        wholly = all(full) or of_all
        if "complain" in match[0] or (any(full) and wholly):
            yield Problem(
                text.field,
                f"“{match[0]}”, but people have this right over this data use.",
                "Take it out; the page lists the rights that follow from each lawful basis.",
                match[0],
            )


_TOO_LATE = on_demand(
    r"\b(?:you )?(?:must|have to|need to|can only|should) (?:write|ask|tell|complain|request|apply|object"
    r"|contact|do so)\b[^.;]{0,40}?\b(?:within|no later than|before the end of"
    r"|in the first) \S+ (?:working )?(?:days?|weeks?|months?|years?)\b[^.]{0,80}",
    re.I,
)
_TIME_LIMIT = on_demand(
    r"\byou (?:only )?have (?:only |up to )?\S+ (?:working )?(?:days?|weeks?|months?"
    r"|years?)\b[^.;]{0,50}?\bto (?:complain|object|ask|request|tell us|challenge)\b[^.;]*|\b(?:complain"
    r"|object|complaints?|objections?|requests?)\b[^.;]{0,40}? (?:must|has to|have to"
    r"|should) (?:be )?(?:made|reach|sent|received|come)[^.;]{0,20}? within [^.;]*",
    re.I,
)
_LOSES = on_demand(
    r"\b(?:otherwise|or (?:you|we)|after (?:that|this|which)|lose|will not|cannot|no longer"
    r"|not (?:look|deal))\b",
    re.I,
)
_OWN_DATA = on_demand(
    r"\b(?:(?:see|correct|delete|object to|use of|complain\w*|complaint)[^.]{0,40}(?:data|information"
    r"|record)|data protection|your rights?)\b",
    re.I,
)


_OF_OTHER_BODIES = on_demand(
    r"\b(?:ICO|Commission\w*|Ombudsman|court|tribunal|we|not|no|appeal\w*|planning|licen\w+|parking"
    r"|penalty|freedom)\b",
    re.I,
)


@rule(
    "right-without-deadline",
    WARNING,
    "UK GDPR Articles 12(2) and 15 to 21; DPA 2018 s.164A",
    "texts",
)
def right_without_deadline(text: PublishedText) -> Problems:
    """
    What: No text sets people a time for using a right over their data, or for complaining of it.
    Why: The law sets none; they can ask, object and complain for as long as you hold the data, and after.
    How: Take the time out.
    """
    for match in said(text, _TIME_LIMIT, _OF_OTHER_BODIES, (" have ", "within")):
        if _OWN_DATA.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0].strip()}”: the law sets no time within which people must use these rights.",
                "Take the time out.",
                " ".join(match[0].split()[:8]),
            )
            return
    for match in said(text, _TOO_LATE, None, ("within", "no later", "before the end", "in the first")):
        if _LOSES.search(match.string) and _OWN_DATA.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0].strip()}”: the law sets no time within which people must use these rights.",
                "Take the time out.",
                " ".join(match[0].split()[:8]),
            )


_KEPT_TO_IT = on_demand(
    r"\b(?:cannot|can['’]t|can not|may not|(?:are|is) not able to|have no right to|no longer) (?:then "
    r"|later )?(?:be (?:withdrawn|taken back|cancelled|revoked)|withdraw|take (?:your consent |it )?back"
    r"|cancel|revoke)\b(?: (?:your|it|that|the|this|any))*(?: (?:consent|agreement|permission))?"
    r"|\bconsent\b[^.;]{0,40}? is irrevocable\b",
    re.I,
)
_OF_WHAT_WAS = on_demand(
    r"\b(?:if|printed|published|already|results?|study|coded|anonym\w+|application|objection|data|names?"
    r"|rests?|rely|unless|copies|sent|before|because)\b",
    re.I,
)


@rule("withdrawal-refused", WARNING, "UK GDPR Article 7(3)", "texts", ON_CONSENT)
def withdrawal_refused(text: PublishedText) -> Problems:
    """
    What: No text says that consent cannot be withdrawn.
    Why: Consent that cannot be withdrawn is none; the use has then no basis at all.
    How: Say how people withdraw it; if the use must go on, it rests on another basis: name that.
    """
    if "onsent" not in text.text or text.name == "withdraw_consent":
        return
    for match in said(text, _KEPT_TO_IT, _OF_WHAT_WAS):
        if "onsent" in match.string:
            yield Problem(
                text.field,
                f"“{match[0]}”: people can withdraw their consent at any time.",
                "Say how people withdraw it; if the use must go on, name the basis on which it rests.",
                match[0],
            )
