"""Words that are out of date, claim too much or were left behind."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Filed
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.texts import PublishedText

_WHAT = r"(?:the )?(?:NHS )?(?:national data opt-?out|NDOO|(?:UK )?GDPR|data protection (?:act|law)|DPA)"
_CLAIM = re.compile(
    rf"(?:\b(?:is|are|we're|remains?)\b[^.!?]{{0,30}}?\bcompliant with {_WHAT}"
    rf"|\b(?:we|council|trust|organisation)\b (?:(?:fully|currently|now|already) )*compl(?:y|ies)"
    rf" with {_WHAT})",
    re.I,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\[\[")
_VAGUE = re.compile(
    r"\b(?:as|so) long as (?:is |it is |we )?(?:necessary|needed|required|need(?: it)?|legally required)\b"
    r"|\bin line with (?:our|the) (?:retention|records?)\b"
    r"|\bin accordance with (?:our|the) (?:retention|law)\b"
    r"|\bindefinitely\b|\bno longer than (?:is )?(?:necessary|needed)\b",
    re.I,
)
_CRITERION = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|until|after|when|while|because|permanent)\b",
    re.I,
)
_TO_FILL = (
    "insert|enter|add|your|name|council|organisation|date|number|e-?mail|telephone|phone|address"
    r"|url|contact|job title|x+|…|\.\.\."
)
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBD|FIXME)\b|\b[Ll]orem\s[Ii]psum\b|\{\{[^{}]*\}\}|<<[^<>]*>>"
    rf"|(?<![\[\w])\[(?i:{_TO_FILL})(?:\s[^\]\[]{{0,40}})?\](?![(\[:])"
)
_XX = re.compile(
    r"(\b(?i:part|chapter|schedule|title|article|annex|volume|class|king|louis) )?\bX{2,}\b(?![IVL])"
)
_CONTACT = re.compile(
    r"(?<![\d.,/-])(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|(?<![\d.,/-])0[38]00[\s-]?\d{3,4}\b"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_WHERE_CONTACTS_LIVE = ("content/reference/contacts.yaml", "content/reference/facts.yaml")


@rule("undated-claim", WARNING, "UK GDPR Article 5(2); a claim needs its date and evidence", "texts")
def undated_claim(text: PublishedText) -> Problems:
    """
    What: No text claims that you comply without saying since when, or when that was checked.
    Why: A claim without date, owner and evidence tells nobody anything and soon goes out of date.
    How: Use the fields of `compliance` on the choice, from which a dated sentence is made.
    """
    words = " ".join(text.text.split())
    for match in _CLAIM.finditer(words) if "compl" in words else ():
        end = re.search(r"[.!?](?:\s|$)", words[match.end() :])
        rest = words[match.end() :][: end.start() if end else None]
        start = max(words.rfind(mark, 0, match.start()) for mark in (". ", "! ", "? "))
        if not _DATED.search(words[start + 1 : match.end()] + rest):
            yield Problem(
                text.field,
                f"“{match[0]}” is a claim without a date.",
                "Use the fields of `compliance` on the choice, or say on which day that was checked.",
                match[0],
            )


@rule("vague-retention", ERROR, "UK GDPR Article 13(2)(a), 14(2)(a); WP260", "data-uses")
def vague_retention(filed: Filed[DataUse]) -> Problems:
    """
    What: How long records are kept is a time, or a criterion that a reader can apply.
    Why: "As long as necessary" does not answer the question that the law asks.
    How: Write for example "6 years after the account closes".
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            match = _VAGUE.search(kept.keep)
            if match and not _CRITERION.search(kept.keep):
                yield Problem(
                    ("purposes", number, "retention", at, "keep"),
                    f"“{match[0]}” does not say how long “{kept.records}” are kept.",
                    'Write a time and from when it runs, for example "6 years after the account closes".',
                )


@rule("stray-bullet", WARNING, "WCAG 2.2, 1.3.1", "texts")
def stray_bullet(text: PublishedText) -> Problems:
    """
    What: Lists are made with `- ` at the beginning of a line, not with a typed bullet.
    Why: A typed bullet is no list: screen readers run the entries together, and the line breaks are lost.
    How: Put each entry on a line of its own that begins with `- `.
    """
    match = re.search(r"(?:\w+\s*)?[•▪●◦‣](?:\s*\w+)?", text.text)
    if match:
        yield Problem(
            text.field, f"There is a typed bullet here: “{' '.join(match[0].split())}”.",
            "Put each entry on a line of its own that begins with `- `.", match[0],
        )  # fmt: skip


@rule("placeholder", ERROR, "UK GDPR Article 12(1)", "texts")
def placeholder(text: PublishedText) -> Problems:
    """
    What: No text holds words that were meant to be replaced.
    Why: The fact that belongs there is missing, and readers see that nobody read the page.
    How: Write the fact, or take the sentence out.
    """
    left = [match[0] for match in _PLACEHOLDER.finditer(text.text)]
    left += [match[0] for match in _XX.finditer(text.text) if not match[1]]
    for words in dict.fromkeys(left):
        yield Problem(text.field, f"“{words}” was left in this text.", "Write what belongs there.", words)


@rule("typed-contact", WARNING, "One place for each fact", "texts")
def typed_contact(text: PublishedText) -> Problems:
    """
    What: Telephone numbers and e-mail addresses stand in contacts.yaml or facts.yaml, not in texts.
    Why: There they are checked by a set day, and when they change, every page changes.
    How: Use a `contact` field, or add a fact and write `[[its-id]]`.
    """
    if text.document.path in _WHERE_CONTACTS_LIVE:
        return
    for match in _CONTACT.finditer(text.text) if "@" in text.text or "0" in text.text else ():
        yield Problem(
            text.field,
            f"“{match[0]}” is typed into a text.",
            "Use a `contact` field, or a fact `[[its-id]]`.",
            match[0],
        )
