"""Promises of a notice that its own recipients, or its own sentences, break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.reference import Organisation
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.promises_echoed import NAMING, WHO
from generator.proofread.prose import Sentence
from generator.proofread.said import DENIED, main_clause, parts_of
from generator.proofread.spoken import said_in
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_WORD = on_demand(r"[a-z]{3,}")
_GENERAL = frozenset(
    {"the", "your", "our", "their", "his", "her", "its", "you", "and", "for", "any", "all", "from", "with"}
    | {"this", "that", "which", "who", "what", "information", "data", "details", "personal", "about", "into"}
    | {"anybody", "anyone", "anything", "nobody", "somebody", "someone", "people", "others", "other", "them"}
    | {
        "else",
        "public",
        "every",
        "each",
        "ever",
        "own",
        "even",
        "out",
        "are",
        "has",
        "have",
        "whether",
        "one",
    }
)
"""Words that say nothing of what a promise is about."""


def _stems(words: str) -> frozenset[str]:
    """The words that say what something is about, without their endings."""
    return frozenset(w[:6].rstrip("s") for w in _WORD.findall(words.lower()) if w not in _GENERAL)


_GIVEN_TO = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:(?:do|does"
    r"|will)(?: not|n['’]t)|never|won['’]t"
    r"|will never) (?:ever )?(?:share|pass|give|send|disclose|hand|forward|release|supply)(?: on| over)?"
    r" (?:(?:your|any|this|the|these|people['’]s) (?:personal |own )?(?:data|information|details|records?)"
    r"|anything|it|them|what you (?:tell|give|send) us)(?: about you)?(?: on| over)?"
    r" (?:to|with) (?P<whom>[^.;:()]+?)\W*$",
    re.I,
)
_NARROWED = on_demand(
    r"\b(?:unless|except|without|other than|apart from|but|only|until|if|when|where|who|which|that"
    r"|for (?:its|their)|outside)\b",
    re.I,
)
_OF_MANY = frozenset(
    {"compan", "firm", "counci", "organi", "body", "bodie", "team", "servic", "public", "party", "partie"}
    | {"third", "group", "office", "person", "partne", "agenci", "agency", "depart"}
)
"""Words that fit too many bodies to mean one."""
_GIVEN_TO_PARTS = sought(" not ", "n't ", "n’t ", "ever ")


@rule("promised-not-to-give", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(e) and 14(1)(e)", "data-uses")
def promised_not_to_give(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Nobody to whom a notice promises not to give the data stands among its recipients.
    Why: People trust the promise, and the list on the same page breaks it.
    How: Say what exactly is not given to them, or take the recipient out.
    """
    found = (register.organisations.get(given.organisation) for given in entries(filed.record.recipients))
    got = [body for body in found if body]
    for text, match in said_in(filed, register, _GIVEN_TO, None, _GIVEN_TO_PARTS) if got else ():
        aside = {"changes", "also_called", "data", "recipients", "rights_limits"} & set(text.field)
        if not aside:
            if _NARROWED.search(match.string):
                continue
            meant = {_stems(part) for part in re.split(r",| or | and | nor ", match["whom"])}
            named = next((body for body in got if any(_means(part, body) for part in meant)), None)
            if named:
                yield Problem(
                    text.field,
                    f"“{match[0]}”, but {named.name} stands among the recipients.",
                    "Say what exactly is not given to them, or take the recipient out.",
                    match[0],
                )


def _means(part: frozenset[str], body: Organisation) -> bool:
    """Whether words for somebody name this body: as it is also called, or with most of its name."""
    names = (body.name, _FORM.sub("", body.name), body.short_name or "", *body.also_called)
    also = {_stems(name) for name in names}
    return bool(part - _OF_MANY) and (part in also or (part <= _stems(body.name) and len(part) > 1))


_FORM = on_demand(r" (?:Limited|Ltd|plc|LLP)\b", re.I)
_PROMISE = on_demand(
    r"^(?:We|The council|Our (?:staff|team|officers)) (?:(?:do|does|will)(?: not|n['’]t)|never|won['’]t"
    r"|will never) (?:ever )?(?P<verb>[a-z]{3,}) (?P<what>[^.;:()]+?)\W*$"
)
_TAIL = on_demand(r" (?:to|for|with|about|in|on|from|by|at|into|as|who|which|what|whether|that|how)\b.*")
_OR = on_demand(r",| or | and | nor ")
_CONDITION = on_demand(
    r"\b(?:unless|except|without|other than|apart from|but|only|until|before|if|when|where)\b", re.I
)
_TELLING = frozenset(
    {
        "sell",
        "publish",
        "show",
        "display",
        "print",
        "film",
        "track",
        "photograph",
        "scan",
        "rent",
        "buy",
        "profile",
    }
)
"""Verbs that need little beside them: whoever does it breaks the promise."""

