"""Which sentences state something themselves, and which only tell what others say or what is not so."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence

_SAY = r"(?:say|think|believe|assume|suppose|suggest|conclude|claim|imagine|infer|expect|fear)"
_FALSE = (
    r"(?:(?:just |simply |quite )?(?:not|never) (?:true|so|right|correct|accurate|the case)"
    r"|(?:just |simply |quite )?(?:untrue|wrong|false|incorrect|inaccurate|misleading)"
    r"|an? (?:common )?(?:myth|mistake|misunderstanding|error|misconception))"
)
_PEOPLE = (
    r"(?:(?:some|many|most|other|a few|several) (?:people|parents|residents|families|tenants|carers"
    r"|readers|visitors|applicants|callers)|people|parents|residents|readers)"
)
_OTHERS = (
    r"(?:(?:an)?other|one|some(?: other)?|many(?: other)?|most(?: other)?|several|certain"
    r"|an? neighbouring|neighbouring) (?:\w+ )?(?:council|bod(?:y|ie)|compan(?:y|ie)|firm|website|notice"
    r"|organisation|authorit(?:y|ie)|newspaper)s?"
)
_NO_STATEMENT = on_demand(
    rf"\W*(?:but |yet |so |and |however, )?(?:"
    rf"(?:it|this|that) (?:is|was|would be|['’]s) {_FALSE} (?:that\b|to {_SAY}\b|for \w+ to {_SAY}\b)"
    r"|(?:it|this|that) (?:does not|doesn['’]t|did not|need not) (?:follow|mean)\b"
    rf"|(?:(?:nobody|no one) (?:should|need|must)|(?:you|people) (?:should|need|must) (?:not|never))"
    rf" (?:ever )?{_SAY} (?:that|it)\b"
    rf"|{_PEOPLE} (?:may |might |still |often |sometimes |wrongly |also )*(?:{_SAY}|worry|wonder|ask us|ask"
    r"|have heard|are told) (?:that|whether|if|us whether)\b|you (?:may|might|will) (?:also "
    r"|sometimes )?(?:have (?:\w+ )?(?:read|heard|seen|been told)\b|(?:hear|read|wonder) (?:that|whether"
    r"|if|elsewhere)\b)|(?:were it|if it (?:were|was)|should it)(?: ever)? (?:be )?(?:the case|true|so)\b"
    r"|(?:(?:until|before|in) (?:\w+ ){1,3})?it was (?:\w+ )?(?:said|thought|believed|feared|claimed)\b"
    r"|(?:this|our|an?) (?:(?:old|earlier|former|previous|last) )?(?:page|notice|version"
    r"|leaflet) (?:used to|once|wrongly|then) (?:say|said|state|stated|read)\b"
    rf"|{_OTHERS} (?:may |might |still |once |also )*(?:say|write|state|tell|claim|wrote|said|told|stated"
    r"|claimed)s?\b(?! (?:to )?(?:us|you|the council)\b))",
    re.I,
)


def states(sentence: Sentence) -> bool:
    """Whether a sentence says for itself how things are, and does not set right what others say.

    "It is not true that we sell data", "Some people fear that we sell data" and "Another council wrote
    that it sells data" hold the words of a sale, and nobody reads them as one.
    """
    return not (sentence.text.endswith("?") or _NO_STATEMENT.match(sentence.text))
