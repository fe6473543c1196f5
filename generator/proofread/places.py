"""Where the words of a finding stand in a document, and how they stand there."""

from __future__ import annotations

from generator.diagnostics import Location
from generator.load.documents import Document, FieldPath
from generator.proofread.on_demand import on_demand
from generator.proofread.prose import sentences
from generator.proofread.rewording import original_words


def _lines_of(document: Document, way: FieldPath) -> range:
    """The numbers of the lines of a field."""
    start = document.locate(*way).line
    below = (line for line, _ in document.marks.values() if line > start)
    last = len(document.lines) + 1
    is_page = way == ("body",) and document.path.endswith(".md")
    return range(start, last if is_page else min(below, default=last))


_KEY = on_demand(r"\A\s*(?:- )?(?:\w+:)?\s*(?:[>|][-+]?\s|[\"'])?\s*")


def as_it_stands(document: Document, way: FieldPath, phrase: str) -> str:
    """The words of a field that say a phrase, where a sentence says it otherwise than rules expect."""
    text = _KEY.sub("", "\n".join(document.lines[number - 1] for number in _lines_of(document, way)))
    words = " ".join(phrase.casefold().split())
    if words in " ".join(text.casefold().split()):
        return phrase
    told = sentences(text)
    if any(words in sentence.text.casefold() for sentence in told):
        return phrase
    otherwise = ((sentence.text, other) for sentence in told for other in sentence.otherwise)
    return next((original_words(text, other, phrase) for text, other in otherwise if phrase in other), phrase)


def place(document: Document, way: FieldPath, phrase: str) -> Location:
    """The line of a field's text on which `phrase` begins, or the field itself.

    A text can be folded over several lines, and so can the phrase: then its first words count.
    """
    words, lines = phrase.casefold().split(), _lines_of(document, way)
    for count in range(len(words), 0, -1):
        wanted = " ".join(words[:count])
        for number in lines:
            column = document.lines[number - 1].casefold().find(wanted)
            if column >= 0:
                return Location(document.path, number, column + 1)
    return document.locate(*way)
