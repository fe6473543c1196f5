"""The words of a built page. A pure function of its bytes, so that what it gives can be kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from generator.render.search.language import words_and_joined, words_of

_MAIN = re.compile(r"<main\b.*?</main>", re.S)
_UNSEEN = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<!--.*?-->|<p class=\"no-print.*?</p>", re.S)
_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.S)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|small|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class PageWords:
    """What readers see on a page: its words in order, how often each comes, and those of its headings."""

    text: str
    counts: Counter[str]
    headings: list[str]


NOTHING = PageWords("", Counter(), [])
"""The words of a page that is not read."""


def page_words(html: bytes) -> PageWords:
    """The words of a page that we made, from its main part alone; headings are counted once more."""
    found = _MAIN.search(html.decode())
    main = _UNSEEN.sub(" ", found[0]) if found else ""
    shown = _shown(main)
    words, joined = words_and_joined(shown)
    every = Counter(words)
    every.update(joined)
    counts = Counter({word: number for word, number in every.items() if _worth_finding(word)})
    headings = words_of(_shown(" ".join(_HEADING.findall(main))))
    return PageWords(f" {' '.join(words)} ", counts, headings)


def _shown(html: str) -> str:
    return unescape(_TAG.sub(" ", _INLINE.sub("", html)))


@lru_cache(maxsize=65536)
def _worth_finding(word: str) -> bool:
    """Not the parts of telephone numbers and references, which no two pages share."""
    return len(word) <= _LONGEST_NUMBER if word.isdigit() else 1 < len(word) < 32
