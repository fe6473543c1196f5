"""The passive turned into the active: "Your data is shared with X" says that we share it."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand
from generator.proofread.verbs import BASES

_OWN = (
    r"(?:(?:library|libraries|housing|benefits?|registration|electoral|planning|education|care|waste|parking"
    r"|licensing|archives?|museums?|leisure|transport|highways|admissions|social|customer|public|adult) )"
)
_BODY = r"(?:council|authority|team|service|department|directorate)"
OURSELVES = rf"(?:[Tt]he|[Tt]his|[Oo]ur) {_OWN}{{0,2}}{_BODY}"
"""The council, or a part of it, as it speaks of itself."""
_BY_US = rf"(?:us|our \w+|{OURSELVES}|(?:an )?officers?|(?:members of )?(?:(?:our|\w+) )?staff)\b"
_BY_YOU = r" by you\b"
_BY_NOBODY = (
    rf"(?:{_BY_US}|(?:law|post|tele|phone|letter|hand|default|using|means|the end|\d|e-?mail|\w+ing\b))"
)
_PARTICLE = (
    r"(?: out\b|(?<=responded) to\b|(?<=dealt) with\b|(?<=disposed) of\b|(?<=relied) (?:up)?on\b"
    r"|(?<=objected) to\b)"
)
_PASSIVE = on_demand(
    r"\b(?P<helping>(?:(?:will|may|can|must|could|might|should|would|cannot|need(?= not)|has|have|had|has to"
    r"|have to"
    r"|needs? to)(?: not| never| only| always)? )?)(?P<be>is|are|was|were|be|been)(?: being)?"
    r"(?P<how>(?: not| never| only| always)?(?: \w+ly)?)"
    rf" (?P<participle>{'|'.join(sorted(BASES, key=len, reverse=True))})\b(?! to (?:have|be)\b)"
    rf"(?P<out>{_PARTICLE})?(?: by {_BY_US}|(?P<you>{_BY_YOU}))?(?![^,;.]* by (?!{_BY_NOBODY}))"
)
_JOINTS = (
    r"(?:[,;:(–—]|\b(?:that(?= (?:your|the|a|an|any|all|no|this|these|it|they|you|our|some|data|information"
    r"|details|records|people|personal)\b)|but|so|if|when|before|until|unless|because|once|after|where|while"
    r"|whenever"
    r"|whether|then|although|though|later|earlier|afterwards))\W"
)
_BEGINS = on_demand(rf".*{_JOINTS}+", re.I)
_NO_THING = on_demand(
    r"\b(?:who|which|whom|whose|there|what|how|why|we|i|he|she|is|are|was|were|be|will|may|can|must|cannot"
    r"|do|does|has|have|did)\b",
    re.I,
)
_LAST_AND = on_demand(r".*\b(?:and|or)\b ?", re.I)
_JOINS = on_demand(r"\s*(?:and|or)\b ?", re.I)
_BY_US_LATER = on_demand(rf" by {_BY_US}(?=[.,;]|$)")
_DONE_BY_PEOPLE = on_demand(
    r"(?:(?:an?|any|the|your|this|such|each|every|formal|further) ){0,2}"
    r"(?:consent\b[^|]*\|(?:given|withdrawn)|(?:complaint|request|objection|appeal|opt-out|choice)s?\b"
    r"(?! (?:form|procedure|team))[^|]*\|(?:made|submitted|lodged|raised|withdrawn))$",
    re.I,
)
"""What people do, and not we: "Your consent can be withdrawn", "a complaint must be made"."""
_MOST_WORDS = 12
_CAPITALS = on_demand(r"[A-Z]{2}|(?!(?:The|An?|Your|Our|All|Any|No) )[A-Z]\w+ [A-Z]|I\b")
_MUST = ("has to", "have to", "need to", "needs to")


def in_active_voice(sentence: str) -> str:
    """The sentence with what is done to something told as what we do; the same where others do it."""
    for match in reversed(list(_PASSIVE.finditer(sentence))):
        before, after = sentence[: match.start()], sentence[match.end() :]
        at = _start_of_thing(before)
        if at >= 0:
            thing = before[at:].strip()
            by_you = match["you"] or _DONE_BY_PEOPLE.match(f"{thing}|{match['participle']}")
            who = "you" if by_you else "we"
            who = who.capitalize() if at == 0 else who
            sentence = f"{before[:at]}{who} {_done(match, thing)}{_BY_US_LATER.sub('', after, count=1)}"
    return sentence


_SECOND = on_demand(
    r"(?P<thing>[^,;:]{3,80}?) (?:is|are|was|were|will|may|can|must) [^;:]*? and"
    r" (?P<second>(?:(?:is|are|was|were)|(?:will|may|can|must)(?: not| never| only)? be)\b.*)"
)
_IN_SOME_CASE = on_demand(r"\b(?:if|when|where|unless|until|once|before|after|who|which|that|and)\b", re.I)


def second_clause(sentence: str) -> str:
    """What a sentence says after "and" of the same thing, as one of its own; empty where it hangs on more."""
    match = _SECOND.match(sentence)
    if match is None or _IN_SOME_CASE.search(match["thing"]):
        return ""
    return f"{match['thing']} {match['second']}"


def _start_of_thing(before: str) -> int:
    """Where the words begin that name what something is done to; less than 0 where nothing does."""
    start = _end_of(_BEGINS, before)
    start += _end_of(_JOINS, before[start:])
    for at in (start, start + _end_of(_LAST_AND, before[start:])):
        thing = before[at:].strip()
        if thing and not _NO_THING.search(thing) and thing.count(" ") < _MOST_WORDS:
            return at
    return -1


def _end_of(words: re.Pattern[str], text: str) -> int:
    match = words.match(text)
    return match.end() if match else 0


def _done(match: re.Match[str], thing: str) -> str:
    """What we do, for "may not be shared" and "your data": "may not share your data"."""
    base, past = BASES[match["participle"]]
    out = match["out"] or ""
    base, past, participle = f"{base}{out}", f"{past}{out}", f"{match['participle']}{out}"
    helping, how = match["helping"].strip(), match["how"].strip()
    if thing.lower() == "they":
        thing = "them"
    elif not _CAPITALS.match(thing):
        thing = thing[0].lower() + thing[1:]
    if match["be"] == "been":
        return _words(helping.replace("has", "have"), how, participle, thing)
    if helping:
        return _words("must" if helping in _MUST else helping, how, base, thing)
    over = match["be"] in ("was", "were")
    if how.startswith("not"):
        return _words("did" if over else "do", how, base, thing)
    return _words(how, past if over else base, thing)


def _words(*words: str) -> str:
    return " ".join(filter(None, words))
