"""How soon requests about rights are answered, by the words of a text."""

from __future__ import annotations

import re

from generator.proofread.asking import ASKED_FOR
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import Sentence, sentence_of
from generator.proofread.said import DENIED, main_clause, said
from generator.proofread.texts import PublishedText
from generator.proofread.times import ALLOWED, LONGEST_MONTH, days_allowed

_LONG = on_demand(
    rf"\b(?:within|in|up to|have until|takes?(?: us)?|allow|have|gives? us) (?:a maximum of |up to |at most "
    rf"|about )?"
    rf"{ALLOWED}\b",
    re.I,
)
_ANSWER = on_demand(
    r"\b(?:answer|reply|replies|respon\w+|send (?:you|it)|give you|deal with|provide|tak|hear|wait|get"
    r"|receive|ready|comply|decision|let you (?:have|know)|tell you|come back|process|arrive)e?",
    re.I,
)
_WE_ANSWER = on_demand(
    r"\b(?:we|council|team|officer)\b(?: \w+){0,3}? (?:answer|repl(?:y|ies)|respond|send (?:it|you|them)"
    r"|provide it|come back to you|let you know|tell you)\b|\byou (?:\w+ )?(?:get|receive|hear|have) (?:it"
    r"|the copy|a copy|an answer|a reply|from us)\b|\b(?:answer|reply|response)s? (?:\w+ )?(?:takes?"
    r"|comes?|arrives?)\b",
    re.I,
)
"""Words that answer a request of the sentence before."""
_TO_A_USE = r"(?:what we do|this|us|our|how we|the use|its use|your data|your information|our use|the way we)"
_ASKING = on_demand(
    r"\b(?:subject access|access requests?|requests? for access|ask(?:s|ed|ing)? (?:us )?(?:for"
    r"|to see) (?:a copy of )?your"
    r"|(?:your|personal) (?:own )?(?:data|information|records?)\b.{0,40}\brequests?|requests? (?:for|about)"
    r" (?:a copy of )?(?:your|personal|their)|(?:use|exercise)\w* (?:one of |any of )?(?:(?:your|these|this)"
    r" rights?|the right to (?:object|access|erasure))"
    r"|copy of (?:your|the) (?:own )?(?:personal )?(?:data|information|records?)|SARs?"
    rf"|object to {_TO_A_USE}|(?:ask|tell) us to (?:correct|delete|erase|stop using|restrict|put right"
    rf"|change)"
    r"|(?:want|like|ask|wish) to (?:know|find out|see) what (?:we|the (?:council|authority|service"
    r"|team)) (?:hold|have|keep"
    r"|know)s? about you|(?:corrected|put right|deleted|erased|rectified) (?:if|when|where|by))\b",
    re.I,
)
_OTHER_TIMES = on_demand(
    r"\b(?:complex|complicated|extend\w*|extension|further|more time|longer|many requests|freedom|FOI"
    r"|complain\w*|planning|appeal|review|delet\w+ (?:after|within)|kept?|keep|stor\w+|extra|additional"
    r"|CCTV|film|wip\w+|three months in all|licen\w+|permit|badge|assessment)\b",
    re.I,
)


_TIMES = ("days", "weeks", "months")


@rule("reply-time", WARNING, "UK GDPR Articles 12(3) and 12A", "texts", _TIMES)
def reply_time(text: PublishedText) -> Problems:
    """
    What: No text gives more than a month for answering people who use a right over their data.
    Why: The law says one month, with two more only for many or complex requests. "40 days" is the old law.
    How: Write "within one month", or use the fact that the site keeps for it.
    """
    if not text.is_english:
        return
    in_rights = text.list_name == "rights" or "rights_limits" in text.field
    told = text.statements
    for at, sentence in enumerate(told):
        match = sentence.search(_LONG, _TIMES)
        if match is None or days_allowed(match) <= LONGEST_MONTH or sentence.search(_OTHER_TIMES):
            continue
        asked = (in_rights or _asks(sentence)) and sentence.search(_ANSWER)
        follows = sentence.search(_WE_ANSWER) and any(map(_asks, told[max(at - 2, 0) : at]))
        if (asked or follows) and not DENIED.search(main_clause(match)):
            yield Problem(
                text.field,
                f"“{match[0]}”: the law has such a request answered within a month.",
                "Write “within one month”, or use the fact that the site keeps for it.",
                match[0],
            )


