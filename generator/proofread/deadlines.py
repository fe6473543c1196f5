"""Days that have passed and are spoken of as if they were still to come, and the reverse."""

from __future__ import annotations

import re

from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.days import DAY, SOME_YEAR, begins_after, is_past
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import DIGITS, PublishedText

_HISTORY = frozenset({"evaluations", "steps", "learning", "outcome", "changes", "dpia", "accepted"})
"""Fields that keep what was said at a time."""

_NOUNS = r"(?:(?!(?:\w+ed|that|who|which|was|were)\b)\w+ ){1,6}?"
_WHO = (
    rf"(?:we|you|they|it|people|everyone|councils?|organisations?|(?:the|all|every|each|our|your|a|an"
    rf"|some|new|this|these) {_NOUNS}"
    r"|[a-z]+s)"
)
_WILL = (
    r"(?:will|must|shall|needs? to|ha(?:s|ve) to|(?:is|are) going to"
    r"|(?:intends?|plans?|aims?|expects?|hopes?) to)"
)
_HAPPEN = (
    r"(?:start|begin|end|close|open|change|move|stop|apply|happen|launch|expire|finish|go live"
    r"|take (?:effect|place)|come into (?:force|effect)|publish|introduce|replace|switch|review|complete"
    r"|roll out|join|merge|transfer|leave|move|switch over|go|come|become|take over|hold|run|send|issue"
    r"|write|use|offer"
    r"|collect|ask|need|get|receive|build|bring|carry out|consult|decide|vote|pay|charge|appoint|be \w+)"
)
_LIES_AHEAD = (
    rf"\bha(?:ve|s) (?P<gap>)until {DAY}",
    rf"\b(?:{_WILL}|can)\b(?P<gap>[^.;!?]{{0,90}}?)\b(?:by|before|until|(?:no|not) later than) {DAY}",
    (
        rf"\b(?:will|shall|(?:is|are) going to) (?:\w+ly |also |then |now |next |soon )?{_HAPPEN}\b"
        rf"(?P<gap>[^.;!?]{{0,40}}?)\b(?:from|on|in|during|at) {DAY}"
    ),
    (
        rf"(?:^|[.!?;:,–-] |\b(?:and|but|that|so) )(?P<gap>)(?:by|before|until|from|on|in|during"
        rf"|at) {DAY},? {_WHO} ?{_WILL}\b"
    ),
    rf"(?:^|[.!?;:,–-] |\b(?:and|but|that|so) )(?P<gap>)(?:by|before|until) {DAY},? {_WHO} ?can\b",
    (
        rf"(?:^|[.!?;:–-] )(?P<gap>)(?:until|till|up to) {DAY},? "
        r"(?:(?!(?:was|were|had|did|would)\b)[\w’']+ ){1,6}?(?:is|are|remains?|stays?|lasts?)\b"
    ),
    (
        r"\b(?:is|are) (?:due|to be \w+|planned|expected|scheduled|intended|set|preparing|working"
        r"|on (?:track|course)|aiming|hoping|planning)\b"
        rf"(?P<gap>[^.;!?]{{0,60}}?)\b(?:by|before|on|in|from|during|for|at) {DAY}"
    ),
    (
        r"\b(?:is|are|runs?|remains?|stays?|lasts?|continues?|currently|temporarily|ha(?:s|ve) been)\b"
        rf"(?P<gap>[^.;!?]{{0,70}}?)\b(?:until|till|up to) {DAY}"
    ),
    rf"\b(?:deadline|closing date|last day|cut-off date)\b(?P<gap>[^.;!?]{{0,40}}?)(?: is|:) {DAY}",
    (
        r"\b(?:(?:next|due|planned) (?:review|check|update|audit)|review|update)(?: date| due)?(?P<gap>)"
        rf"(?: date| due)?(?: is|:| –| -)+ {DAY}"
    ),
    (
        r"\b(?:we|they|it|council) (?:plans?|hopes?|aims?|intends?|expects?) to\b(?P<gap>[^.;!?]{0,60}?)"
        rf"\b(?:by|in|from|on|during|at) {DAY}"
    ),
    (
        r"\b(?:we|they|it|council) (?:publish|finish|complete|review|mend|fix|replace|move|launch|delete"
        r"|reply)(?:e?s)?\b"
        rf"(?P<gap>[^.;!?]{{0,60}}?)\b(?:by|before|no later than) {DAY}"
    ),
    (
        r"(?:^|[.!?;:,–-] |\bplease )(?:send|return|apply|tell|write|register|book|renew|reply|pay|fill in"
        r"|hand in|bring|let us know|contact|come|ask|object|complain|claim|check|use|sign|vote|choose)\b"
        rf"(?P<gap>[^.;!?]{{0,60}}?)\b(?:by|before|until|(?:no|not) later than) {DAY}"
    ),
    (
        r"\b(?:next|new|coming) (?:\w+ ){1,4}?(?:comes|is|starts|begins|opens|takes place|falls"
        r"|happens|follows)"
        rf"(?P<gap>) (?:out )?(?:on|in|from|at) {DAY}"
    ),
    (
        r"\b(?:ends|closes|expires|launches|takes? effect|goes live|is coming|comes? in(?:to (?:force|effect"
        rf"|being))?|start|begin|starts|begins)(?P<gap>) (?:on|in|from|at) {DAY}"
    ),
)
_PATTERNS = tuple(on_demand(pattern, re.I) for pattern in _LIES_AHEAD)

