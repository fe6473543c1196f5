"""Words, as search tells them apart: without accents and capitals, and which of them are one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property
from sys import intern

_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OTHER_SIGNS = re.compile(r"[^\w\x00-\x7f]+")
_OWN = re.compile("[st]ives?$")
"""Words that are no forms of the word that they come from: elective schooling is not about elections."""
_ALGORITHMS = {"en": "english"}
"""Languages with a Snowball algorithm; Welsh has none, so that the forms of a word stay apart."""


class _Signs(dict[int, str]):
    """What is left of a sign in a text of words: letters, digits and hyphens; for all others a space."""

    def __missing__(self, sign: int) -> str:
        letter = chr(sign)
        self[sign] = letter if letter.isalnum() or letter == "-" else " "
        return self[sign]


_SIGNS = _Signs()


def words_of(text: str) -> list[str]:
    """The words of a text in their order; the parts of a word with hyphens are words of their own."""
    return _shown(text).replace("-", " ").split()


def words_and_joined(text: str) -> tuple[list[str], list[str]]:
    """The words of a text; and those with hyphens as one, because many people type `wifi` and `optout`."""
    shown = _shown(text)
    hyphened = (word for word in shown.split() if "-" in word) if "-" in shown else ()
    joined = [whole.replace("-", "") for word in hyphened for whole in _HYPHENED.findall(word)]
    return shown.replace("-", " ").split(), joined


def _shown(text: str) -> str:
    """A text's words in plain letters, with spaces between them."""
    return _plain(text).translate(_SIGNS)


def _plain(text: str) -> str:
    """A text in small letters, without accents, apostrophes and dashes; the script does the same."""
    small = text.lower().replace("'", "").replace("’", "")
    if small.isascii():
        return small
    return _OTHER_SIGNS.sub(" ", _ACCENTS.sub("", unicodedata.normalize("NFKD", small)))


class Stems(dict[str, str]):
    """Each word with the stem that it shares with its other forms, found when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    @cached_property
    def _stem(self) -> Callable[[str], str]:
        return _stem_in(_ALGORITHMS[self.language]) if self.language in _ALGORITHMS else str

    def __missing__(self, word: str) -> str:
        self[word] = intern(self._stem(word) if word.isalpha() else word)
        return self[word]


def _stem_in(algorithm: str) -> Callable[[str], str]:
    """The stem of a word, but for the words that are too far from those that they come from."""
    import snowballstemmer  # only where a word is new

    stem = snowballstemmer.stemmer(algorithm).stemWord
    return lambda word: word.removesuffix("s") if _OWN.search(word) else str(stem(word))
