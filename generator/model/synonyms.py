"""Words that people use instead of those on the pages: `bailiffs: enforcement agents`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Finding
from generator.load.documents import Document, Value

SYNONYMS = "synonyms"
"""The file in content/reference that is no list of entries but lines of words and what they stand for."""

Synonyms = Mapping[str, tuple[str, ...]]
"""For words that people use, the words that pages use; both may be several words."""

_FORM = "Write what people say, a colon, and the words that your pages use: `bailiffs: enforcement agents`."


def synonyms_in(document: Document) -> tuple[Synonyms, list[Finding]]:
    """The synonyms in a file, and what is wrong with the lines that are none."""
    found: dict[str, tuple[str, ...]] = {}
    findings: list[Finding] = []
    for said, value in document.values.items():
        meant = value if isinstance(value, tuple) else (value,)
        problems = list(_problems(document, said, meant))
        findings += problems
        if not problems:
            found[said] = tuple(str(words) for words in meant)
    return found, findings


def _problems(document: Document, said: str, meant: tuple[Value, ...]) -> Iterator[Finding]:
    if not any(map(str.isalnum, said)):
        yield document.finding(
            "wrong-value", document.locate(said), f"`{said}` is no word that people can type.", _FORM
        )
    if not meant or None in meant or "" in meant:
        yield document.finding(
            "wrong-value", document.locate(said), f"`{said}` stands for no words of your pages.", _FORM
        )
    elif not all(isinstance(words, str) for words in meant):
        yield document.finding(
            "wrong-type",
            document.locate(said),
            f"What `{said}` stands for must be text.",
            f"Put numbers in quotes. {_FORM}",
        )


def both(ours: Synonyms, theirs: Synonyms) -> Synonyms:
    """The synonyms of two lists; where both have a word, it stands for all that either says."""
    return {
        said: tuple(dict.fromkeys((*ours.get(said, ()), *theirs.get(said, ()))))
        for said in sorted({*ours, *theirs})
    }
