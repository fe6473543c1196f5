"""English words → the stem that their forms share, after the Snowball stemmer of Martin Porter (version 3.1).

It is here, and no library, because other versions of the library give other stems, and the same content
must give the same site on every machine. Words come without capitals, accents and apostrophes.
Source: https://snowballstem.org/algorithms/english/stemmer.html.
"""

from __future__ import annotations

import re

# fmt: off
_OWN = {
    "andes": "andes", "atlas": "atlas", "bias": "bias", "cosmos": "cosmos", "howe": "howe",
    "news": "news", "sky": "sky", "skis": "ski", "skies": "sky", "idly": "idl",
    "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
}
# fmt: on
"""Words that follow no rule."""

_CONSONANT_Y = re.compile("^y|([aeiouy])y")
_REGION = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]")
_FIRST_REGION = re.compile("arsen|commun|emerg|gener|inter|later|organ|past|univers")
_VOWEL = re.compile("[aeiouy]")
_SHORT_SYLLABLE = re.compile("(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$")

_PAST = re.compile("(?:eed|ed|ing)(?:ly)?$")
_KEEP_EED = ("succ", "proc", "exc")
_KEEP_ING = ("even", "cann", "inn", "earr", "herr", "out")
_DOUBLE = re.compile(r"([bdfgmnprt])\1$")

# fmt: off
_SECOND = {
    "anci": "ance", "enci": "ence", "ogi": "og", "li": "", "bli": "ble", "abli": "able",
    "alli": "al", "fulli": "ful", "lessli": "less", "ousli": "ous", "entli": "ent",
    "aliti": "al", "biliti": "ble", "iviti": "ive", "tional": "tion", "ational": "ate",
    "alism": "al", "ation": "ate", "ization": "ize", "izer": "ize", "ator": "ate",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "ogist": "og",
}
_THIRD = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "tional": "tion",
    "ational": "ate", "ful": "", "ness": "",
}
_FOURTH = [
    "ic", "ance", "ence", "able", "ible", "ate", "ive", "ize", "iti", "al", "ism", "ion",
    "er", "ous", "ant", "ent", "ment", "ement",
]
# fmt: on


def _ends(suffixes: dict[str, str] | list[str]) -> re.Pattern[str]:
    """The longest of some suffixes that a word has: what begins first is longest."""
    return re.compile(f"(?:{'|'.join(suffixes)})$")


_ENDS_SECOND, _ENDS_THIRD, _ENDS_FOURTH = _ends(_SECOND), _ends(_THIRD), _ends(_FOURTH)


def stem(word: str) -> str:
    """What a word shares with its other forms."""
    if len(word) < 3:
        return word
    if word in _OWN:
        return _OWN[word]
    word = _CONSONANT_Y.sub(r"\1Y", word) if "y" in word else word
    first, second = _regions(word)
    word = _without_past(_without_plural(word), first)
    if word[-1] in "yY" and len(word) > 2 and word[-2] not in "aeiouy":
        word = word[:-1] + "i"
    word = _with_shorter_ending(word, first, second)
    word = _without_ending(word, second)
    return _without_last_letter(word, first, second).replace("Y", "y")


def _regions(word: str) -> tuple[int, int]:
    """Where the first and the second region begin: behind a consonant that follows a vowel."""
    region = _FIRST_REGION.match(word) or _REGION.match(word)
    if not region:
        return len(word), len(word)
    further = _REGION.match(word, region.end())
    return region.end(), further.end() if further else len(word)


def _without_plural(word: str) -> str:
    if word[-1] == "s" or word.endswith("ied"):
        if word.endswith("sses"):
            return word[:-2]
        if word.endswith(("ied", "ies")):
            return word[: -2 if len(word) > 4 else -1]
        if word[-2] not in "su" and _VOWEL.search(word, 0, len(word) - 2):
            return word[:-1]
    return word


def _without_past(word: str, first: int) -> str:
    ending = _PAST.search(word)
    if not ending:
        return word
    rest, suffix = word[: ending.start()], ending[0]
    if suffix.startswith("eed"):
        return rest + "ee" if len(rest) >= first and rest not in _KEEP_EED else word
    if suffix == "ing":
        if len(rest) == 2 and rest[1] == "y" and rest[0] not in "aeiouy":
            return rest[0] + "ie"
        if rest in _KEEP_ING:
            return word
    return _mended(rest, first) if _VOWEL.search(rest) else word


def _mended(word: str, first: int) -> str:
    """A word that has lost its ending, with the `e` that it had or without the letter that was doubled."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLE.search(word):
        return word if len(word) == 3 and word[0] in "aeo" else word[:-1]
    return word + "e" if len(word) == first and _SHORT_SYLLABLE.search(word) else word


def _with_shorter_ending(word: str, first: int, second: int) -> str:
    ending = _ENDS_SECOND.search(word)
    if ending and ending.start() >= first:
        rest, suffix = word[: ending.start()], ending[0]
        wanted = {"ogi": "l", "li": "cdeghkmnrt"}.get(suffix)
        if wanted is None or rest[-1] in wanted:
            word = rest + _SECOND[suffix]
    ending = _ENDS_THIRD.search(word)
    if ending and ending.start() >= (second if ending[0] == "ative" else first):
        word = word[: ending.start()] + _THIRD[ending[0]]
    return word


def _without_ending(word: str, second: int) -> str:
    ending = _ENDS_FOURTH.search(word)
    if ending and ending.start() >= second and (ending[0] != "ion" or word[ending.start() - 1] in "st"):
        return word[: ending.start()]
    return word


def _without_last_letter(word: str, first: int, second: int) -> str:
    rest = word[:-1]
    if word[-1] == "e":
        drop = len(rest) >= second or (len(rest) >= first and not _SHORT_SYLLABLE.search(rest))
    else:
        drop = word[-1] == "l" and len(rest) >= second and rest[-1] == "l"
    return rest if drop else word