_PAST_TENSE = on_demand(
    r"\b(?:was|were|had|did|used to|since|ago|born|already)\b|\b(?:from|of|dated|in force|than|held|run) $",
    re.I,
)
_DONE = on_demand(
    r"(?:^|\s)(?P<before>\w+ )?(?:\w+ly )?(?:\w{2,}ed|made|sent|got|given|begun|left|built|written|taken"
    r"|paid|won|died|bought|sold|held|put|set|came|went|began|gave|took|told|found|born) $",
    re.I,
)
_HAD_BEEN = on_demand(r",? (?:\w+ ){1,5}had (?:\w+ly )?\w+", re.I)
_REPORTED = on_demand(r"\b(?:was|were|had|told|said|asked|required|decided) (?:\w+ ){0,4}$", re.I)
_PASSIVE = frozenset(
    {"be ", "been ", "being ", "is ", "are ", "have ", "has ", "get ", "gets ", "temporarily "}
)


@rule("past-deadline", WARNING, "UK GDPR Article 5(1)(d), 12(1)", "texts", DIGITS)
def past_deadline(text: PublishedText, register: Register) -> Problems:
    """
    What: No text speaks of a day that has passed as if it were still to come.
    Why: Readers see at once that nobody looks after the page, and trust nothing else on it.
    How: Say what has happened since, or take the sentence out.
    """
    if not SOME_YEAR.search(text.text) or _HISTORY & set(text.field) or not text.is_english:
        return
    otherwise = (way for sentence in text.statements for way in sentence.otherwise)
    found = _ahead(_line(text), register) or _ahead("\n".join(otherwise), register)
    for words in found:
        if not any(words in longer for longer in found if longer != words):
            yield Problem(
                text.field,
                f"“{words}” speaks of a day that has passed as if it were still to come.",
                "Say what has happened since, or take the sentence out.",
                words,
            )


def _ahead(told: str, register: Register) -> dict[str, None]:
    """The words, each once, that speak of past days as of days to come."""
    days = (match for pattern in _PATTERNS for match in pattern.finditer(told))
    ahead = (match for match in days if is_past(match, register.today) and not _is_history(match))
    return dict.fromkeys(match[0].lstrip(" .!?;:,–-") for match in ahead)


def _line(text: PublishedText) -> str:
    """The text on one line, with a stop after headings and paragraphs, where a sentence ends as well."""
    if "\n\n" not in text.text:
        return text.line
    return " ".join(re.sub(r"(?<=[^\s.!?:;,])\n\s*\n", ".\n", text.text).split())


def _is_history(match: re.Match[str]) -> bool:
    """Whether the day belongs to something that is told as past: "claims that you made before 2020"."""
    gap = match["gap"]
    if _PAST_TENSE.search(gap) or _REPORTED.search(match.string, max(match.start() - 60, 0), match.start()):
        return True
    if _HAD_BEEN.match(match.string, match.end()):
        return True
    done = _DONE.search(gap)
    return bool(done and done["before"] and done["before"].lower() not in _PASSIVE)


_HAPPENED = on_demand(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bnot )\b(?:(?:was|were|has been|have been) (?:\w+ly )?\w+(?:ed"
    r"|en|t|n)|started|opened|closed|launched|began|ended|finished|stopped|changed|met|took (?:place"
    r"|effect|over)|came into (?:force|effect)|went live|(?:we|council|team|cabinet|councillors|committee"
    r"|panel) (?:\w+ly )?\w+ed)"
    rf"(?P<gap>(?: \w+){{0,2}}?) (?:on|in|from|since) {DAY}",
    re.I,
)
_PLANNED = on_demand(
    r"\b(?:will|shall|would|to be|is due|are due|planned|expected|until|by|if|when|once|after|before|must"
    r"|can|may|not)\b",
    re.I,
)


@rule("future-told-as-past", WARNING, "UK GDPR Article 5(1)(d), 12(1)", "texts", DIGITS)
def future_told_as_past(text: PublishedText, register: Register) -> Problems:
    """
    What: No text tells of a day still to come as of one that has been.
    Why: One of the figures of the day is wrong, or something is claimed that has not happened.
    How: Correct the day, or say what will happen.
    """
    if not SOME_YEAR.search(text.text) or not text.is_english:
        return
    for match in _HAPPENED.finditer(_line(text)):
        start = max(match.string.rfind(stop, 0, match.start()) for stop in ".;!?") + 1
        if begins_after(match, register.today) and not _PLANNED.search(match.string, start, match.end()):
            yield Problem(
                text.field,
                f"“{match[0]}” tells of a day still to come as if it had been.",
                "Correct the day, or say what will happen.",
                match[0],
            )
