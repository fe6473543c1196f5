"""Words that refuse people what the law gives them: a right without a fee, a person, an open ear."""

from __future__ import annotations

import re

from generator.config import Site
from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed
from generator.proofread.asking import ASKED_FOR
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.complaint_words import COMPLAINTS
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said, says
from generator.proofread.statements import states
from generator.proofread.texts import PublishedText, holds_any

_FEE = r"(?:fee|charge|£ ?\d+(?:\.\d\d)?|payment|cost)"
_DO = (
    r"(?:see|access|get a copy|have a copy|copy of|copies of (?:your|the) (?:record|file|data)"
    r"|correct\w*|rectif\w+|put right|delet\w+|eras\w+|remov\w+"
    r"|object\w*|withdraw\w*|complain\w*|subject access|opt(?:ing)? out|restrict\w*)"
)
_CHARGED = on_demand(
    rf"\b(?:pay|charge|charges|charged|costs?|send|enclose|fee of|is a"
    rf"|there is an?)\b[^.;]{{0,40}}?{_FEE}[^.;]{{0,60}}?\b(?:to|for|before|if|when"
    rf"|with)\b[^.;]{{0,50}}?\b{_DO}\b|\b{_DO}\b[^.;]{{0,80}}?\b(?:costs?|for a|at a|is charged"
    rf"|subject to a|carries a|requires? a|a fee of|fee of) (?:\w+ )?{_FEE}"
    r"|\bwe (?:will |may )?charge (?:you )?[^.;]{0,30}?\b(?:copy of your|correct|delet|eras)\w*",
    re.I,
)
_ABOUT_DATA = on_demand(
    r"\b(?:(?:data|(?<!more )(?<!further )information|record|subject access|access request|complain"
    r"|opt(?:ing)? out)\w*|(?:your|their|personal|the|these) (?:\w+ )?details"
    r"|correct\w* (?:of|to) your \w+|rectification|erasure)\b",
    re.I,
)
_FAIR = on_demand(
    r"\b(?:not|never|no|nobody|nothing|free|without|unfounded|excessive|repeated|further copies"
    r"|extra cop\w+|more copies|again|unless|certificate|certified|births?|deaths?|marriages?|register"
    r"|search(?:es)?|licen[cs]e|permit|court|insurer\w*|freedom|publication|land charges|was|were|used to"
    r"|tree|kerb|waste|bulky|graffiti|abolished|(?:until|before) (?:\d+|\w+ (?:19|20)\d\d))\b|n['’]t\b",
    re.I,
)

_PRICE = on_demand(
    r"£ ?\d|\bcheques?\b|\bpostal orders?\b|\bfees? (?:of|is|applies|for)\b|\ba (?:\w+ )?(?:fee|charge)\b"
    r"|\b(?:we|council) (?:will |may |can )?charge\b|\b(?:is|are|be) charged\b|\bcosts?\b"
    r"|\b(?:receiving|receipt of|received|paid) (?:the|your) (?:fee|payment)\b",
    re.I,
)
"""What people are asked to pay, in whatever order it is told."""

_ASKS_A_FEE = on_demand(
    r"\b(?:fee|charge) (?:of £ ?\d|\w* ?appl(?:y|ies)|is (?:payable|due|£))|\bthere is a (?:\w+ )?(?:fee"
    r"|charge)\b|\b(?:receiving|receipt of|received|paid) (?:the|your) (?:fee|payment)\b|\b(?:this|it"
    r"|each (?:copy|request)|a copy) costs? (?:you )?£|\bwe charge £|\b(?:enclose"
    r"|send)\b[^.;]{0,50}?(?:cheque|\bfee\b|£ ?\d)",
    re.I,
)
"""A price in a sentence that follows one on asking for what is held."""

