"""What texts claim of the law itself: what is personal data, which purposes, whose rights, which times."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText
from generator.proofread.times import ALLOWED, days_allowed

_CRIMES = on_demand(
    r"\b(?:criminal (?:records?|offences?|convictions?|history)|convictions?|cautions|offences?"
    r"|DBS checks?)\b",
    re.I,
)
_NINE = on_demand(r"\bArt(?:icle|\.)? ?9 ?\(2\) ?\([a-j]\)")
_BOTH = on_demand(
    r"\bArt(?:icle|\.)? ?10\b|\b(?:health|special|sensitive|ethnic\w*|relig\w+|disab\w+)\b", re.I
)
_NINE_PARTS = ("9(2)", "9 (2)")


@rule(
    "offence-article-fits",
    WARNING,
    "UK GDPR Article 10; DPA 2018 s.10(5) and 11",
    "texts",
    _NINE_PARTS,
)
def offence_article_fits(text: PublishedText) -> Problems:
    """
    What: No text rests data about crimes on Article 9, which is about other data.
    Why: Convictions are no special category: Article 10 and Schedule 1 to the DPA 2018 allow them.
    How: Name Article 10 and the paragraph of Schedule 1.
    """
    for match in said(text, _NINE, _BOTH, _NINE_PARTS):
        if _CRIMES.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}” is about special categories; data about crimes has Article 10.",
                "Name Article 10 and the paragraph of Schedule 1.",
                match[0],
            )


_KINDS = (
    r"(?:(?:your |an? |the )?(?:IP|internet|e-?mail|MAC|work e-?mail|business) address(?:es)?|cookies?"
    r"|(?:(?:your|the|our|these|CCTV|such) )*(?:photo(?:graph)?s?|pictures?|images?|recordings?|film"
    r"|footage|number plates?|NHS numbers?|postcodes?|device identifiers?|reference numbers?|opinions)"
    r"|(?:pseudonymi[sz]ed|coded|key-coded) (?:data|information|records?|files?))"
)
_CALLED_NONE = on_demand(
    rf"\b{_KINDS} (?:is|are) (?:not|no longer|never) (?:classed as |considered (?:to be )?|regarded as "
    rf"|counted as |treated as )?(?:personal (?:data|information)|covered by (?:the )?(?:UK )?(?:GDPR"
    rf"|data protection))\b|\b{_KINDS} (?:is|are) (?:always |therefore )?(?:anonymous|anonymised)\b"
    r"|\b(?:anonymi[sz]e[ds]?(?: (?:it|them|data|records?|the data|your data))?"
    r"|made anonymous) by (?:removing|taking out|deleting|leaving out) (?:only )?(?:your |the "
    r"|all )?(?:names?|surnames?)\b",
    re.I,
)
_BY_ITSELF = on_demand(
    r"\b(?:if|unless|where|when|once|by (?:itself|themselves)|alone|myth|wrong|untrue|deleted)\b|\?", re.I
)
_CALLED_NONE_PARTS = ("personal", "anonym", "covered by")


@rule(
    "personal-data-called-none",
    WARNING,
    "UK GDPR Article 4(1) and (5), recitals 26 and 30",
    "texts",
    _CALLED_NONE_PARTS,
)
def personal_data_called_none(text: PublishedText) -> Problems:
    """
    What: No text says of internet addresses, pictures or coded records that they are no personal data.
    Why: They lead to a person, by themselves or with what others hold; then all of the law holds for them.
    How: Say what you do with them, as with any other personal data.
    """
    for match in said(text, _CALLED_NONE, _BY_ITSELF, _CALLED_NONE_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: what leads to a person is personal data.",
            "Say what you do with it, as with any other personal data.",
            match[0],
        )


_OPEN_USE = on_demand(
    r"\b(?:vary|change|alter|extend|add to) the purposes?\b[^.;]*? without (?:giving )?(?:notice|telling"
    r"|informing)"
    r"|\b(?:may|can|could|might|will) (?:also |then |sometimes |be )*(?:use[sd]?|process(?:ed)?|shared?"
    r"|pass(?:ed)? on)\b[^.;]{0,50}? for (?:any |some |all )?(?:other|further|additional|related|various"
    r"|wider|different|legitimate|lawful)(?:,? (?:and |or )?(?:other|further|related|lawful|legitimate"
    r"|relevant|council|business))* (?:purposes?|reasons?|uses?|needs)\b(?! (?:that|which) (?:are|is"
    r"|the law|we (?:list|name|tell)))|\b(?:and|or) (?:for )?(?:any |some )?(?:other|further"
    r"|additional) (?:related |connected |relevant |lawful |legitimate )?purposes?\b(?! (?:that|which"
    r"|we)\b)|\bfor (?:any|whatever) (?:other )?purposes? (?:that )?(?:we|the (?:council|authority"
    r"|service|team)) (?:see|sees|think"
    r"|thinks|consider|need|wish|deem)\w*|\b(?:use[sd]?|process(?:ed)?|shared?) (?:it |them "
    r"|this )?for any of (?:our|the council['’]s) (?:\w+ )?(?:purposes?|functions|duties)\b|\b(?:use[sd]?"
    r"|process(?:ed)?|shared?) (?:it |them |this )?for any (?:council|business|lawful|legitimate"
    r"|official) (?:purposes?|reasons?)\b|\b(?:use[sd]?"
    r"|process(?:ed)?|share[sd]?)\b[^.;]{0,30}? for purposes (?:other than"
    r"|beyond|outside|different from) (?:those|the ones|what)\b|\b(?:purposes|uses) (?:include"
    r"|including),? but (?:are )?not limited to\b|\b(?:use[sd]?|process(?:ed)?|share[sd]?)\b[^.;]{0,40}?"
    r" (?:for (?:anything|whatever|any (?:purpose|reason))|however|in any way|as) (?:that )?(?:it|we|they"
    r"|the council) (?:likes?|wants?|wish(?:es)?|chooses?|pleases?|sees? fit)\b",
    re.I,
)
_TOLD_FIRST = on_demand(
    r"\b(?:not(?! limited)|never|no|nobody|cannot|without(?! (?:giving )?notice)|unless|except|tell you"
    r"|ask you|let you know"
    r"|if you agree|figures|counts|totals|tables|statistics|anonym\w+"
    r"|with your consent|law (?:requires|allows|lets)|compatible)\b|n['’]t\b",
    re.I,
)
_OPEN_USE_PARTS = (
    *("purpose", "other reasons", "further reasons", " uses", "limited to", "anything", "whatever"),
    *("any reason", "however", "any way", " fit", " as we ", " as it "),
)


@rule(
    "purposes-not-open",
    WARNING,
    "UK GDPR Articles 5(1)(b), 13(1)(c), 13(3) and 14(4)",
    "texts",
    _OPEN_USE_PARTS,
)
def purposes_not_open(text: PublishedText) -> Problems:
    """
    What: No text keeps the list of purposes open, as in "may be used for other purposes".
    Why: Data is collected for purposes that are named; people are told of a new one before it starts.
    How: Name the purposes; or say that people are told before a new one starts.
    """
    if "will_not" in text.field:
        return
    for match in said(text, _OPEN_USE, _TOLD_FIRST, _OPEN_USE_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}” leaves open what the data is used for.",
            "Name the purposes; or say that people are told before a new one starts.",
            match[0],
        )


_OVER_DATA = (
    r"(?:(?:a )?cop(?:y|ies)|(?:see|access|correct\w*|rectif\w+|eras\w+|restrict\w*|object\w*|complain"
    r"|withdraw\w*|privacy|data|portability|be (?:told|informed|forgotten)|ask|know|have|challenge"
    r"|contest)\b)"
)
"""What a right over one's data is a right to; others, such as one to a discount, can be lost."""
_GIVEN_UP = on_demand(
    r"\byou (?:\w+ )?(?:waive|give up|forgo|sign away|lose) (?!no )(?:\w+ ){0,2}?(?:data protection"
    rf" )?rights?\b(?! (?:to|of) (?!{_OVER_DATA}))[^.;]*"
    r"|\bwe cannot be held (?:responsible|liable) for\b[^.;]{0,50}?\b(?:data|information|details"
    r"|breach\w*)\b[^.;]*"
    r"|\b(?:we|the (?:council|authority|service|team)) (?:\w+ )?(?:accepts?|takes?|has|have"
    r"|bears?) no (?:responsibility"
    r"|liability)\b[^.;]{0,60}?\b(?:data|information|details|breach\w*|personal|contractors?|suppliers?"
    r"|processors?)\b[^.;]*|\b(?:we|the (?:council|authority|service|team)) (?:is"
    r"|are) not (?:responsible|liable) (?:for"
    r"|if)\b[^.;]{0,50}?\b(?:your (?:data|information|details)|breach\w*|(?:our|its|these) (?:contractors?"
    r"|suppliers?|processors?|compan\w+))\b[^.;]*",
    re.I,
)
_OTHER_SITES = on_demand(
    r"\b(?:sites?|websites?|links?|linked|they|decide\w* (?:for|by) (?:itself|themselves)|controllers?"
    r"|do not|not lose|nor|never)\b|n['’]t\b",
    re.I,
)
_DISCLAIMING = (
    "waive",
    "give up",
    "forgo",
    "sign away",
    "lose ",
    "o respons",
    "o liab",
    "ot respons",
    "ot liab",
    "held respons",
    "held liab",
)


