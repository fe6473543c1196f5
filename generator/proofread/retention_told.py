"""How long records are kept by the words of a notice, held against its `retention` fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.data_use import DataUse
from generator.model.purpose import Retention
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.keeping_words import KEPT, rows
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import MOST_SENTENCES, Sentence, sentences
from generator.proofread.times import SOME_TIME, TIME, Time, are_same, is_among, times
from generator.proofread.word_parts import sought

_NOUNS = (
    r"data|details|records?|information|recordings?|footage|films?|images?|pictures?|videos?|answers|files?"
    r"|notes|forms?|letters?|applications?|accounts?|documents?|logs?|evidence|papers?|cases?|bookings?"
    r"|claims?|complaints?|requests?|reports?|names|entries|everything|certificates?|e-?mails|messages|calls"
    r"|photo(?:graph)?s?|assessments?|licences|references|payments|plans|results|responses|memberships?"
    r"|address|history|correspondence|statements|invoices|bids|transcripts|samples|receipts|minutes"
)
_GONE = r"delet\w+|destroy\w*|wip(?:e[sd]?|ing)|eras\w+|shred\w*|dispos\w+ of|purge[sd]?|overwritten"
_KEEPING = on_demand(
    rf"\b(?:we|council|it|they|{_NOUNS})\b"
    r"(?: \w+){0,6}? (?:keeps?|kept|holds?|held|retains?|retained|stores?|stored|archived?|stays?|remains?"
    rf"|over[ -]?writes?|over[ -]written|(?:written|taped|recorded) over|removed?s?"
    rf"|{_GONE})\b(?P<gap>[^.;]{{0,60}}?)"
    r"\b(?:(?:for|after|within|once|up to|plus)(?: up to| a (?:maximum|minimum|period|total) of| at"
    r" least| at most"
    rf"| another| a further| about| around)? |(?=[\w-]+ \w+ (?:after|later|from)\b)){TIME}\b",
    re.I,
)
_UNUSED = on_demand(
    r"\b(?:not|never|no longer|nothing|inactive|unused|idle)\b[^.;,]{0,50}? (?:for|in)(?: more than| at least"
    rf"| over| the last)? {TIME}\b,? [^.;]*?\b(?:{_GONE}|remov\w+|clos\w+|take\w* (?:it|you|them) off)\b",
    re.I,
)
"""Records that go once nobody has used them for a time."""
_GONE_AFTER = on_demand(
    rf"^\W*(?:after|for|within) {TIME}\b(?P<gap>[^.;,]{{0,40}}),? (?:we|it is|they are|(?:your|the|all|this)"
    rf" (?:\w+ ){{1,3}}?(?:is|are)) (?:\w+ly |then |all )?(?:{_GONE}|keep|kept|hold|held|retain\w*"
    rf"|stor\w+)\b",
    re.I,
)
_OTHERS = on_demand(
    r"\b(?:scan(?:s|ned|ning)?|typed|lost property|(?<!is )(?<!was )(?<!are )(?<!been )closed|open"
    r"|shut|locked|not|never|before(?! (?:it|they"
    r"|we|being)\b[^.;]*(?:wip|delet|destroy|eras|overwrit))|was|were|used to|until then|old|formerly"
    r"|earlier|backups?|company|they|their|its|NHS|bank|police|if|request|ask|object|withdraw\w*"
    r"|unsubscribe|opt\w*|you tell|cookies?|visit|hear|times? (?:is|are) (?:up|over)|(?:time"
    r"|period)s?(?: \w+){0,3} (?:ends?|ended|is over|are over|has passed|runs? out|has run out))\b",
    re.I,
)
"""Words of other records, other times and other holders."""
_LEFT = on_demand(
    r"\b(?:after|once|when|from when|from the day) (?:you|they|somebody|people) (?:have |has )?(?:last )?"
    r"(?:unsubscribed?|withdr[ae]w\w*|opt(?:ed)? out|ask\w*|object\w*|visit\w*|tell us)\b(?: your consent)?",
    re.I,
)
"""From when a time runs, where that is a word of the person."""
_RECORDS = on_demand(
    rf"^\W*(?:it|them|this|these|those|everything|all|on to|there)\b|^\W*$|\b(?:{_NOUNS}|answer|paper|letter"
    r"|message|call|cop(?:y|ies)|name|addresses|numbers?|result|lists?|entry|loans?|plan|statement|what)\b",
    re.I,
)
"""What is kept, where it is data: it, the file, your answers; no place, no post and no meeting."""
_ROUGHLY = on_demand(r"\b(?:a|one|each|every|per|that) (?:day|week|month|year)\b", re.I)
"""A time in a reason that is no time for keeping: "Most crimes are reported within a month"."""
_UNITS = sought("hour", "day", "week", "month", "year")


@rule("claimed-retention", WARNING, KEPT, "data-uses")
def claimed_retention(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A text of a notice gives no other time for keeping records than its `retention` fields.
    Why: With "28 days" at the top and "31 days" below, one of two answers is wrong.
    How: Correct the words or the field; best, leave the time to the field.
    """
    told = (f"{kept.keep}; {_ROUGHLY.sub('', kept.why or '')}" for _, kept in rows(filed.record))
    known = {time for words in told for time in times(words)}
    rows_only = {time for _, kept in rows(filed.record) for time in times(kept.keep)}
    if not any(True for _ in rows(filed.record)):
        return
    for text, sentence in sentences_of(filed, register, _UNITS):
        in_row = "retention" in text.field
        match = _claimed(sentence) if not in_row or text.name == "why" else None
        held = rows_only if in_row else known
        if match and not is_among(match[0], held) and (held or _is_long(match[0])):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `retention` gives no such time for any records here.",
                "Correct the words or the field; best, leave the time to the field.",
                match[0],
            )


