"""Plain prose: a text without its Markdown, cut into sentences and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

_CODE = re.compile(r"```.*?(?:```|\Z)|(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)")
_FACT = re.compile(r"\[\[[^\[\]]*\]\]")
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s>]+>?|<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_MARKS = re.compile(r"\*{2,3}|(?<=\S)\*|\*(?=\S)|(?<!\w)_{1,2}|_{1,2}(?!\w)|~~|\\(?=[^\w\s])")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*$")
_NO_PROSE = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|\||([-*_])(?:\s*\1){2,}\s*$)")
_ITEM = re.compile(r"\s*(?:[-*+•▪●◦‣]|\d{1,3}[.)])\s+")

_STOP = re.compile(r"[.!?…]+[)\]”’\"']*(?=\s|$)")
_SHORT = re.compile(
    r"(?:^|[(“\"'])(?:[A-Za-z]|e\.g|i\.e|etc|no|nos|dr|mr|mrs|ms|prof|rev|st|art|arts|sch|sec|para|paras"
    r"|pt|ch|reg|regs|cl|pp|vs?|approx|incl|ext|tel|a\.m|p\.m|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.$",
    re.I,
)
_GOES_ON = re.compile(r"\s+[a-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:/]*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]{2,}’(?!\w)")


@dataclass(frozen=True)
class Sentence:
    """One sentence, entry of a list or short line; `whole` if it ends as a sentence does."""

    text: str

    @property
    def whole(self) -> bool:
        """Whether it ends with a full stop, a question mark or the like."""
        return self.text.rstrip(")]”’\"'").endswith((".", "!", "?", "…"))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers; what a hyphen joins is one word."""
        return tuple(_WORD.findall(self.text))

    @property
    def unquoted(self) -> Sentence:
        """The sentence without what it quotes."""
        return Sentence(_QUOTED.sub(" ", self.text)) if re.search(r"[“\"‘]", self.text) else self


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


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence; an entry of a list is one or more of its own. A site says many things many times."""
    return tuple(sentence for block in blocks(text) for sentence in _cut(" ".join(block.split())))


def _cut(block: str) -> Iterator[Sentence]:
    start = 0
    for stop in _STOP.finditer(block):
        end = stop.end()
        goes_on = stop[0] not in ("!", "?") and _GOES_ON.match(block, end)
        last_word = block[max(start, block.rfind(" ", 0, end)) : end].lstrip()
        if goes_on or (stop[0] == "." and _SHORT.search(last_word)):
            continue
        yield Sentence(block[start:end].strip())
        start = end
    if block[start:].strip():
        yield Sentence(block[start:].strip())
