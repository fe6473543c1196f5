"""Phrases to avoid: what is out of date, says nothing, has a plainer word or leans on people."""

from __future__ import annotations

from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.once import once
from generator.proofread.phrase_book import Hit, PhraseBook, phrase_book
from generator.proofread.texts import PublishedText

LIST = "Phrases to avoid, ours and those of content/reference/phrases.yaml"
_NAMES = frozenset({"also_called", "formal_name", "article", "section", "schedule_1", "term", "reference"})
"""Fields that hold other people's words: names, and places in a law."""


@once
def _book(register: Register) -> PhraseBook:
    names = [law.title for law in register.laws.values()]
    names += [term.term for term in register.glossary.values()]
    return phrase_book(register.phrases.values(), register.today, names)


def _hits(text: PublishedText, register: Register, *kinds: str) -> tuple[Hit, ...]:
    hits = _book(register).hits(text.line)
    if not hits or "also_called" in text.field:
        return ()
    return tuple(hit for hit in hits if hit.phrase.kind in kinds)


@rule("outdated-phrase", WARNING, LIST, "texts")
def outdated_phrase(text: PublishedText, register: Register) -> Problems:
    """
    What: No published text uses a name, law or phrase that the list of phrases to avoid calls out of date.
    Why: Old names send people to bodies that are gone, and empty phrases tell them nothing.
    How: Write what the message suggests. An old name that people still look for belongs in `also_called`.
    """
    for hit in _hits(text, register, "outdated", "empty"):
        says = "is out of date" if hit.phrase.kind == "outdated" else "says too little"
        yield _problem(text, hit, f"“{hit.words}” {says}: {hit.phrase.why}")


@rule("plain-word", WARNING, "GOV.UK style: words to avoid; UK GDPR Article 12(1)", "texts")
def plain_word(text: PublishedText, register: Register) -> Problems:
    """
    What: No text uses jargon, Latin or office words for which the list of phrases has a plainer word.
    Why: The law asks for clear and plain language, and every hard word loses readers.
    How: Write what the message suggests. Names of laws, and words in quotation marks, are left alone.
    """
    if text.name in _NAMES or text.list_name in ("glossary", "laws") or not text.is_english:
        return
    for hit in _hits(text, register, "jargon"):
        yield _problem(text, hit, f"“{hit.words}” has a plainer word: {hit.phrase.why}")


@rule("nudging-language", WARNING, "UK GDPR Articles 4(11), 7 and 12(2); neutral wording of choices", "texts")
def nudging_language(text: PublishedText, register: Register) -> Problems:
    """
    What: No text leans on people who have a choice, either way.
    Why: A choice is free only if nobody is made to feel guilty or afraid for it.
    How: Say what happens with each choice, in the same tone for both.
    """
    for hit in _hits(text, register, "nudging"):
        yield _problem(text, hit, f"“{hit.words}” leans on people who have a choice: {hit.phrase.why}")


def _problem(text: PublishedText, hit: Hit, message: str) -> Problem:
    return Problem(text.field, message, f"Better: {hit.phrase.instead}.", hit.words)
