"""Sentences that say something: what the rules about words have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.proofread.on_demand import on_demand
from generator.proofread.prose import MOST_SENTENCES, Sentence, sentences
from generator.proofread.texts import PublishedText, holds_any

DENIED = on_demand(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|unless|except)\b|n['’]t\b", re.I
)
"""Words by which a sentence denies what it speaks of."""

_UNSEEN = on_demand(
    r",? ?(?:\b(?:and|but|so) )?(?:\b(?:with)?out (?:a|an|any)|\bno) (?:\w+ )?(?:officer|person|human"
    r"|member of staff|one|body|manager|staff|caseworker|social worker|people|involvement)\b[^.;,]*"
    r"|,? ?(?:\b(?:and|but|so) )?\b(?:nobody|no one|without (?:anyone|anybody|somebody|someone))\b[^.;,]*",
    re.I,
)


def without_unseen(sentence: str) -> str:
    """A sentence less the words that no person looks: these say that a computer decides, and deny nothing."""
    return _UNSEEN.sub("", sentence)


OF_OTHERS = on_demand(
    r"\b(?:some|many|most|other|certain|several) (?:\w+ ){0,2}?(?:web ?sites?|sites|apps|companies|firms"
    r"|organisations|bodies|councils|forces|trusts|hospitals|schools|shops|services|notices|banners|people)"
    r" (?:(?:still|may|will|often|wrongly) )?(?!to\b|who\b|and\b|or\b|in\b|of\b)\w+"
    r"|\b(?:may|might|will) have (?:read|heard|seen|been told)\b|\bmyth\b",
    re.I,
)
"""Words that tell what others do or say: "Some websites tell you …", "You may have read that …"."""


_NOT = on_demand(r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot)\b|n['’]t\b", re.I)
_BESIDE_BEFORE = on_demand(
    r"\W*(?:even )?(?:if|when|where|once|although|though|while|because|since)\b[^,;]*,", re.I
)
_BESIDE_AFTER = on_demand(
    r",? (?:which|who|whose|although|though|even (?:if|though|when)|because|so that)\b.*|, (?:as"
    r"|since)\b.*",
    re.I,
)


def main_clause(match: re.Match[str]) -> str:
    """A sentence in which the clauses beside the words that were found deny nothing.

    "If you do not answer, we share it" shares, and so does "We share it, even if you do not agree".
    """
    before, after = match.string[: match.start()], match.string[match.end() :]
    lead, tail = _BESIDE_BEFORE.match(before), _BESIDE_AFTER.search(after)
    if lead:
        before = _NOT.sub(" ", lead[0]) + before[lead.end() :]
    if tail:
        after = after[: tail.start()] + _NOT.sub(" ", tail[0])
    return before + match[0] + after


def said(
    text: PublishedText,
    words: re.Pattern[str],
    unless: re.Pattern[str] | None = DENIED,
    parts: tuple[str, ...] = (),
) -> Iterator[re.Match[str]]:
    """Where sentences of an English text hold some words, and none that deny or narrow them.

    Some of `parts` stand in every sentence that can hold the words, so that the others are let pass at once.
    """
    if (parts and not holds_any(text.told, parts)) or not text.is_english:
        return
    for sentence in text.statements:
        match = sentence.search(words, parts)
        if match and not (unless and unless.search(main_clause(match))):
            yield match


def parts_of(words: str | None) -> tuple[Sentence, ...]:
    """The sentences of a field that may be empty, for rules that look at one field only."""
    return sentences(words) if words else ()


def says(words: str | None, sought: re.Pattern[str]) -> re.Match[str] | None:
    """Where a field that may be empty says something, in the words sought or in others that mean the same."""
    return next(filter(None, map(sought.search, _ways(words))), None) if words else None


@lru_cache(maxsize=MOST_SENTENCES)
def _ways(words: str) -> tuple[str, ...]:
    """A text as it is read, and as it can be told otherwise."""
    each = [sentence.ways for sentence in sentences(words)]
    most = max(map(len, each), default=0)
    told = (" ".join(ways[min(number, len(ways) - 1)] for ways in each) for number in range(most))
    return tuple(dict.fromkeys(told))


_NEIGHBOURS = on_demand(
    r"\b(?:neighbouring|nearby|adjoining|next (?:county|counties|town|district)|next to us|if (?:you|they"
    r"|people|somebody|someone) (?:lives?|lived|moves?|moved|works?|parks?|owns?|comes?)\b[^.;]* (?:ask"
    r"|contact|write to|ring|telephone|call|tell|go to|turn to)|thanks to|thanks from|adapted from"
    r"|the idea (?:from|of)|leaflets? (?:of|by|from)|(?:not|unlike) us|a council of its own|case of|v)\b",
    re.I,
)


def tells_of_neighbours(line: str, name: re.Match[str]) -> bool:
    """Whether the sentence round a council's name sends readers there, thanks it or sets it beside us."""
    start = max(line.rfind(stop, 0, name.start()) for stop in (". ", "! ", "? ")) + 1
    end = min((at for stop in ".!?" if (at := line.find(stop, name.end())) >= 0), default=len(line))
    return bool(_NEIGHBOURS.search(line[start:end]))
