"""How long records are kept: words that do not say it."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said, says
from generator.proofread.texts import PublishedText

_VAGUE = on_demand(
    r"\b(?:as|so|that|this) long as (?:is |it is |we |we are |they |they are |(?:it |they |this "
    r"|that )?(?:may|might|could|can) be |reasonably |legally |it takes )*(?:necessary|needed|required"
    r"|need(?: it| them)?|appropriate|relevant|useful|we have to|the law (?:requires|says))\b"
    r"|\b(?:in line with|in accordance with|according to|as set out in|following|under|subject to) (?:our"
    r"|the|its|their) (?:[\w'’]+ ){0,4}?(?:retention|records?|disposal"
    r"|information management)(?: \w+)? (?:schedules?|polic(?:y|ies)|periods?|guidelines|rules)\b"
    r"|\bin (?:line|accordance) with (?:our |the |any |all )?(?:\w+ ){0,2}?(?:statutory|legal|legislative"
    r"|retention|law|legislation|guidance|regulations?|best practice)\b|\bas (?:is )?(?:required|needed"
    r"|necessary|appropriate|set out|laid down|prescribed)(?: by| in)?(?: (?:the )?(?:law|legislation"
    r"|statute|regulations?))?\b|\bfor (?:the|a|an) (?:duration|time|period|length of time"
    r"|appropriate (?:time|period)|reasonable (?:time|period)|minimum (?:time|period)|required (?:time"
    r"|period)|necessary (?:time|period))(?: (?:of time )?(?:that is |which is |it is )?(?:required"
    r"|necessary|needed|appropriate|stipulated|by law))?\b|\buntil (?:it is |they are |this is "
    r"|the data is |the information is )?no longer (?:needed|required|necessary|relevant|useful)\b"
    r"|\bas long as the law (?:allows|permits|lets)\b|\b(?:see|refer to|check|consult) (?:our|the"
    r"|its) (?:\w+ ){0,2}?(?:retention|disposal)\b|^(?:it )?(?:various|varies|depends|ask us|variable"
    r"|different periods)\b|\b(?:depends|depending) on (?:the )?(?:\w+ )?(?:legal|statutory|law"
    r"|legislation|type|nature|purpose|requirements?|circumstances|service)\b|\bwhen (?:it is "
    r"|they are )?no longer (?:needed|required|necessary|relevant)\b"
    r"|\b(?:for )?(?:any )?longer than (?:is |it is |we |they are )?(?:strictly |absolutely "
    r"|reasonably )?(?:necessary|needed?|required|have to)\b|\bfor (?:the|a|any) (?:statutory|legal"
    r"|legally required|agreed|relevant|prescribed|set|standard|specified|retention) (?:\w+ )?(?:period"
    r"|time|term|limit)s?\b(?! of \d)|\buntil further notice\b|\bfor the foreseeable future\b"
    r"|\bindefinitely\b|\bfor (?:some|a certain|a limited) (?:time|period)\b|\bor (?:longer )?(?:as|if"
    r"|when|where)(?: it is| this is| we are)? (?:required|needed|necessary|appropriate)\b(?! (?:by"
    r"|for) (?:a|an|the) (?:court|claim|inquiry|investigation|appeal))|\bfor varying (?:times|periods)\b"
    r"|\b(?:make|take|have) (?:a|our own) (?:\w+ )?decision (?:on|about|as to) how long\b",
    re.I,
)
_ANY_TIME = on_demand(r"\bfor (?:a|some) reasonable (?:time|period)\b", re.I)
"""A time that is as open with what it runs from as without."""
_CRITERION = on_demand(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|after(?! which| that\b)|while|because"
    r"|permanent(?:ly)?|until(?! further notice)|when)"
    r"\b(?! (?:it is |they are |this is |the (?:data|information) is )?no longer)",
    re.I,
)
_SAID_ELSEWHERE = on_demand(
    r"\bhow long\b|\bbelow\b|\btable\b|\blisted\b|\bnext to\b|\beach (?:page|notice)\b", re.I
)
_KEEPING = on_demand(
    r"\b(?:keeps?|kept|holds?|held|retain(?:s|ed)?|stor(?:es?|ed)|delete[sd]?|destroy(?:s|ed)?)\b", re.I
)
_TELLING = (
    *("onger than", "epend", "arious", "aries", "long as", "line with", "ccordance", "equired", "ecessary"),
    *("eeded", "eriod", "indefinite", "duration", "how long"),
)
"""Letters of which some stand in every vague period."""


@rule("vague-retention", ERROR, "UK GDPR Article 13(2)(a), 14(2)(a); WP260", "data-uses")
def vague_retention(filed: Filed[DataUse]) -> Problems:
    """
    What: How long records are kept is a time, or a criterion that a reader can apply.
    Why: "As long as necessary" does not answer the question that the law asks.
    How: Write for example "6 years after the account closes".
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            match = says(kept.keep, _VAGUE)
            open_end = match and match[0].startswith("or ")
            if match and (open_end or not _CRITERION.search(kept.keep)):
                yield Problem(
                    ("purposes", number, "retention", at, "keep"),
                    f"“{match[0]}” does not say how long these records are kept: “{kept.records}”.",
                    'Write a time and from when it runs, for example "6 years after the account closes".',
                )