_COUNTED_LATE = on_demand(
    r"\b(?:within|in) (?:one|1|a) (?:calendar )?month (?:of|after|from) (?:(?:us|our|we|the|your|an?"
    r"|having|have) )*(?:acknowledg\w+|logg\w+|register\w+|allocat\w+|validat\w+|processing|fee|payment)\b"
    r"|\b(?:within|in) (?:one|1|a) (?:calendar )?month (?:of|after|from) (?:\w+ ){0,3}?(?:fee|payment)\b",
    re.I,
)


@rule("month-counts-from-receipt", WARNING, "UK GDPR Articles 12(3) and 12A", "texts", ("month",))
def month_counts_from_receipt(text: PublishedText) -> Problems:
    """
    What: The month for answering people who use a right counts from the day on which they ask.
    Why: It waits only until we know who they are and what they look for; not for a letter of ours, nor a fee.
    How: Write "within one month of receiving it".
    """
    if not text.is_english:
        return
    told = text.statements
    for at, sentence in enumerate(told):
        match = sentence.search(_COUNTED_LATE, (" month ",))
        before = told[max(at - 2, 0) : at + 1] if match else ()
        asked = any(_asks(sentence) or "request" in sentence.text for sentence in before)
        if match and asked and not sentence.search(_OTHER_TIMES) and not DENIED.search(main_clause(match)):
            yield Problem(
                text.field,
                f"“{match[0]}”: the month begins on the day on which people ask.",
                "Write “within one month of receiving it”.",
                match[0],
            )


_LONGER = on_demand(
    r"\b(?:(?:exten\w+|add\w*|further|extra|additional|more time|longer)\b[^.;]{0,40}?"
    rf"|(?:by|of|for|up to|another) (?:up to |another |a further |an extra |an additional )?){ALLOWED}\b",
    re.I,
)
_EXTENDED = on_demand(r"\b(?:exten\w+|further|extra|additional|more time|longer)\b", re.I)
_NOT_A_REPLY = on_demand(r"\b(?:freedom|FOI|complain|licen|permit|keep|kept|held|stor)", re.I)
_TWO_MONTHS = 62
"""Days: the longest two months."""
_LONGER_PARTS = ("xten", "urther", "xtra", "dditional", "more time", "onger")


@rule("extension-time", WARNING, "UK GDPR Article 12(3)", "texts", _LONGER_PARTS)
def extension_time(text: PublishedText) -> Problems:
    """
    What: No text adds more than two months to the time for answering people who use a right.
    Why: The law allows two further months for many or complex requests, and people are told within the first.
    How: Write "two further months".
    """
    for match in said(text, _LONGER, parts=_LONGER_PARTS):
        late = days_allowed(match) > _TWO_MONTHS and _EXTENDED.search(match.string)
        if late and _asks(sentence_of(match.string)) and not _NOT_A_REPLY.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: the law allows two further months.",
                "Write “two further months”.",
                match[0],
            )


_FROM_OTHERS = on_demand(
    r"\b(?:data|information|details|records?) about you\b[^.;]{0,40}?\bfrom (?:someone|somebody|anyone"
    r"|anybody|another|other|others|third parties|a third party)\b",
    re.I,
)
_TELL = on_demand(r"\b(?:tell|inform|let|write to|notify|contact) you\b", re.I)
_LONG_PARTS = ("about you",)


@rule("source-told-in-time", WARNING, "UK GDPR Article 14(3)", "texts", _LONG_PARTS)
def source_told_in_time(text: PublishedText) -> Problems:
    """
    What: No text gives more than a month for telling people of data that came from somebody else.
    Why: The law says a month at most, and sooner where they are written to or the data is passed on.
    How: Write "within one month".
    """
    for match in said(text, _LONG, parts=_LONG_PARTS):
        late = days_allowed(match) > LONGEST_MONTH
        if late and _FROM_OTHERS.search(match.string) and _TELL.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: the law has people told within a month.",
                "Write “within one month”.",
                match[0],
            )


def _asks(sentence: Sentence) -> bool:
    return bool(sentence.search(_ASKING) or sentence.search(ASKED_FOR))
