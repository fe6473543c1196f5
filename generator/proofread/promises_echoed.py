"""Promises that other sentences of the same record break in words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, parts_of
from generator.proofread.texts import PublishedText, holds_any, texts_in

_ALIKE = (
    "tell told inform ring call notify alert give given hand pass share send sent disclose supply",
    "show publish print display appear post reveal",
    *("look see read open view watch search check browse seen", "follow track trail monitor see"),
    *("keep kept hold held store note list", "film record photograph", "stop end cut cancel"),
    *("match join link compare", "car cars vehicle", "income earn earnings salary wages", "press click"),
    *("learn find found", "file record notes", "company firm business supplier compan", "score rank grade"),
    *("job employer employment", "illness ill health medical", "child children", "sell sold"),
)
"""Words that mean the same in a promise and in what breaks it."""

_WORD = on_demand(r"[a-z]{3,}")
_GENERAL = frozenset(
    _WORD.findall(
        "the your our their his her its you and for any all from with this that which who whom "
        "what about into not never does will can cannot anybody anyone anything nobody somebody "
        "someone people others other them they else every each ever own even out are has have had "
        "was were been being because alone also where how much soon more than then there here one "
        "two data information details personal public very whether place places through present "
        "use used uses using let council staff may might must but just some such same still"
    )
)


def _stem(word: str) -> str:
    bare = re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word.rstrip("s")
    return re.sub(r"y$", "i", bare.rstrip("e"))[:6]


_SAME: dict[str, frozenset[str]] = {}
for _number, _group in enumerate(_ALIKE):
    for _word in _group.split():
        _SAME[_stem(_word)] = _SAME.get(_stem(_word), frozenset()) | {f"={_number}"}


def _meant(words: str) -> list[frozenset[str]]:
    """What each telling word means: itself, and the groups of words that mean the same."""
    stems = dict.fromkeys(_stem(word) for word in _WORD.findall(words.lower()) if word not in _GENERAL)
    return [_SAME.get(stem, frozenset()) | {stem} for stem in stems if stem]


_DENIES = on_demand(
    r"^\W*(?P<who>[^.;:]{0,40}?)\b(?:(?:do|does|did|will|is|are|was|were) not|never|(?:do|does|did|wo"
    r"|is|are|was"
    r"|was|were)n['’]t|cannot)\b(?P<what>[^.;:]*)$|^\W*(?:no|nobody(?:['’]s)?|nothing)\b(?P<none>[^.;:]*)$",
    re.I,
)
_CUT = on_demand(r"[,]? (?:unless|except|without|other than|apart from|until|if|when|where|before)\b.*", re.I)
_NARROWED = on_demand(
    r"\b(?:if|unless|only|except|until|where|when|before|agree\w*|consent\w*|choose|chose|would|could"
    r"|might|asked|wanted|offered|pick\w*|select\w*|ticks?|ticked|court|law|other|another|of (?:its|their"
    r"|her|his) own|instead|how many|numbers? of|figures|counts?|totals?|statistics)\b|n['’]t\b|\?",
    re.I,
)
_OF_US = on_demand(r"^\W*(?:we|the (?:council|authority|service|team))\W*$", re.I)


def _promised(lines: Iterable[str]) -> Iterator[tuple[str, list[frozenset[str]]]]:
    """Every promise with what it means, one for each of the things that it names."""
    said = ((sentence.text, way) for line in lines for sentence in parts_of(line) for way in sentence.ways)
    for part, way in said:
        match = _DENIES.match(way.rstrip(".!"))
        if match is None or re.search(r"\b(?:only|but)\b", way):
            continue
        who = "" if match["who"] is None or _OF_US.match(match["who"]) else match["who"]
        whole = _CUT.sub("", f"{who} {match['what'] or match['none'] or ''}".rstrip("."))
        first, *rest = re.split(r",| or ", whole)
        yield part, _meant(whole)
        if rest:
            yield part, _meant(first)
            verb = _meant(first)[:1]
            yield from ((part, [*verb, *_meant(thing)]) for thing in rest)


def _breaks(promise: list[frozenset[str]], told: frozenset[str]) -> bool:
    """Whether a sentence says all that a promise denies, or most of it where that is much."""
    kept = sum(not word & told for word in promise)
    return kept <= (1 if len(promise) > 4 else 0)


_ASIDE = frozenset(
    {"will_not", "data", "recipients", "retention", "also_called", "changes", "rights_limits", "learning"}
    | {"evaluations", "steps", "laws", "article_14_exception", "title", "outcome", "dpia", "transfers"}
)


_SEES_WHEN = on_demand(r"\b(see|know|note|track|tell|check|record) (?:when|where|if|whether)\b", re.I)
_BY_CASE = on_demand(r"^(?:If|When|Where|Once|As soon as) (?=(?:the|a|an|our|we)\b[^,]{0,60}, )")
"""A case that people have no say in: what follows from it breaks the promise all the same."""


WHO = on_demand(r"\bwho\b(?! (?:live|use|work|get|pay|need|come)s?\b)", re.I)
"""A promise about who somebody is; only words that name people break it."""
NAMING = on_demand(r"\b(?:names?|named|who|whose|identit\w+|identif\w+)\b", re.I)


def _tells(words: list[frozenset[str]]) -> bool:
    """Whether a promise is not to show or to sell: whoever does it breaks the promise."""
    return bool(words) and bool(words[0] & (_SAME["sell"] | _SAME["publis"]))


def _signs(words: list[frozenset[str]]) -> tuple[str, ...]:
    """Letters of which some stand in every sentence that can break a promise: a quick look."""
    alone = sorted((next(iter(word)) for word in words if len(word) == 1), key=len, reverse=True)
    needed = 1 if len(words) < 5 else 2
    return tuple(stem.rstrip("i")[1:5] for stem in alone[:needed]) if len(alone) >= needed else ("",)


def _echoes(lines: tuple[str, ...], texts: Iterable[PublishedText], place: str) -> Problems:
    promises = [
        (part, words, _signs(words))
        for part, words in _promised(lines)
        if len(words) > (1 if _tells(words) else 2)
    ]
    signs = tuple(sign for promise in promises for sign in promise[2])
    for text in texts if promises else ():
        if not text.is_english or not _ASIDE.isdisjoint(text.field) or not holds_any(text.told, signs):
            continue
        for sentence in text.statements:
            near = [promise for promise in promises if holds_any(sentence.text, promise[2])]
            if not near:
                continue
            whole = _SEES_WHEN.sub(r"\1", _BY_CASE.sub("", sentence.text))
            if DENIED.search(whole) or _NARROWED.search(whole):
                continue
            told = frozenset[str]().union(*_meant(whole))
            named = bool(NAMING.search(whole))
            broken = next(
                (
                    p
                    for p, words, _ in near
                    if _breaks(words, told) and (named or not WHO.search(p)) and not _of_the_owner(whole, p)
                ),
                "",
            )
            if broken:
                yield _problem(text.field, sentence.text, broken, place)


_SUBJECT = on_demand(r"\W*(?:(?:your|the|an?|each|every) )(\w+)(?!['’\w])", re.I)


def _of_the_owner(sentence: str, promise: str) -> bool:
    """Whether those whose things a promise leaves alone use them themselves: "Your councillor reads it"."""
    subject = _SUBJECT.match(sentence)
    return bool(subject and re.search(rf"\b{subject[1]}['’]s\b", promise, re.I))


def _problem(field: FieldPath, sentence: str, promise: str, place: str) -> Problem:
    return Problem(
        field,
        f"“{sentence.rstrip('.')}” seems to break the promise in {place}: “{promise.rstrip('.')}”.",
        "Correct the sentence, or take the promise out.",
        sentence,
    )


@rule("promise-echoed", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promise_echoed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No sentence of a notice says in other words what `will_not` promises not to do.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the sentence, or take the promise out.
    """
    yield from _echoes(filed.record.will_not, texts_in(register, filed.document.path), "`will_not`")


@rule("project-promise-echoed", WARNING, "UK GDPR Article 5(1)(a); NDG guidance (2022)", "public-benefit")
def project_promise_echoed(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: No sentence of a project says in other words what its statement promises not to do.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the sentence, or take the promise out.
    """
    if filed.record.statement:
        lines = filed.record.statement.will_not
        yield from _echoes(lines, texts_in(register, filed.document.path), "`will_not`")