@rule("duty-not-disclaimed", WARNING, "UK GDPR Articles 12, 24, 28 and 82", "texts", _DISCLAIMING)
def duty_not_disclaimed(text: PublishedText) -> Problems:
    """
    What: No text has people give up their rights, or says that the council answers for nothing.
    Why: Rights over one's data cannot be signed away, and a controller answers for those who work for it.
    How: Take the sentence out.
    """
    for match in said(text, _GIVEN_UP, _OTHER_SITES, _DISCLAIMING):
        yield Problem(
            text.field,
            f"“{match[0]}”: rights cannot be given up, and the council answers for the data.",
            "Take the sentence out.",
            " ".join(match[0].split()[:8]),
        )


_WITHIN = on_demand(rf"\b(?:within|in|takes? up to|have) {ALLOWED}\b", re.I)
_BREACH_TOLD = on_demand(
    r"\bbreach\w*\b[^.;]*\b(?:ICO|Information Commission|regulator)\b|\b(?:ICO|Information Commission"
    r"|regulator)\b[^.;]*\bbreach",
    re.I,
)
_FREEDOM = on_demand(
    r"\b(?:freedom of information|FOI|environmental information|EIR)\b(?! (?:review|appeal))", re.I
)
_BREACH, _REQUEST = 3.05, 28
"""Days: 72 hours and a little, and 20 working days."""
_ANSWERED = on_demand(r"\b(?:answer|repl(?:y|ies)|respon\w+|get|receive)\w*\b", re.I)


@rule(
    "time-of-law-told",
    WARNING,
    "UK GDPR Article 33(1); FOIA 2000 s.10(1); EIR 2004 reg 5(2)",
    "texts",
    ("breach", "reedom", "FOI", "nvironmental", "EIR"),
)
def time_of_law_told(text: PublishedText) -> Problems:
    """
    What: The times for telling the regulator of a breach, and for answering an FOI request, are right.
    Why: The law gives 72 hours for the one and 20 working days for the other.
    How: Write "within 72 hours", or "within 20 working days".
    """
    for match in said(text, _WITHIN, re.compile(r"\b(?:not|review|appeal|further|more|extend\w*)\b", re.I)):
        days = days_allowed(match)
        of_breach = _BREACH_TOLD.search(match.string) and days > _BREACH
        of_request = _FREEDOM.search(match.string) and _ANSWERED.search(match.string) and days > _REQUEST
        if of_breach or of_request:
            law = "72 hours to tell of a breach" if of_breach else "20 working days for such a request"
            yield Problem(
                text.field,
                f"“{match[0]}”: the law gives {law}.",
                "Write the time of the law, or a shorter one.",
                match[0],
            )