_ASIDE = frozenset({"retention", "data", "also_called"})


@rule("promise-not-broken", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promise_not_broken(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: What `will_not` promises not to do is not told as done in the same words elsewhere in the notice.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the words, or take the promise out.
    """
    for part in (part for promise in filed.record.will_not for part in parts_of(promise)):
        match = None if part.search(_CONDITION) else part.search(_PROMISE)
        if match is None:
            continue
        verb = match["verb"]
        done = re.compile(
            rf"\b(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers))(?: also| then"
            rf"| sometimes| can| may| will"
            rf"| often)* {verb}s?\b(?P<what>[^.;]*)",
            re.I,
        )
        for text, told in _doing(filed, register, verb):
            says = next(filter(None, map(done.search, told.ways)), None)
            if says and part.search(WHO) and not told.search(NAMING):
                continue
            if says and not DENIED.search(main_clause(says)) and _breaks(match, says["what"]):
                yield Problem(
                    text.field,
                    f"“{says[0].strip()}”, but `will_not` promises: “{part.text.rstrip('.')}”.",
                    "Correct the words, or take the promise out.",
                    says[0],
                )


_FIRST = on_demand(r"^(?:If|When|Where|Once|As soon as) [^,;]{0,60}, ")
"""A case said first, which narrows no promise that knows no case."""
_SHOWN = r"(?:shown|published|displayed|printed|posted|visible|put (?:on|up)|listed|open to)"
_PASSIVE = {
    **dict.fromkeys(
        ("show", "publish", "print", "display", "put", "post", "reveal"),
        rf"(?:(?:is|are|will be|can be) (?:also |then )?(?:{_SHOWN}|seen)|appears?|go(?:es)? (?:up "
        rf"|straight )?(?:online"
        r"|on(?:to)? the)|stands? (?:in|on))\b",
    ),
    **dict.fromkeys(
        ("give", "share", "pass", "send", "tell", "disclose"),
        r"(?:is|are|will be) (?:also |then )?(?:given|shared|passed|sent|told|disclosed|handed)\b",
    ),
    **dict.fromkeys(
        ("keep", "hold", "store", "record", "note"),
        r"(?:is|are|will be) (?:also |then )?(?:kept|held|stored|recorded|noted)\b",
    ),
    "use": r"(?:is|are|will be) (?:also |then )?used\b",
}
"""How a thing is told as done without those who do it, by the verb of the promise."""


@rule("promised-thing-not-done", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promised_thing_not_done(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: What `will_not` promises not to show, give, keep or use does not appear elsewhere as shown or used.
    Why: "Your name appears on the map" breaks "We do not show your name on the map" as well as "we show".
    How: Correct the words, or take the promise out.
    """
    for part in (part for promise in filed.record.will_not for part in parts_of(promise)):
        match = None if part.search(_CONDITION) else part.search(_PROMISE)
        verb = match["verb"] if match else ""
        if match is None or verb not in _PASSIVE:
            continue
        done = re.compile(rf"^(?P<thing>[^.;]*?)\b{_PASSIVE[verb]}(?P<rest>[^.;]*)", re.I)
        parts = tuple(stem[1:] for stem in _stems(match["what"]))
        for text, told in sentences_of(filed, register, parts):
            says = done.search(_FIRST.sub("", told.text)) if _ASIDE.isdisjoint(text.field) else None
            if says is None or DENIED.search(main_clause(says)) or _CONDITION.search(says.string):
                continue
            whole = f"{says['thing']} {says['rest']}"
            if _breaks(match, whole, says["thing"]):
                yield Problem(
                    text.field,
                    f"“{told.text}”, but `will_not` promises: “{part.text.rstrip('.')}”.",
                    "Correct the words, or take the promise out.",
                    told.text,
                )


def _doing(filed: Filed[DataUse], register: Register, verb: str) -> Iterator[tuple[PublishedText, Sentence]]:
    """The sentences with a verb that tell how things are, and not of one record or kind of data."""
    told = sentences_of(filed, register, (f" {verb}",))
    return ((text, sentence) for text, sentence in told if _ASIDE.isdisjoint(text.field))


def _breaks(promise: re.Match[str], what: str, thing_done: str = "") -> bool:
    """Whether what is done has all the words of one thing that the promise names, and begins with it."""
    tail = _TAIL.search(promise["what"])
    head = promise["what"][: tail.start()] if tail else promise["what"]
    ends = [_stems(part) for part in _OR.split(tail[0])] if tail else [frozenset[str]()]
    least = 1 if promise["verb"] in _TELLING else 2
    said_here = _stems(what)
    first = _stems(thing_done or what)
    things = [(_stems(part), end) for part in _OR.split(head) for end in ends]
    return any(
        len(part | end) >= least and part <= first and end <= said_here for part, end in things if part
    )
