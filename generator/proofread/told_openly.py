"""What is hidden from people, or told them too late: recordings, breaches, and who stands behind a code."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText
from generator.proofread.times import ALLOWED, LONGEST_MONTH, days_allowed

_RECORDED = (
    r"(?:record(?:s|ed|ing|ings)?|film(?:s|ed|ing)?|photograph(?:s|ed|ing)?|listen(?:s|ed|ing)? (?:in|to)"
    r"|monitor(?:s|ed|ing)?|track(?:s|ed|ing)?|watch(?:es|ed|ing)?|collect(?:s|ed|ing)?)"
)
_PEOPLE = r"(?:you|them|callers?|people|visitors?|customers?|residents?|tenants?|claimants?|staff|anyone)"
_UNTOLD = (
    rf"(?:(?:without|though we (?:do|will) not|although we (?:do|will) not|but (?:we )?(?:do|will) not"
    rf"|and (?:we )?"
    rf"(?:do|will) not|but never|and never) (?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|warn(?:ing)?"
    rf"|say(?:ing)? so to) {_PEOPLE}|without (?:your|their|(?:the )?\w+['’]s?) (?:knowledge|knowing)"
    rf"|without (?:the )?knowledge of {_PEOPLE}"
    rf"|without {_PEOPLE} knowing)"
)
_COVERT = on_demand(
    rf"\b{_RECORDED}\b[^.;]{{0,60}}?\b{_UNTOLD}\b|\b(?:we|the council|our (?:staff|officers|team))"
    rf" (?:also |may |can"
    rf" |will |sometimes )*(?:secretly|covertly|in secret) {_RECORDED}\b|\b{_PEOPLE} (?:is|are|will|need) not"
    rf" (?:be )?(?:told|informed|warned) (?:that|when|if|about) [^.;]{{0,40}}?\b(?:is|are|was|were|being|the)"
    rf" (?:being )?{_RECORDED}\b",
    re.I,
)
_BY_LAW = on_demand(
    r"\b(?:cannot|never (?:record|film|listen|photograph|monitor|track|watch|collect)|(?:do|does|will)"
    r" not (?:\w+ )?"
    r"(?:record|film|listen|photograph|monitor|track|watch|collect)|unless|crimes?|fraud|magistrate|court|police"
    r"|investigat\w+|Regulation of Investigatory|RIPA|offen[cs]e\w*|harm|law allows|warrant|authoris\w+"
    r"|if (?:someone|somebody|anyone)|nobody|no one|another|other people)\b|\?",
    re.I,
)
_COVERT_PARTS = (
    *("without", "not tell", "not inform", "not warn", "never", "ecret", "overt", " told", "informed"),
)


@rule("recording-told-openly", WARNING, "UK GDPR Articles 5(1)(a) and 13(1)", "texts", _COVERT_PARTS)
def recording_told_openly(text: PublishedText) -> Problems:
    """
    What: No text says that people are recorded, filmed or followed without being told.
    Why: People must be told when data is collected from them; hidden watching needs a law of its own.
    How: Tell people before you record, for example at the start of a call; or name the law and the case.
    """
    for match in said(text, _COVERT, _BY_LAW_ONLY, _COVERT_PARTS):
        if not _BY_LAW.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: people must be told when data about them is collected.",
                "Tell people before you record; or name the law and the case in which you need not.",
                match[0],
            )


_BY_LAW_ONLY = on_demand(
    r"\b(?:not|never)\b[^.;]{0,40}?\bwithout\b|"
    r"\b(?:would be|used to|no longer|(?:not|never) (?:\w+ )?(?:made|done|taken|recorded|filmed|kept))\b",
    re.I,
)

_BREACH = r"(?:breach\w*|leaks?|leaked|loss of (?:\w+ )?data|los[te] (?:\w+ )?data|data (?:is|are|was) lost)"
_TOLD = (
    r"(?:tell|told|inform(?:ed)?|notif(?:y|ied)|write to|contact(?:ed)?|let) (?:you|people|the people"
    r"|those|them"
    r"|residents|everyone|anyone|the (?:person|individual)s?)\b|\b(?:you|people|those|residents|individuals"
    r"|(?:the )?data subjects?) (?:\w+ ){0,4}?(?:will|are|is|shall) (?:then |normally |usually )?(?:be"
    r" )?(?:told"
    r"|informed|notified|contacted)"
)
_BREACH_TOLD = on_demand(
    rf"\b{_BREACH}\b[^.]{{0,120}}?\b(?:{_TOLD})\b|\b(?:{_TOLD})\b[^.]{{0,60}}?\b{_BREACH}", re.I
)
_IN_TIME = on_demand(rf"\b{ALLOWED}\b|\bwithin (?:a|one) (?P<year>year)\b", re.I)
_LATE = on_demand(
    r"\bin (?:our|the|its) (?:next )?annual report\b|\bat the end of the (?:financial |calendar )?year\b"
    r"|\b(?:once|after|when) (?:a|the|our) (?:\w+ )?(?:quarter|year)\b|\bonly (?:if|when) (?:you|they) ask\b",
    re.I,
)
_KEPT_LONG = on_demand(r"\b(?:kept?|retain\w*|delet\w+|destroy\w*|record of)\b", re.I)
_BREACH_PARTS = ("reach", "leak", "loss", "lost", "lose")


@rule("breach-told-soon", WARNING, "UK GDPR Article 34(1)", "texts", _BREACH_PARTS)
def breach_told_soon(text: PublishedText) -> Problems:
    """
    What: A text that says when people are told of a breach names no time of months or years.
    Why: Where the risk is high they must be told without undue delay, so that they can protect themselves.
    How: Write "without undue delay", or a time of days.
    """
    for match in said(text, _BREACH_TOLD, None, _BREACH_PARTS):
        late = _LATE.search(match.string)
        time = next((m for m in _IN_TIME.finditer(match.string) if _is_long(m)), None)
        if (late or time) and not _KEPT_LONG.search(match.string):
            words = (late or time or match)[0]
            yield Problem(
                text.field,
                f"“{words}” is too late to tell people of a breach that puts them at high risk.",
                "Write “without undue delay”, or a time of days.",
                words,
            )


def _is_long(time: re.Match[str]) -> bool:
    return bool(time["year"]) or days_allowed(time) > LONGEST_MONTH


_NAMELESS = (
    r"(?:anonymi[sz]ed|anonymous|made anonymous)\b[^.;]{0,60}?(?:,| so| and| but| which means|"
    r" yet)+[^.;]{0,20}?"
    r"\b(?:we|the council|our (?:staff|team)|staff|officers|doctors?|hospitals?)"
)
_KNOWN = on_demand(
    rf"\b{_NAMELESS} (?:can|could|may|are able to|will)(?: still| always| then)? (?:be able to"
    rf" )?(?:contact|ring|call"
    r"|write to|phone|telephone|identify|recogni[sz]e|find|trace|visit|match (?:it|them) to|link (?:it"
    r"|them) (?:back"
    r" )?to|look up) (?:you|people|them|who|individuals|the (?:person|patient|child|resident)s?|your)\b"
    r"|\banonymi[sz]ed\b[^.;]{0,60}?\b(?:key|code|number)\b[^.;]{0,30}?\b(?:lets?|allows?|enables?) us"
    r" (?:to )?"
    r"(?:find|identify|contact|trace|link)\b",
    re.I,
)
_NOT_KNOWN = on_demand(
    r"\b(?:not|never|nobody|no one|cannot|neither|before|unless|separate\w*|other)\b|n['’]t\b", re.I
)
_KNOWN_PARTS = ("nonymis", "nonymiz", "nonymous")


@rule(
    "anonymised-yet-known",
    WARNING,
    "UK GDPR Article 4(1) and (5), recital 26; ICO: anonymisation",
    "texts",
    _KNOWN_PARTS,
)
def anonymised_yet_known(text: PublishedText) -> Problems:
    """
    What: No sentence calls data anonymous by which the same council can still find or reach people.
    Why: Whoever can be reached through data can be recognised in it; it is personal data, and the law holds.
    How: Write that a code stands in place of the name, and who holds the key.
    """
    for match in said(text, _KNOWN, _NOT_KNOWN, _KNOWN_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: what leads back to people is not anonymous.",
            "Write that a code stands in place of the name, and who holds the key.",
            match[0],
        )