_MONEY = ("fee", "Fee", "charge", "Charge", "£", "payment", "cost", "Cost", "cheque", "postal", "Payment")
_USES = (
    *("cop", "Cop", " see ", "ccess", "orrect", "rectif", "put right", "elet", "eras", "remov", "bject"),
    *("ithdraw", "omplain", "opt out", "opting", "estrict", "hold", "equest", "rint", "your file"),
)
"""Letters of which some stand wherever money is asked, and wherever a right is used."""


def _charged(sentence: str) -> re.Match[str] | None:
    """The words by which a right has a price."""
    return _CHARGED.search(sentence) or (ASKED_FOR.search(sentence) and _PRICE.search(sentence))


@rule("right-is-free", WARNING, "UK GDPR Article 12(5)", "texts", _MONEY)
def right_is_free(text: PublishedText) -> Problems:
    """
    What: No text asks a fee for the use of a right over one's data.
    Why: The rights are free. A fee is lawful only for a request that is plainly unfounded or excessive.
    How: Take the fee out; for copies beyond the first, or excessive requests, say that it is about those.
    """
    of_right = text.list_name == "rights" or "rights_limits" in text.field
    if not (of_right or holds_any(text.told, _USES)) or not text.is_english:
        return
    for at, sentence in enumerate(text.sentences):
        if not holds_any(sentence.text, _MONEY):
            continue
        asked = any(before.search(ASKED_FOR) for before in text.sentences[max(at - 3, 0) : at + 1])
        match = _charged(sentence.text)
        match = match or (sentence.search(_PRICE) if of_right else None)
        match = match or (sentence.search(_ASKS_A_FEE) if asked else None)
        about = of_right or asked or sentence.search(_ABOUT_DATA)
        if match and about and states(sentence) and not sentence.search(_FAIR):
            yield Problem(
                text.field,
                f"“{match[0]}”: the rights over one's own data are free.",
                "Take the fee out; if it is for excessive requests only, say so.",
                match[0],
            )
            return


_DENIED = on_demand(
    r"\b(?:cannot|can['’]t|may not|must not|not possible to|no way to|(?:are"
    r"|is) not able to)\b[^.;]{0,50}?\b(?:look\w*|review\w*|appeal\w*|challenge\w*|contest\w*|chang\w+"
    r"|ask\w*|question\w*|overturn\w*|comment\w*|disput\w+|reconsider\w*)\b|\b(?:is|are) (?:final"
    r"|binding)\b|\bno (?:right of |right to )?(?:appeal|review|challenge|person|officer|human)\b"
    r"|^\W*(?:none|no|n/?a|not (?:available|possible|applicable|offered))\W*$",
    re.I,
)
_AFTER_ALL = on_demand(r"\b(?:if|unless|until|without|before|who cannot|after that|then)\b", re.I)
_SAFEGUARDS = ("comment_how", "person_how", "contest_how")


@rule("safeguard-offered", WARNING, "UK GDPR Article 22C", "data-uses")
def safeguard_offered(filed: Filed[DataUse]) -> Problems:
    """
    What: The words on a safeguard against decisions by computer do not refuse the safeguard.
    Why: The law allows such decisions only if people can have their say, a person, and a challenge.
    How: Say how people get it, for example "Ring the team and ask for an officer".
    """
    for number, decision in enumerate(entries(filed.record.automated_decisions)):
        for name in _SAFEGUARDS:
            told = getattr(decision, name) or ""
            match = says(told, _DENIED)
            if match and not _AFTER_ALL.search(told):
                yield Problem(
                    ("automated_decisions", number, name),
                    f"“{match[0]}” refuses a safeguard that the law asks for.",
                    "Say how people get it; without it no computer may take this decision alone.",
                    match[0],
                )