_TELLS_WHEN = on_demand(
    r"\b(?:not kept|not stored|no cop(?:y|ies)|never|at once|straight away|immediately|same day|forever"
    r"|for (?:ever|good|life)|always|lifetime|life|permanent\w*|throughout|during|(?:as"
    r"|so) long as (?!(?:there|we|it|they|is|are|needed|necessary|required|possible|the law|the council"
    r"|any|our)\b)|since|once|before|end of|on the day|hours?|days?|weeks?|months?|years?|birthday"
    r"|quarter\w*|annual\w*)\b",
    re.I,
)


@rule("retention-recognisable", REVIEW, "UK GDPR Article 13(2)(a), 14(2)(a); WP260", "data-uses")
def retention_recognisable(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody checks a time for keeping records in which no time and no event can be recognised.
    Why: "While there is a business need" lets the council keep everything, and readers learn nothing.
    How: Write a time and from when it runs, or the event that ends it.
    """
    english = (filed.document.language or register.site.languages[0]) == "en"
    for number, purpose in enumerate(filed.record.purposes if english else ()):
        for at, kept in enumerate(entries(purpose.retention)):
            told = _CRITERION.search(_NEED.sub("", kept.keep)) or _TELLS_WHEN.search(_NEED.sub("", kept.keep))
            if not told and not says(kept.keep, _VAGUE):
                yield Problem(
                    ("purposes", number, "retention", at, "keep"),
                    f"“{kept.keep}” names no time, and no event that a reader could recognise.",
                    'Write for example "6 years after the account closes".',
                )


_NEED = on_demand(
    r"\b(?:as|so) long as\b[^,;.]*?\b(?:need|reason|value|use|purpose|requirement|interest)\b|\b(?:while"
    r"|until|when|after|once)\b[^,;.]*?\b(?:need(?:ed)?|reason|value|use|purpose|required?|requirement"
    r"|necessary|appropriate|business)\b(?: (?:it|them|for it))?",
    re.I,
)
"""Words that tie a time to nothing but the council's own need."""


@rule(
    "vague-period", WARNING, "UK GDPR Article 13(2)(a), 14(2)(a); WP260", "texts", (*_TELLING, "reasonable")
)
def vague_period(text: PublishedText) -> Problems:
    """
    What: A sentence on how long something is kept gives a time, or a criterion that a reader can apply.
    Why: "As long as necessary" does not answer the question that the law asks.
    How: Write for example "6 years after the account closes", or leave it to the `retention` fields.
    """
    vague = *said(text, _VAGUE, _CRITERION, _TELLING), *said(text, _ANY_TIME, parts=("reasonable",))
    for match in vague if text.name != "keep" else ():
        if _KEEPING.search(match.string) and not _is_elsewhere(match.string, match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}” does not say how long it is kept.",
                'Write a time and from when it runs, for example "6 years after the account closes".',
                match[0],
            )


def _is_elsewhere(sentence: str, vague: str) -> bool:
    """Whether a sentence only says where the times stand, or that they do."""
    return not re.search("depend|decision", vague, re.I) and bool(_SAID_ELSEWHERE.search(sentence))
