"""The list of phrases to avoid as one search: every form of every phrase, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.model.reference import Phrase
from generator.proofread.days import MONTHS
from generator.proofread.on_demand import on_demand

_QUOTED = on_demand(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]{2,}’(?!\w)")
_NOT_DONE = on_demand(
    r"\b(?:not|never|no|nobody|none|nor|without)\b|n't\b"
    r"|\b(?:(?:if|should|whenever) we (?:ever )?(?:want|need|wish|plan|have|intend)|before we)\b"
)
"""What denies a thing or tells what comes first: "If we want to use it for other purposes, we ask you"."""
_BEFORE = on_demand(
    r"(?:\b(?:replac\w+|took over from|took over [\w ]{1,40} from|took the place of|in place of|instead of"
    r"|formerly|previously|once|then|successor (?:to|of)|used to be|(?:was|were|been) called|(?:still"
    r"|often) (?:say|says|called|calls)|known as|(?:the|its|their) (?:old|former|earlier|abolished"
    r"|repealed)|(?:not|no longer|never|cannot|n't) (?:(?:rely|relied|relying|depend) (?:up)?on|use[ds]?"
    r"|using|apply)|(?:was|were|used to be|offices?) in|used to|v\.?|repealed|abolished|closed|renamed"
    r"|(?:before|until|up to|from \d{4} to) (?:\w+ )?\d{4},? the)(?: by)?(?: the| an?)? [“\"'(]?)$"
)
_AFTER = on_demand(
    r"^[”\"')]{0,2}(?: of the (?:uk |eu )?\w+)?,? (?:\([^)]*\) )?(?:(?:which|that|and) )?(?:(?:has|have"
    r"|had) (?:since )?(?:been )?)?(?:(?:was|were|is|are) (?:now |then |since |later )?)?(?:replaced"
    r"|abolished|repealed|closed|renamed|merged|struck down|split|now part of|now called|revoked|invalid"
    r"|void|gone|became|become|used to|ceased|ended|no longer (?:exist|appl)\w*"
    r"|until (?:\d+ )?(?:\w+ )?\d{4})\b|^ (?:ran|sent|gave|made|asked|told|decided|found|issued|published"
    r"|held|kept|took|collected|had) |^(?: (?:made|done|dated|issued|from"
    r"|before) [\w ]{1,30})? no longer (?:count|hold)\w*\b|^[”\"')]{0,2}[;,:] (?:that|this|it|they"
    r"|which)(?: (?:act|law|body|office|name))? (?:has|have|was|were|is"
    r"|are) (?:since )?(?:been )?(?:replaced|abolished|repealed|closed|gone|moved)\b"
    r"|^(?: of the [\w ]{2,24}?)?(?: \d{4})? (?:is|are) now (?!known for)|^[^.;!?]{0,60}\b(?:and"
    r"|or) other (?:old|former|earlier|past) (?:names|bodies|laws)\b|^[”\"')]{0,2},? \((?:now|until|up to"
    r"|replaced|abolished|repealed|closed|which (?:is now|became))\b"
)
"""What stands right before or after an old name in a sentence that tells its history."""

_DATED = on_demand(r"\b(1[89]\d\d|20\d\d)\b")
_TOLD_AS_PAST = on_demand(
    r"\b(?:was|were|had|did|could|wrote|got|came|brought|ran|sent|went|took|made|gave|held|kept|said|told"
    r"|began|became|used to|\w{3,}ed)\b"
)
_EARLIER = on_demand(
    r"\b(?:earlier|at the time|at that time|in those days|as it (?:then )?was|then called|until then"
    r"|no longer|before (?:then|that|\d|" + "|".join(MONTHS) + r")|before,|took over\b)"
)
_BY_THEN = on_demand(r"(?:^|[.!?:;,-] |\bthat )(?:until|up to|before|by) (?:the )?$")
_HOLDS_TODAY = on_demand(
    r"\b(?:we|you|they|people|it|us)(?: \w+ly| also| still| each year)? (?:can|may|must|will|should|share"
    r"|send|get|give|use|hold|keep|work|follow|comply|contact|complain|are|is|have|has|collect|receive"
    r"|report|process|write|pass|rely)\b|\b(?:is|are|has been|have been|will be|must be|can be|may be)\b"
)
"""Words of a sentence that tells what was, with a day in the life of an old name; and of one that says
what holds now."""


MOST_KEPT = 256
"""Lines whose hits are kept."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands in a text, and the words as they stand there."""

    phrase: Phrase
    words: str