def _is_long(words: str) -> bool:
    """Whether a time is one for keeping where no row counts any: "Until your 25th birthday"."""
    return any(days > 31 for _, days in times(words))


_AND_THEN = on_demand(
    r",? ?\b(?:before|and then|then|until|after which) (?:it|they|we)\b[^.;]*?\b(?:wip|delet|destroy|eras"
    r"|overwrit)\w*",
    re.I,
)
"""What happens at the end of the time: it says nothing of another time or of others."""


def _claimed(sentence: Sentence) -> re.Match[str] | None:
    """The words by which a sentence says how long records of this data use are kept."""
    return next(filter(None, map(_claimed_in, sentence.ways)), None)


@lru_cache(maxsize=MOST_SENTENCES)
def _claimed_in(sentence: str) -> re.Match[str] | None:
    unused = _UNUSED.search(sentence)
    if unused:
        return unused
    match = _KEEPING.search(sentence) or _GONE_AFTER.search(sentence)
    if match is None:
        return None
    by_someone = re.match(r"(?:we|council|it|they)\b", match[0], re.I)
    if by_someone and not _RECORDS.search(match["gap"]):
        return None
    longer = any(days > 31 for _, days in times(match[0]))
    rest = _AND_THEN.sub("", _LEFT.sub("", sentence) if longer else sentence)
    return None if _OTHERS.search(rest) else match


_HEADING = on_demand(r"^#{1,6} +(?P<words>.*)$|^(?P<bold>\*\*[^*\n]+\*\*:?)\s*$", re.M)
_HOW_LONG = on_demand(r"\b(?:keep|kept|hold|store[sd]?|retention|retain\w*|delet\w+)\b", re.I)
_NO_TIME_OF_KEEPING = on_demand(
    rf"{_OTHERS.pattern}|\b(?:within|every|each|review\w*|reply|answer\w*|aged?|once|check\w*|look\w*"
    r"|birthday|appeal|claim for|court|up to|or|between|add(?:ed)?|more|longer|extra|less|most|usual\w*"
    r"|then)\b",
    re.I,
)
_BARE = on_demand(rf"^\W*(?:(?:for|after|it is|this is|up to) )?{SOME_TIME}\b", re.I)


