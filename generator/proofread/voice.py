"""The passive turned into the active: "Your data is shared with X" says that we share it."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand
from generator.proofread.verbs import BASES

_BY_US = r"(?:us|our \w+|(?:the|this) (?:council|authority|team|service))\b"
_BY_NOBODY = (
    rf"(?:{_BY_US}|(?:law|post|tele|phone|letter|hand|default|using|means|the end|\d|e-?mail|\w+ing\b))"
)
_PASSIVE = on_demand(
    r"\b(?P<helping>(?:(?:will|may|can|must|could|might|should|would|cannot|has|have|had|has to|have to"
    r"|needs? to)(?: not| never| only| always)? )?)(?P<be>is|are|was|were|be|been)(?: being)?"
    r"(?P<how>(?: not| never| only| always)?(?: \w+ly)?)"
    rf" (?P<participle>{'|'.join(sorted(BASES, key=len, reverse=True))})\b(?! to (?:have|be)\b)"
    rf"(?: by {_BY_US})?(?![^,;.]* by (?!{_BY_NOBODY}))"
)
_JOINTS = (
    r"(?:[,;:(–—]|\b(?:that(?= (?:your|the|a|an|any|all|no|this|these|it|they|you|our|some|data|information"
    r"|details|records|people|personal)\b)|but|so|if|when|before|until|unless|because|once|after|where|while|whenever"
    r"|whether|then|although|though))\W"
)
_BEGINS = on_demand(rf".*{_JOINTS}+", re.I)
_NO_THING = on_demand(
    r"\b(?:who|which|whom|whose|there|what|how|why|we|i|he|she|is|are|was|were|be|will|may|can|must|cannot"
    r"|do|does|has|have|did)\b",
    re.I,
)
_LAST_AND = on_demand(r".*\b(?:and|or)\b ?", re.I)
_JOINS = on_demand(r"\s*(?:and|or)\b ?", re.I)
_MOST_WORDS = 12
_MUST = ("has to", "have to", "need to", "needs to")


def in_active_voice(sentence: str) -> str:
    """The sentence with what is done to something told as what we do; the same where others do it."""
    for match in reversed(list(_PASSIVE.finditer(sentence))):
        before, after = sentence[: match.start()], sentence[match.end() :]
        at = _start_of_thing(before)
        if at >= 0:
            we = "We" if at == 0 else "we"
            sentence = f"{before[:at]}{we} {_done(match, before[at:].strip())}{after}"
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
    helping, how = match["helping"].strip(), match["how"].strip()
    if thing.lower() == "they":
        thing = "them"
    elif not thing[:2].isupper():
        thing = thing[0].lower() + thing[1:]
    if match["be"] == "been":
        return _words(helping.replace("has", "have"), how, match["participle"], thing)
    if helping:
        return _words("must" if helping in _MUST else helping, how, base, thing)
    over = match["be"] in ("was", "were")
    if how.startswith("not"):
        return _words("did" if over else "do", how, base, thing)
    return _words(how, past if over else base, thing)


def _words(*words: str) -> str:
    return " ".join(filter(None, words))
