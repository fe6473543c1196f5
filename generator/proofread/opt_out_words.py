"""What texts say of the National Data Opt-Out: whom and what it reaches, and how it is set."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_CHOICES, PublishedText, holds_any

_OPT_OUT = on_demand(r"\b(?:national (?:data )?opt-?\s?out|NDOO|NHS opt-?\s?out)\b", re.I)
CHILDREN = r"(?:children(?:['’]s)?|pupils?|schools?|education)(?: social care| services?| records?)?"
_NOT = on_demand(
    r"\b(?:not|never|no|nor|neither|none|only|without|outside|except|cannot|unlike|different|whether)\b"
    r"|n['’]t\b",
    re.I,
)
_WRONG: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        on_demand(
            r"\b(?:covers?|extends?|appl(?:y|ies)|reach(?:es)?|includes?|protects?|stops?)\b[^.;]{0,40}?"
            rf"\b{CHILDREN}\b",
            re.I,
        ),
        "it does not reach services for children, nor schools",
        "Say that it covers health care and adult social care in England.",
    ),
    (
        on_demand(
            r"\b(?:in|of|for|across) (?:England and )?(?:Wales|Scotland|Northern Ireland"
            r"|the (?:whole )?(?:UK|United Kingdom))\b",
            re.I,
        ),
        "it holds in England only",
        "Say that it holds in England only.",
    ),
    (
        on_demand(
            r"\b(?:aged?|be|are|over|from|under|at least)(?: over| aged| at least"
            r"| the age of)? (?:1[0-246-9]|2[01]|sixteen|eighteen)\b(?! (?:days?|weeks?"
            r"|months?))(?: (?:or over|years|and over|or older))?",
            re.I,
        ),
        "people set it themselves from the age of 13",
        "Write 13, or leave the age to the page of the choice.",
    ),
    (
        on_demand(
            r"\b(?:ask(?:ing)?|tell(?:ing)?|contact(?:ing)?|ring(?:ing)?|telephon(?:e|ing)|writ(?:e|ing) to"
            r"|return [^.;]{0,30}? to|send [^.;]{0,30}? to|apply to"
            r"|inform) (?:us|the council|our)\b[^.;]{0,40}?(?:opt|form|choice)?|\b(?:fill in|complete|use"
            r"|return|download) (?:our|the council['’]s) (?:\w+ )?form\b|\b(?:opt[- ]?out|choice) (?:with"
            r"|through|via|at|by contacting) (?:us|the council|our)\b|\bregistered (?:with|by|through"
            r"|via) (?:us|the council|our"
            r"|any (?:member )?of our)\b",
            re.I,
        ),
        "the NHS keeps it, and the council cannot set it",
        "Say how to set it with the NHS: online, in the NHS App, by telephone or by post.",
    ),
    (
        on_demand(
            r"\b(?:also|automatically|which) (?:set|register|record|count)s? (?:as )?your national\b", re.I
        ),
        "no other choice sets it",
        "Say that people set it with the NHS, and link to its page.",
    ),
)  # fmt: skip
_LOSES = on_demand(
    r"\bif you (?:do )?(?:opt\b|(?:choose to )?(?:exercise|use|set) the [^,.;]{0,20}opt-out\b)[^.;]{0,30}?"
    r"\bwe (?:may|might|will|can) (?:not|no longer)(?: be able to)?"
    r" (?:give|offer|provide|arrange|treat|help|care)\b"
    r"|\bif you (?:do )?(?:opt|say no|object)\b[^.;]{0,60}?(?<!not )\b(?:(?:not|un)(?: be)?"
    r" ?able to (?:get|have|receive)|lose|miss out on|get worse|be refused|be delayed|suffer)\b[^.;]{0,40}?"
    r"\b(?:care|treatment|services?)\b|\bif you (?:(?:do |have )?opt(?:ed)? out\b"
    r"|(?:have )?(?:register|set|ma[dk]e)\w* [^,.;]{0,30}?opt-?out\b)[^.;]{0,20}\byour (?:care|treatment)"
    r" (?:may|might|could|will|can) (?:be (?:affected|worse|poorer|withdrawn|stopped|refused"
    r"|ended|reduced|delayed)|suffer)",
    re.I,
)
_SETTING = on_demand(r"\b(?:sets?|registers?|opt(?:ing)? out|make|record|change|form|16|18|use)\b", re.I)


@rule("opt-out-described", WARNING, POLICY, "texts", ON_CHOICES)
def opt_out_described(text: PublishedText) -> Problems:
    """
    What: A text that describes the National Data Opt-Out says nothing of it that is untrue.
    Why: It does not reach children's services, holds in England only, begins at age 13 and is kept by the
        NHS. People who are told otherwise rely on a choice that they do not have.
    How: Correct the sentence, or leave it out and link to the page of the choice.
    """
    for lost in said(text, _LOSES, None, ("opt", "pt-Out", "say no", "object")):
        yield Problem(
            text.field,
            "This says that people who opt out lose care, and no opt-out may cost anybody care.",
            "Say that care stays the same; or name exactly what staff cannot see.",
            lost[0],
        )
    if not text.is_english or not _OPT_OUT.search(text.text):
        return
    for sentence in text.statements:
        if not sentence.search(_OPT_OUT) or sentence.search(_NOT):
            continue
        for number, (pattern, truth, hint) in enumerate(_WRONG):
            match = sentence.search(pattern)
            if match and (number < 2 or sentence.search(_SETTING)):
                yield Problem(
                    text.field, f"The National Data Opt-Out is described wrongly: {truth}.", hint, match[0]
                )
                break


_BENEFIT = on_demand(
    r"\bpublic(?:['’]s)? (?:benefit|good)\b|\bgood (?:for|of) (?:the public|the community|society|everyone"
    r"|everybody|all)\b|\bbenefits? (?:to |for )?the public\b|\b(?:the|this|our) (?:benefit )?test (?:is"
    r"|was|has been) (?:met|passed)",
    re.I,
)
_INSTEAD = on_demand(
    r"\b(?:(?:do|does|did|need|needs|can|will|would) ?(?:not|n't)|without|no need|instead of|regardless"
    r"|override\w*)\b[^.;]{0,60}?\b(?:consent|opt(?:ed|ing)?[- ]?out|lawful basis|permission|apply|hold)\b"
    r"|\bpublic benefit(?: test)? (?:gave|gives|is|was|provides|provided|serves as) (?:(?!not\b"
    r"|never\b)\w+ ){0,2}?(?:a|the|our) (?:lawful|legal) basis\b|\b(?:lawful"
    r"|legal) basis\b[^.;]{0,20} (?:is|was) (?:the )?public benefit\b|\b(?:so|therefore|thus|gives? us"
    r"|means) (?:that )?(?:we (?:have|had) )?(?:a|the|our) (?:lawful|legal) basis\b"
    r"|\b(?:opt(?:ed)?[- ]?outs?|consent|objections?|choices?)\b[^.;]{0,30}?\b(?:not|never|need not"
    r"|nor)\b[^.;]{0,20}?\b(?:respected|applied|apply|honoured|needed|necessary|required|count\w*|asked)\b"
    r"|\breplac\w+ (?:the )?(?:need for )?(?:a |any |the )?(?:lawful|legal) basis\b"
    r"|\bopted[ -]out (?:\w+ )?(?:stay|stayed|remain|remained) in\b"
    r"|\b(?:consent|opt-?outs?|choices?)\b[^.;]{0,20}?\b(?:stands? in the way|(?:is|are) (?:set aside"
    r"|overridden))\b|\b(?:opting out|opt-?outs?|(?:your|the) choice|objecting) (?:makes? no difference"
    r"|does not (?:matter|count)|do not (?:matter|count)|counts? for nothing|has no effect|have no effect"
    r"|changes nothing)\b|\b(?:not need|no need for) (?:any |a |an )?(?:(?:other|further|separate"
    r"|extra) )?(?:legal|lawful) (?:ground|reason)\b|\bopted out (?:(?:are|is|were) (?:not left out"
    r"|not taken out|still (?:used|included)|included|used as well)|(?:can|may|could) (?:still "
    r"|also )?be (?:used|included|sent|matched))\b",
    re.I,
)
_OF_NOBODY = on_demand(
    r"\b(?:wrong|untrue|myth|not enough|never|does not mean|(?:may|might) have (?:read|heard|seen)"
    r"|(?:some|many|people|others) (?:say|think|believe|write))\b|\?",
    re.I,
)
_CAUSE = on_demand(r"\b(?:because|as|since|if|where|when|so|therefore|once|means?|allows?|lets?)\b", re.I)


@rule(
    "benefit-kept-apart",
    WARNING,
    "National Data Guardian, public benefit guidance (2022); UK GDPR Article 6",
    "texts",
    ("benefit", "ublic", "good"),
)
def benefit_kept_apart(text: PublishedText) -> Problems:
    """
    What: No text says that public benefit takes the place of consent, of a lawful basis or of the opt-out.
    Why: Data protection law, confidentiality, the opt-out and public benefit are four tests. A yes to one
        is never a yes to another.
    How: Say for each test what the answer is and what it rests on.
    """  # fmt: skip
    for match in (
        said(text, _INSTEAD, _OF_NOBODY)
        if holds_any(text.told, ("benefit", "ublic", "good of", "good for"))
        else ()
    ):
        claimed = match[0].lower().startswith(("public", "lawful", "legal", "opted", "replac"))
        if _BENEFIT.search(match.string) and (claimed or _CAUSE.search(match.string)):
            yield Problem(
                text.field,
                "Public benefit does not take the place of a lawful basis, of consent or of the opt-out.",
                "Name the lawful basis, the basis of confidentiality and the answer on the opt-out.",
                match[0],
            )
