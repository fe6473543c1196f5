"""Places of laws in texts, held against what the words beside them speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.law_places import article_fits_duty, article_fits_right
from generator.proofread.on_demand import on_demand
from generator.proofread.place_topics import LAWS, Topic, topics
from generator.proofread.texts import DIGITS, PublishedText, holds_any

_PLACE = on_demand(
    r"\b(?:(?P<article>Art(?:icle|\.)?)|(?P<section>[Ss](?:ection|\.))|(?P<part>Part)"
    r"|(?P<regulation>[Rr]egulation)"
    r"|(?P<paragraph>[Pp]aragraph(?= \d{1,2} of Schedule 2\b))) ?"
    r"(?P<number>\d{1,3}[A-Z]{0,2}|[IVX]+)(?P<point>(?:\(\w+\))*)(?![\w(]|-\d)"
)
_LAW = on_demand("|".join(f"(?P<l{at}>{names})" for at, (names, _) in enumerate(LAWS.values())))
_OTHER_LAW = on_demand(r"\b(?:Act|Regulations|Order|Convention|Code)(?: of)?(?: \d{4})?\b")
_HERE = on_demand(r"^,? (?:of|in) (?:the |that |this )?(?:same )?Act\b(?! \d)")
_CLAUSE = on_demand(r"[,;] (?:and|but|while|whereas|or)\b|; |\band (?=(?:we|you|they|it) )")
_PLURAL = on_demand(r"\b(?:Articles|[Ss]ections|Parts|ss\.) ?\d|\b[Rr]egulations \d{1,3}\b")
_KINDS = ("Art", "ection ", "egulation ", "s.", "Part ", "aragraph ")
_SIGNS = {"paragraph": "S2p", "article": "A", "part": "P", "regulation": "R", "section": "s"}
_ROMAN = {"V": "5", "VI": "6", "VII": "7"}
_IN_CASE = on_demand(r"^(?:If|When|Where|Once)\b[^,]*, ")
_NOT_OF_IT = on_demand(
    r"\b(?:not|unlike|instead|rather|(?:an)?other (?:articles?|sections?|Acts?|laws?|parts?)|whereas)\b"
    r"|n['’]t\b",
    re.I,
)


def _laws(sentence: str) -> list[tuple[int, int, str]]:
    """Where a sentence names laws: the beginning, the end, and the law if it is one of the tables."""
    names = list(LAWS)
    found = [(m.start(), m.end(), names[int(str(m.lastgroup)[1:])]) for m in _LAW.finditer(sentence)]
    others = (m for m in _OTHER_LAW.finditer(sentence) if re.search(r"\d", m[0]))
    known = [range(start, end) for start, end, _ in found]
    found += [(m.start(), m.end(), "") for m in others if not any(m.start() in span for span in known)]
    return sorted(found)


def _law_of(place: re.Match[str], sentence: str, before: str) -> str:
    """The law in which a place stands; empty where that is not known."""
    named = _laws(sentence)
    after = [law for start, _, law in named if 0 <= start - place.end() <= (32 if place["paragraph"] else 12)]
    if after:
        return after[0]
    earlier = [law for _, end, law in named if end <= place.start()]
    if place["article"]:
        return "UK GDPR" if not earlier or earlier[-1] == "UK GDPR" else ""
    if earlier:
        return earlier[-1]
    return before if _HERE.match(sentence[place.end() :]) else ""


def _cited(place: re.Match[str]) -> str:
    kind = next(name for name in _SIGNS if place[name])
    return _SIGNS[kind] + _ROMAN.get(place["number"], place["number"])


def _other(words: str, own: Topic, law: str, kind: str) -> Topic | None:
    """The one other thing of which words speak; a Part is never taken for a section."""
    there = (topic for topic in topics(law) if any(place[0] == kind[0] for place in topic.places))
    found = [topic for topic in there if topic is not own and topic.sure.search(words)]
    return found[0] if len(found) == 1 else None


def _judged(sentence: str, last: str, before: str) -> Iterator[tuple[re.Match[str], Topic, Topic]]:
    """Each place in a sentence that is about something else than the words, with both things."""
    places = list(_PLACE.finditer(sentence))
    alone = len(places) == 1
    for clause in [sentence] if alone else _CLAUSE.split(sentence):
        inside = list(_PLACE.finditer(clause))
        if len(inside) != 1 or _NOT_OF_IT.search(_IN_CASE.sub("", clause)):
            continue
        at = next(found for found in places if found[0] == inside[0][0])
        law = _law_of(at, sentence, before)
        own = next((t for t in topics(law) if _cited(at) in t.places), None) if law else None
        rest = _LAW.sub(" ", clause.replace(at[0], " "))
        if own is None or at["point"].startswith("(2)(") or own.near.search(rest):
            continue
        other = _other(rest, own, law, _cited(at))
        if other is None and alone and not own.near.search(last) and not _PLACE.search(last):
            other = _other(last, own, law, _cited(at))
        if other:
            yield at, own, other


@rule("place-fits-words", WARNING, "UK GDPR Article 5(1)(a); legislation.gov.uk", "texts", DIGITS)
def place_fits_words(text: PublishedText) -> Problems:
    """
    What: An article, section or Part that a text names is about what the words beside it speak of.
    Why: Who looks it up finds something else, and doubts the whole page.
    How: Look the law up at legislation.gov.uk, and correct the number or the words.
    """
    if not (text.is_english and holds_any(text.told, _KINDS) and _PLACE.search(text.text)):
        return
    last, before = "", ""
    for sentence in text.statements:
        words = sentence.text
        if _PLACE.search(words) and not _PLURAL.search(words):
            for at, own, other in _judged(words, last, before):
                if not _told_already(text, at[0]):
                    yield Problem(
                        text.field,
                        f"{at[0]} is about {own.about}, but the words speak of {other.about}.",
                        "Look the law up, and correct the number or the words.",
                        at[0],
                    )
        last = words
        before = next((law for _, _, law in reversed(_laws(words))), before)


def _told_already(text: PublishedText, place: str) -> bool:
    """Whether a rule on articles of the UK GDPR says the same of a place."""
    told = (*article_fits_duty(text), *article_fits_right(text)) if place.startswith("Art") else ()
    return any(place.startswith(problem.phrase) for problem in told)
