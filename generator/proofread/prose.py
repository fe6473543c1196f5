"""Plain prose: a text without its Markdown, cut into sentences and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.proofread.on_demand import on_demand
from generator.proofread.rewording import reworded

_CODE = on_demand(r"```.*?(?:```|\Z)|(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_PICTURE = on_demand(r"!\[[^\]]*\]\([^)]*\)")
_LINK = on_demand(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)")
_FACT = on_demand(r"\[\[[^\[\]]*\]\]")
_ADDRESS = on_demand(r"<?\b(?:https?://|www\.)[^\s>]+>?|<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_MARKS = on_demand(r"\*{2,3}|(?<=\S)\*|\*(?=\S)|(?<!\w)_{1,2}|_{1,2}(?!\w)|~~|\\(?=[^\w\s])")
_UNDERLINE = on_demand(r" {0,3}(?:=+|-{2,})\s*$")
_NO_PROSE = on_demand(r" {0,3}(?:#{1,6}(?:\s|$)|\||([-*_])(?:\s*\1){2,}\s*$)")
_ITEM = on_demand(r"\s*(?:[-*+•▪●◦‣]|\d{1,3}[.)])\s+")

_STOP = on_demand(r"[.!?…]+[)\]”’\"']*(?=\s|$)")
_SHORT = on_demand(
    r"(?:^|[(“\"'])(?:[A-Za-z]|e\.g|i\.e|etc|no|nos|dr|mr|mrs|ms|prof|rev|st|art|arts|sch|sec|para|paras"
    r"|pt|ch|reg|regs|cl|pp|vs?|approx|incl|ext|tel|a\.m|p\.m|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.$",
    re.I,
)
_GOES_ON = on_demand(r"\s+[a-z]")
_WORD = on_demand(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:/]*")
_QUOTED = on_demand(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]{2,}’(?!\w)")


SHORT = 300
"""Letters of a text below which it may well stand in several places."""

MOST_SENTENCES = 8192
"""Different sentences that are kept, with what was looked for in them in vain."""

_PATTERNS: dict[int, tuple[re.Pattern[str], int]] = {}
"""The patterns that were looked for in sentences, by their id, each with a bit of its own."""


@dataclass
class Sentence:
    """One sentence, entry of a list or short line; `whole` if it ends as a sentence does."""

    text: str
    _lacks: int = field(default=0, compare=False, repr=False)

    @cached_property
    def otherwise(self) -> tuple[str, ...]:
        """The sentence in other words that say the same, which rules expect rather."""
        return reworded(self.text)

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """Each way in which it can be said: as it stands first."""
        return (self.text, *self.otherwise)

    def search(self, words: re.Pattern[str], parts: tuple[str, ...] = ()) -> re.Match[str] | None:
        """Finds words in it, or in what it says otherwise; some of `parts` stand wherever they can be found.

        What was not found is remembered: a site says many things many times. The pattern is remembered
        too, so it is one of those that the program always has.
        """
        _, bit = _PATTERNS.get(id(words)) or _numbered(words)
        if self._lacks & bit:
            return None
        for text in self.ways:
            if not parts or any(map(text.__contains__, parts)):
                match = words.search(text)
                if match is not None:
                    return match
        self._lacks |= bit
        return None

    @property
    def whole(self) -> bool:
        """Whether it ends with a full stop, a question mark or the like."""
        return self.text.rstrip(")]”’\"'").endswith((".", "!", "?", "…"))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers; what a hyphen joins is one word."""
        return tuple(_WORD.findall(self.text))

    @property
    def unquoted(self) -> Sentence:
        """The sentence without what it quotes."""
        return Sentence(_QUOTED.sub(" ", self.text)) if re.search(r"[“\"‘]", self.text) else self


def _numbered(words: re.Pattern[str]) -> tuple[re.Pattern[str], int]:
    return _PATTERNS.setdefault(id(words), (words, 1 << len(_PATTERNS)))


@lru_cache(maxsize=MOST_SENTENCES)
def sentence_of(text: str) -> Sentence:
    """The sentence with a text, the same wherever it stands."""
    return Sentence(text)


def plain(text: str) -> str:
    """The text as it is read: without code, addresses and the signs of Markdown, line by line."""
    if "`" in text:
        text = _CODE.sub(" ", text)
    if "[" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub(" ", text))
        text = _FACT.sub("this", text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub("this", text)
    return _MARKS.sub("", text) if re.search(r"[*_~\\]", text) else text


def blocks(text: str) -> Iterator[str]:
    """Paragraphs and entries of lists, each on one line; headings, tables and rules are left out."""
    lines: list[str] = []
    for line in (*plain(text).split("\n"), ""):
        if _UNDERLINE.match(line) and lines:
            lines = []  # the line above was a heading
            continue
        item = _ITEM.match(line)
        apart = not line.strip() or _NO_PROSE.match(line)
        if lines and (item or apart):
            yield " ".join(lines)
            lines = []
        if not apart:
            lines.append(line[item.end() if item else 0 :].lstrip("> ").strip())


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence; an entry of a list is one or more of its own."""
    return _of_short(text) if len(text) < SHORT else _of_long(text)


def _sentences(text: str) -> tuple[Sentence, ...]:
    return tuple(sentence for block in blocks(text) for sentence in _cut(" ".join(block.split())))


_of_short = lru_cache(maxsize=MOST_SENTENCES)(_sentences)
_of_long = lru_cache(maxsize=64)(_sentences)
"""A site says many short things many times; of a long one only what rules ask for one after the other."""


def _cut(block: str) -> Iterator[Sentence]:
    start = 0
    for stop in _STOP.finditer(block):
        end = stop.end()
        goes_on = stop[0] not in ("!", "?") and _GOES_ON.match(block, end)
        last_word = block[max(start, block.rfind(" ", 0, end)) : end].lstrip()
        if goes_on or (stop[0] == "." and _SHORT.search(last_word)):
            continue
        yield sentence_of(block[start:end].strip())
        start = end
    if block[start:].strip():
        yield sentence_of(block[start:].strip())