@rule("retention-part-fits", WARNING, KEPT, "data-uses")
def retention_part_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: A part of a text that is headed "How long we keep it" gives no time but those of `retention`.
    Why: Under such a heading "Six years" alone tells how long; beside another time in the list it misleads.
    How: Correct the words or the field; best, leave the time to the field.
    """
    told = [sentence for words in _parts_on_keeping(filed.record.body or "") for sentence in sentences(words)]
    if not told:
        return
    known = {time for _, kept in rows(filed.record) for time in times(f"{kept.keep}; {kept.why or ''}")}
    if known:
        for sentence in told:
            bare = sentence.search(_BARE)
            if bare and not sentence.search(_NO_TIME_OF_KEEPING) and not is_among(sentence.text, known):
                yield Problem(
                    ("body",),
                    f"“{bare[0].strip()}”, but `retention` gives no such time for any records here.",
                    "Correct the words or the field; best, leave the time to the field.",
                    bare[0].strip(),
                )


def _parts_on_keeping(body: str) -> Iterator[str]:
    headings = list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings[1:]), len(body)][: len(headings)]
    for heading, end in zip(headings, ends, strict=True):
        if _HOW_LONG.search(heading["words"] or heading["bold"]):
            yield body[heading.end() : end]


_WORD = on_demand(r"[a-z]{4,}")
_ANY_RECORD = on_demand(
    r"your|their|thi|that|these|those|with|from|which|what|when|where|about|after|data|detail|record"
    r"|information|note|file|cop(?:y|ie)|paper|form|document|letter|other|each|every|have|been|were|only"
    r"|sort|kind|part|list|entry|thing|also|made|given?|keep|kept|hold|long|year|month|day|people|person"
    r"|council|answer"
)
"""Words that tell no kind of record from another, without their last s."""


@rule("retention-of-its-records", WARNING, KEPT, "data-uses")
def retention_of_its_records(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A time that the words give for one kind of record is the time of that kind in `retention`.
    Why: "We keep recordings for 6 years" is wrong where only complaints are kept so long.
    How: Correct the words or the field; best, leave the time to the field.
    """
    kept = [row for _, row in rows(filed.record)]
    if len(kept) < 2:
        return
    own = _own_words(kept)
    for text, sentence in sentences_of(filed, register, _UNITS):
        match = None if "retention" in text.field else _claimed(sentence)
        said_of = _words(match.string[: match.end()]) if match else set()
        named = [row for row, words in own if words & said_of]
        if match is None or len(named) != 1 or len(list(times(sentence.text))) != 1:
            continue
        right, said = list(times(named[0].keep)), next(times(sentence.text))
        if right and not any(are_same(said, time) for time in right) and _is_of_others(said, kept):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `retention` says of “{named[0].records}”: {named[0].keep}.",
                "Correct the words or the field; best, leave the time to the field.",
                match[0],
            )


def _is_of_others(said: Time, kept: list[Retention]) -> bool:
    """Whether the time is that of other records; one that no records have is told by another rule."""
    return any(are_same(said, time) for row in kept for time in times(row.keep))


def _words(said: str) -> set[str]:
    bare = (word.rstrip("s") for word in _WORD.findall(said.lower()))
    return {word for word in bare if not _ANY_RECORD.fullmatch(word)}


def _own_words(kept: list[Retention]) -> list[tuple[Retention, set[str]]]:
    """Each kind of record with the words that no other kind is called by."""
    called = [_words(row.records) for row in kept]
    others = [set().union(*called[:at], *called[at + 1 :]) for at in range(len(kept))]
    return [(row, words - other) for row, words, other in zip(kept, called, others, strict=True)]