@dataclass
class PhraseBook:
    """Finds the phrases of a list in texts; what it has found it keeps while others ask for the same."""

    forms: dict[str, Phrase | None]
    search: re.Pattern[str]
    found: dict[str, tuple[Hit, ...]] = field(default_factory=dict)

    def hits(self, line: str) -> tuple[Hit, ...]:
        """The first place of each phrase in a text that stands on one line."""
        if line not in self.found:
            if len(self.found) >= MOST_KEPT:
                self.found.clear()
            self.found[line] = self._hits(line)
        return self.found[line]

    def _hits(self, line: str) -> tuple[Hit, ...]:
        folded = _folded(line)
        first: dict[str, Hit] = {}
        for match in self.search.finditer(folded):
            phrase = self.forms[match[0]]
            if phrase is None or phrase.id in first or not _meant(phrase, folded, match):
                continue
            same = len(folded) == len(line)
            words = line[match.start() : match.end()] if same else match[0]
            if phrase.kind != "jargon" or not _in_a_name(words, line[: match.start()]):
                first[phrase.id] = Hit(phrase, words)
        return tuple(first.values())


def phrase_book(phrases: Iterable[Phrase], today: date, names: Iterable[str] = ()) -> PhraseBook:
    """The search for every phrase that is wrong on a day; nothing is found inside the names."""
    forms: dict[str, Phrase | None] = {}
    for phrase in phrases:
        if phrase.wrong_since is None or phrase.wrong_since <= today:
            for form in (phrase.phrase, *phrase.also):
                forms.setdefault(_folded(" ".join(form.split())), phrase)
            for longer in phrase.right_in:
                forms[_folded(" ".join(longer.split()))] = None
    for name in names:
        forms.setdefault(_folded(name), None)
    pattern = rf"(?<!\w)(?:{_branches(sorted(forms))})(?!\w)" if forms else r"(?!)"
    return PhraseBook(forms, re.compile(pattern))


def _in_a_name(words: str, before: str) -> bool:
    """Whether words within a sentence have a capital, as in the title of a law."""
    return words[:1].isupper() and not words.isupper() and bool(re.search(r"(?:[\w,] (?:the )?|\()$", before))


def _folded(line: str) -> str:
    line = line.lower()
    return line if line.isascii() else line.replace("’", "'").replace("–", "-")


def _branches(forms: list[str], at: int = 0) -> str:
    """A regular expression for sorted words that tries each letter once, however many words there are."""
    branches = []
    while forms:
        letter = forms[0][at : at + 1]
        together = [form for form in forms if form[at : at + 1] == letter]
        forms = forms[len(together) :]
        if letter:
            end = _shared(together, at)
            rest = _branches(together, end)
            branches.append(re.escape(together[0][at:end]) + (f"(?:{rest})" if rest else ""))
        else:
            branches.append("")
    return "|".join(sorted(branches, key=len, reverse=True))


def _shared(forms: list[str], at: int) -> int:
    """How far sorted words are the same."""
    first, last = forms[0], forms[-1]
    while at < min(len(first), len(last)) and first[at] == last[at]:
        at += 1
    return at


def _meant(phrase: Phrase, folded: str, match: re.Match[str]) -> bool:
    """Whether the words stand there in the sense in which they are to be avoided."""
    if phrase.unless and any(_begins(word, folded) for word in phrase.unless):
        return False
    if phrase.near and not any(_begins(word, _around(folded, match, 1)) for word in phrase.near):
        return False
    if phrase.kind == "outdated":
        told = _BEFORE.search(folded, 0, match.start()) or _AFTER.search(folded[match.end() :])
        return not told and not _is_history(phrase, folded, match)
    if phrase.kind == "empty" and _NOT_DONE.search(_before_in_clause(folded, match)):
        return False
    return not any(quote.start() < match.start() < quote.end() for quote in _quotes(folded))


def _is_history(phrase: Phrase, folded: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells, in the past tense, of a time at which the words were right."""
    part = next((part for part in _around(folded, match).split(";") if match[0] in part), match[0])
    around = part.replace(match[0], " ")
    if phrase.wrong_since is None or not _TOLD_AS_PAST.search(around) or _HOLDS_TODAY.search(around):
        return False
    if _BY_THEN.search(folded[: match.start()]) and re.search(r"\b(?:had|was|were|did)\b", around):
        return True
    years = [int(year) for year in _DATED.findall(around)]
    return min(years, default=9999) <= phrase.wrong_since.year or bool(_EARLIER.search(around))


def _before_in_clause(folded: str, match: re.Match[str]) -> str:
    """What stands before the words in their part of the sentence."""
    return re.split(r"[,;:.!?] | but ", folded[: match.start()])[-1]


def _begins(word: str, folded: str) -> bool:
    """Whether a word, or a longer one that begins with it, stands in a text."""
    wanted = _folded(word)
    at = folded.find(wanted)
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(wanted, at + 1)
    return at >= 0


def _around(folded: str, match: re.Match[str], before: int = 0) -> str:
    """The sentence in which a phrase stands, with some sentences before it."""
    start = match.start()
    for _ in range(before + 1):
        start = max(folded.rfind(stop, 0, max(start, 0)) for stop in (". ", "! ", "? "))
    ends = [at for stop in (". ", "! ", "? ") if (at := folded.find(stop, match.end())) >= 0]
    return folded[start + 1 : min(ends, default=len(folded))]


def _quotes(folded: str) -> Iterator[re.Match[str]]:
    return _QUOTED.finditer(folded)
