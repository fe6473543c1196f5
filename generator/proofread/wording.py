"""Words that are out of date, claim too much or were left behind."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.texts import PublishedText, holds_any

_WHAT = r"(?:the )?(?:NHS )?(?:national data opt-?out|NDOO|(?:UK )?GDPR|data protection (?:act|law)|DPA)"
_CLAIM = re.compile(
    rf"(?:\b(?:is|are|we're|remains?)\b[^.!?]{{0,30}}?\bcompliant with {_WHAT}"
    rf"|\b(?:we|council|trust|organisation)\b (?:(?:fully|currently|now|already) )*compl(?:y|ies)"
    rf" with {_WHAT})",
    re.I,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\[\[")
_TO_FILL = (
    "insert|enter|add|your|name|council|organisation|date|number|e-?mail|telephone|phone|address"
    r"|url|contact|job title|x+|…|\.\.\.|tbc|tbd|to be confirmed|delete as (?:appropriate|applicable)"
    r"|service"
    r"|department|team|link|amend|edit|complete|example|text|title|role|local authority|authority"
    r"|website|period"
    r"|reason|purpose|legislation|details"
)
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBD|FIXME|tbc|tbd)\b|\b[Ll]orem\s[Ii]psum\b|\{\{[^{}]*\}\}|<<[^<>]*>>"
    rf"|(?<![\[\w])\[(?i:{_TO_FILL})(?:\s[^\]\[]{{0,60}})?\](?![(\[:])"
    r"|(?<![\[\w])\[(?i:insert|enter|add)\s[^\]\[]{0,60}$"
    r"|<(?i:insert|enter|your|name|council|organisation|date|service|contact|e-?mail"
    r"|add)(?:\s[^<>]{0,40})?>"
    r"|\b(?:Any(?:town|where|shire|borough|city)|Sometown|Somewhereshire|Exampletown"
    r"|Exampleshire)\b(?! (?:in|at))"
    r"|\b(?i:insert|add) [a-z' ]{3,30} here\b"
    r"|\b(?i:insert|enter) (?i:name|date|number|link|e-?mail|contact|text|details|council name"
    r"|service name)"
    r" (?i:here)\b|\b(?i:text|details|wording) to follow\b"
    r"|(?:^|\()(?i:to be (?:confirmed|completed|advised|decided))(?=\)|\.?$)"
    r"|\b(?i:name of (?:service|council|organisation|local authority)) (?i:here)\b|\w _{4,}|_{4,} \w|\?{3,}"
)
_UNDECIDED = re.compile(
    r"\b(?:do ?/ ?do not|is ?/ ?is not|are ?/ ?are not|will ?/ ?will not|has ?/ ?has not"
    r"|does ?/ ?does not)\b"
    r"|^(?i:delete as (?:appropriate|applicable))\b|\((?i:delete as (?:appropriate|applicable))\)"
    r"|\b(?:for|within|after|in) X (?:years?|months?|weeks?|days?)\b"
)
_PERHAPS_UNDECIDED = (
    *("do / do", "do/do", "is / is", "is/is", "are / are", "are/are", "will / will", "will/will"),
    *("has / has", "does / does", " X ", "elete as"),
)
_PERHAPS_LEFT = (
    *("[", "{", "<", "??", "__", "TODO", "TBC", "TBD", "tbc", "tbd", "FIXME", "orem", "Anyt", "Anyw", "Anys"),
    *("Anyb", "Anyc", "Somet", "Somew", "Example", " here", "o be co", "o be ad", "o be dec", "to follow"),
)
"""Letters of which some stand in each of these."""

_XX = re.compile(
    r"(\b(?i:part|chapter|schedule|title|article|annex|volume|class|king|louis) )?\b[Xx]{2,}\b(?![IVL])"
)
_BULLET = re.compile(r"(?:^|(?<= ))· ?\w[^·]*· ?\w|(?:\w+\s*)?[•▪●◦‣](?:\s*\w+)?")
_CONTACT = re.compile(
    r"(?<![\d.,/-])(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b"
    r"|(?<![\d.,/-])0[38]00[\s-]?\d{3,4}\b"
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
    words = text.line
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


@rule("stray-bullet", WARNING, "WCAG 2.2, 1.3.1", "texts")
def stray_bullet(text: PublishedText) -> Problems:
    """
    What: Lists are made with `- ` at the beginning of a line, not with a typed bullet.
    Why: A typed bullet is no list: screen readers run the entries together, and the line breaks are lost.
    How: Put each entry on a line of its own that begins with `- `.
    """
    match = None if text.text.isascii() else _BULLET.search(text.text)
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
    left = []
    if holds_any(text.text, _PERHAPS_LEFT):
        left += [match[0] for match in _PLACEHOLDER.finditer(text.text)]
    if holds_any(text.text, _PERHAPS_UNDECIDED):
        left += [match[0] for match in _UNDECIDED.finditer(text.text)]
    if "XX" in text.text or "xx" in text.text:
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
