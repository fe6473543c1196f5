"""Words that are out of date, claim too much or were left behind."""

from __future__ import annotations

import re

from generator.load.documents import Document
from generator.model.kept import while_it_lives
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText, holds_any

_WHAT = (
    r"(?:the )?(?:NHS )?(?:national data opt-?out|NDOO|(?:UK )?GDPR"
    r"|data protection (?:act|law|legislation|rules)|DPA)"
)
_CLAIM = on_demand(
    rf"(?:\b(?:is|are|we're|remains?)\b[^.!?]{{0,30}}?\bcompliant with {_WHAT}|\b(?:we|council|trust"
    rf"|organisation)\b (?:(?:fully|currently|now|already) )*compl(?:y|ies) with {_WHAT}"
    rf"|\bcompliance with {_WHAT}(?: policy)? (?:is|remains) (?:being |currently |still )*(?:under review"
    r"|reviewed|in progress|assessed|considered|worked on|on track))",
    re.I,
)
_DATED = on_demand(r"\b(?:19|20)\d\d\b|\[\[")
_TO_FILL = (
    "insert|enter|add|your|name|council|organisation|date|number|e-?mail|telephone|phone|address"
    r"|url|contact|job title|x+|…|\.\.\.|tbc|tbd|to be confirmed|delete as (?:appropriate|applicable)"
    r"|service|department|team|link|amend|edit|complete|example|text|title|role|local authority|authority"
    r"|website|period|reason|purpose|legislation|details"
)
_IN_BRACKETS = on_demand(
    rf"\[(?i:{_TO_FILL})(?:\s[^\]\[]{{0,60}})?\](?![(\[:])|\[(?i:insert|enter|add)\s[^\]\[]{{0,60}}$"
)
_PLACEHOLDER = on_demand(
    r"\b(?:TODO|TBC|TBD|FIXME|tbc|tbd)\b|\b[Ll]orem\s[Ii]psum\b|\{\{[^{}]*\}\}|<<[^<>]*>>"
    rf"|(?<![\[\w])(?:{_IN_BRACKETS.pattern})"
    r"|<(?i:insert|enter|your|name|council|organisation|date|service|contact|e-?mail"
    r"|add)(?:\s[^<>]{0,40})?>|\b(?:Any(?:town|where|shire|borough|city)|Sometown|Somewhereshire"
    r"|Exampletown|Exampleshire)\b(?! (?:in|at))|\b(?i:insert|add) [a-z' ]{3,30} here\b|\b(?i:insert"
    r"|enter) (?i:name|date|number|link|e-?mail|contact|text|details|council name"
    r"|service name) (?i:here)\b|\b(?i:text|details|wording) to follow\b|(?:^|\()(?i:to be (?:confirmed"
    r"|completed|advised|decided))(?=\)|\.?$)|\b(?i:name of (?:service|council|organisation"
    r"|local authority)) (?i:here)\b|\w _{4,}|_{4,} \w|\?{3,}|(?m:^(?:<{7}|>{7}) \S+)|\A\W*(?:…"
    r"|\.{3})\W*\Z|\A… \(why\)"
)
_UNDECIDED = on_demand(
    r"\b(?:do ?/ ?do not|is ?/ ?is not|are ?/ ?are not|will ?/ ?will not|has ?/ ?has not"
    r"|does ?/ ?does not)\b|^(?i:delete as (?:appropriate|applicable))\b|\((?i:delete as (?:appropriate"
    r"|applicable))\)|\b(?:for|within|after|in) X (?:years?|months?|weeks?|days?)\b"
)
_PERHAPS_UNDECIDED = (
    *("do / do", "do/do", "is / is", "is/is", "are / are", "are/are", "will / will", "will/will"),
    *("has / has", "does / does", " X ", "elete as"),
)
_PERHAPS_LEFT = (
    *("…", "...", ">>>>>>>", "{", "<", "??", "__", "TODO", "TBC", "TBD", "tbc", "tbd", "FIXME", "orem"),
    *("Anyt", "Anyw", "Anys", "Anyb", "Anyc", "Somet", "Somew", "Example"),
)
_PERHAPS_IN_ANY_CASE = (
    *(" here", "to be co", "to be ad", "to be dec", "text to follow", "details to follow"),
    "wording to follow",
)
"""Letters of which some stand in each of these, but for what stands in brackets, as links do too."""

_XX = on_demand(
    r"(\b(?i:part|chapter|schedule|title|article|annex|volume|class|king|louis) )?\b[Xx]{2,}\b(?![IVL])"
)
_BULLET = on_demand(r"(?:^|(?<= ))· ?\w[^·]*· ?\w|(?:\w+\s*)?[•▪●◦‣](?:\s*\w+)?")
_CONTACT = on_demand(
    r"(?<![\d.,/-])(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b[Ee]xt(?:ension"
    r"|n)?\.? ?\d{3,5}\b|(?<![\d.,/-])0[38]00[\s-]?\d{3,4}\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_OF_A_CASE = on_demand(
    r"\b(?:customer|account|reference|case|permit|licence|invoice|notice|policy|file|card|registration)"
    r" (?:number|no\.?|ID|code)\b[^.;]*$",
    re.I,
)
"""A number before which it is said that it counts cases, and rings nowhere."""
_WHERE_CONTACTS_LIVE = ("contacts", "facts")


@rule(
    "undated-claim", WARNING, "UK GDPR Article 5(2); a claim needs its date and evidence", "texts", ("ompl",)
)
def undated_claim(text: PublishedText) -> Problems:
    """
    What: No text claims that you comply without saying since when, or when that was checked.
    Why: A claim without date, owner and evidence tells nobody anything and soon goes out of date.
    How: Use the fields of `compliance` on the choice, from which a dated sentence is made.
    """
    words = text.line
    for match in _CLAIM.finditer(words) if "ompl" in words else ():
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


