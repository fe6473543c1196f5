"""The words of a built page. A pure function of its bytes, so that what it gives can be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from generator.render.search.language import words_and_joined, words_of

_UNSEEN = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<!--.*?-->|<p class=\"no-print.*?</p>", re.S)
_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.S)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|code|em|i|mark|small|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r".*\d{5}|[12]\d{3}$")
"""Long numbers and years."""

USES = '<section id="where"'
"""Where the page of a right begins to list the data uses that it holds for, whose words are not its own."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What readers see on a page: its words in order, hyphened ones joined, and those of its headings."""

    text: str
    joined: list[str]
    headings: list[str]

    @property
    def words(self) -> list[str]:
        """The words in their order."""
        return self.text.split(" ") if self.text else []


NOTHING = PageWords("", [], [])
"""The words of a page that is not read."""


def page_words(html: bytes) -> PageWords:
    """The words of a page that we made, from its main part alone; headings are counted once more."""
    _, _, behind = html.decode().partition("<main")
    own = behind.partition("</main>")[0].partition(USES)[0]
    main = _UNSEEN.sub(" ", f"<main{own}")
    words, joined = words_and_joined(_shown(main))
    headings = words_of(_shown(" ".join(_HEADING.findall(main))))
    return PageWords(" ".join(words), joined, headings)


def _shown(html: str) -> str:
    return unescape(_TAG.sub(" ", _INLINE.sub("", html)))


def worth_finding(word: str) -> bool:
    """Not the parts of telephone numbers and references, which no two pages share; nor the years of laws."""
    return (word.isdigit() or len(word) > 1) and len(word) < 32 and not _NUMBER.match(word)