_NARROWED = on_demand(
    r"\b(?:do not|don['’]t|cannot|can['’]t|will not|won['’]t|(?:are|is) (?:not|un)able to"
    r"|no longer) (?:\w+ )?(?:take|accept|consider|deal with|look (?:at|into)|handle"
    r"|answer)\b[^.;]{0,40}?\bcomplaints?\b[^.;]{0,60}?\b(?:by|over|in|from|unless|without|not made"
    r"|made)\b|\bcomplaints?\b[^.;]{0,60}?\b(?:must|can only|may only|have to|only be) (?:be )?(?:made "
    r"|sent |put )?(?:in writing|by form|by letter|by e-?mail|online|(?:on|using|with) (?:our"
    r"|the) (?:\w+ )?form)\b|\bcomplaints?\b[^.;]{0,80}?\bonly\b[^.;]{0,40}?\b(?:if|when"
    r"|once)\b[^.;]{0,40}?\b(?:in writing|forms?|online|by (?:letter|e-?mail|post))\b"
    r"|\bcomplaints?\b[^.;]{0,30}? (?:by|over|on|in) (?:(?:tele)?phone|person|e-?mail|letter"
    r"|social media)\b[^.;]{0,20}?\b(?:cannot|can['’]t|will not|won['’]t|are not|is not) (?:be )?(?:accept"
    r"|tak|consider|look|deal|record|count|valid)\w*|\b(?:have|has|there is) no (?:\w+ )?(?:procedure"
    r"|process|way|policy|form) (?:for|to make) complaints?\b|\byou (?:cannot|can['’]t|may not"
    r"|have no right to) complain(?=[.,;]|$| (?:to us|about (?:this|it|how|the way)))|\bcomplain (?:only"
    r"|first) to the (?:ICO|Information Commission\w*)\b|\bcomplain to the (?:ICO"
    r"|Information Commission\w*) (?:first|before)\b|\b(?:must|have to|need to) (?:use|fill in"
    r"|complete) (?:our|the|this) (?:\w+ )?form\b[^.;]{0,30}?\bcomplain"
    r"|\bcomplain\w*\b[^.;]{0,30}?\b(?:must|have to|need to) (?:use|fill in|complete) (?:our|the"
    r"|this) (?:\w+ )?form\b",
    re.I,
)
_WIDE = on_demand(
    r"n['’]t (?:have|need) to\b|\b(?:not have to|need not|no need|not only|never|services?|anonymous"
    r"|councillors?|schools?|neighbours?|noise|parking|planning|licen\w+|standards|conduct|food|landlords?"
    r"|computer)\b",
    re.I,
)

_OF_DATA = on_demand(r"\b(?:data|privacy|personal|information|ICO|Commission)\b", re.I)


@rule("complaint-any-way", WARNING, COMPLAINTS, "texts", ("omplain",))
def complaint_any_way(text: PublishedText) -> Problems:
    """
    What: No text takes complaints about data by one way only, or sends people to the regulator first.
    Why: Since 19 June 2026 the body has to make complaining easy; a complaint in any form counts.
    How: Name the ways, a form among them, and say that any other way is as good.
    """
    for match in said(text, _NARROWED, _WIDE, ("omplain",)):
        if _OF_DATA.search(text.text):
            yield Problem(
                text.field,
                f"“{match[0]}”: a complaint about data can be made to us, and in any way.",
                "Name the ways, and say that any other way is as good.",
                match[0],
            )
            return


_MEANS_REFUSED = on_demand(
    r"\b(?:ICO|Information Commission\w*|only online|not (?:take|accept)|(?:only|solely|exclusively)"
    r" (?:\w+ ){0,2}?(?:through|by|on|via|with|using) (?:\w+ ){0,3}?(?:forms?|portal|website))\b",
    re.I,
)


@rule("complaint-means-ours", WARNING, COMPLAINTS, "site")
def complaint_means_ours(site: Site) -> Problems:
    """
    What: The other means of complaining are ways to reach the council itself.
    Why: The law wants a form and other means; the regulator is no means of complaining to the council.
    How: Write ways such as a letter, a telephone call or a visit.
    """
    for number, means in enumerate(site.complaints.other_means):
        match = says(means, _MEANS_REFUSED)
        if match:
            yield Problem(
                ("complaints", "other_means", number),
                f"“{match[0]}”: this is no other way to complain to {site.name}.",
                "Write a way to reach you that needs no form, such as a letter or a call.",
            )