_PERHAPS_ALL = (
    *_PERHAPS_LEFT,
    *_PERHAPS_UNDECIDED,
    *(
        "[",
        "xx",
        " here",
        "to be confirmed",
        "to be completed",
        "to be advised",
        "to be decided",
        "to follow",
    ),
)


@rule("placeholder", ERROR, "UK GDPR Article 12(1)", "texts", _PERHAPS_ALL)
def placeholder(text: PublishedText) -> Problems:
    """
    What: No text holds words that were meant to be replaced.
    Why: The fact that belongs there is missing, and readers see that nobody read the page.
    How: Write the fact, or take the sentence out.
    """
    left, said = [], text.text
    perhaps = holds_any(said, _PERHAPS_LEFT) or holds_any(said.lower(), _PERHAPS_IN_ANY_CASE)
    if perhaps or ("[" in said and _IN_BRACKETS.search(said)):
        left += [match[0] for match in _PLACEHOLDER.finditer(said) if not _is_quoted(match)]
    if holds_any(said, _PERHAPS_UNDECIDED):
        left += [match[0] for match in _UNDECIDED.finditer(said) if not _is_quoted(match)]
    if "XX" in said or "xx" in said:
        left += [match[0] for match in _XX.finditer(said) if not match[1]]
    for words in dict.fromkeys(left):
        yield Problem(text.field, f"“{words}” was left in this text.", "Write what belongs there.", words)


_SPEAKS_OF = on_demand(
    r"\b(?:says?|said|means?|write|wrote|words?|call\w*|begins?|letters?|reads?|with|marked)\b", re.I
)


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether a sentence speaks of the words, in quotes, and was not left with them."""
    start = max(match.string.rfind(stop, 0, match.start()) for stop in (". ", "! ", "? ", "\n")) + 1
    end = re.search(r"[.!?](?:\s|$)", match.string[match.end() :])
    sentence = match.string[start : match.end() + end.start() if end else None]
    opened = (
        sum(map(match.string[start : match.start()].count, "“‘")),
        match.string[start : match.start()].count('"'),
    )
    closed = sum(map(match.string[start : match.start()].count, "”’"))
    return bool((opened[0] > closed or opened[1] % 2) and _SPEAKS_OF.search(sentence))


_CUT = on_demand(r"\s*(?:- +)*(?:[\w-]+:\s+)?(?P<text>[^\s\"'|>\[{#].*?)\s+(?P<rest>#[^\s#].*)")
"""A value without quotes that ends where YAML takes the rest of the line for a comment."""


@rule("text-cut", WARNING, "YAML 1.2, read strictly", "texts")
def text_cut(text: PublishedText) -> Problems:
    """
    What: No text ends at a `#` that was meant to be part of it.
    Why: YAML takes a blank, `#` and what follows for a comment, so readers get half a sentence.
    How: Put the whole text in quotes; where it is a comment, write a blank after the `#`.
    """
    if not _may_be_cut(text.document):
        return
    match = _CUT.fullmatch(text.document.excerpt(text.document.locate(*text.field)))
    if match and match["text"] == text.text:
        yield Problem(
            text.field,
            f"This text ends before “{match['rest'].strip()}”, which is taken for a comment.",
            "Put the whole text in quotes; where it is a comment, write a blank after the `#`.",
        )


@while_it_lives
def _may_be_cut(document: Document) -> bool:
    """Whether any line of a file has such a sign at all."""
    return any(re.search(r"\s#[^\s#]", line) for line in document.lines if "#" in line)


_NO_REASON = on_demand(
    r"\W*(?:yes|no|true|false|none|nil|n/?a|(?:this )?(?:is )?not (?:applicable|relevant|needed|required)"
    r"|(?:it |this )?does(?: not|n[’']t) apply)?\W*",
    re.I,
)
"""What people write into a field that asks for a reason, and that is none."""


@rule("reason-given", WARNING, "UK GDPR Article 5(1)(a), 5(2) and 12(1)", "texts")
def reason_given(text: PublishedText) -> Problems:
    """
    What: Where a question is said not to apply, the reason is given in words.
    Why: Readers cannot tell a decision from a gap, and nobody can check it; the page prints the words.
    How: Write why it does not apply, for example "We keep all of it in the United Kingdom."
    """
    if text.name == "does_not_apply" and len(text.text) < 30 and _NO_REASON.fullmatch(text.text):
        yield Problem(
            text.field,
            f"“{text.text}” is no reason why this does not apply.",
            "Write the reason in words, as citizens will read it.",
        )


@rule("typed-contact", WARNING, "One place for each fact", "texts", ("@", "0", "xtension", "ext"))
def typed_contact(text: PublishedText) -> Problems:
    """
    What: Telephone numbers and e-mail addresses stand in contacts.yaml or facts.yaml, not in texts.
    Why: There they are checked by a set day, and when they change, every page changes.
    How: Use a `contact` field, or add a fact and write `[[its-id]]`.
    """
    if text.list_name in _WHERE_CONTACTS_LIVE:
        return
    for match in _CONTACT.finditer(text.text) if holds_any(text.told, ("@", "0", "xtension", " ext")) else ():
        if _OF_A_CASE.search(text.text[max(match.start() - 60, 0) : match.start()]) and "@" not in match[0]:
            continue
        yield Problem(
            text.field,
            f"“{match[0]}” is typed into a text.",
            "Use a `contact` field, or a fact `[[its-id]]`.",
            match[0],
        )
