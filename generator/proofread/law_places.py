"""Places in a law that a text names: the article that gives a right, the paragraph of Schedule 1."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import DIGITS, PublishedText

_RIGHTS: Mapping[str, tuple[frozenset[str], str]] = {
    "be informed": (frozenset({"12", "13", "14"}), r"right to be informed|right to be told"),
    "access": (
        frozenset({"12", "15"}),
        r"right of access|right to access|subject access|right to (?:(?:see|get|have|ask for) )?a copy",
    ),
    "rectification": (
        frozenset({"16", "19"}),
        r"right (?:to|of) rectification|right to have [\w ]{0,30}(?:corrected|rectified)",
    ),
    "erasure": (
        frozenset({"17", "19"}),
        r"right (?:to|of) erasure|right to be forgotten|right to have [\w ]{0,30}(?:deleted|erased)",
    ),
    "restriction": (frozenset({"18", "19"}), r"right (?:to|of) restriction|right to restrict"),
    "portability": (frozenset({"20"}), r"data portability|right to portability"),
    "object": (frozenset({"21"}), r"right to object"),
    "withdraw": (frozenset({"7", "13", "14"}), r"right to withdraw"),
}  # fmt: skip
"""Each right with its articles in the UK GDPR, and the words that name it."""

_TOLD: Mapping[str, str] = {
    "be informed": r"(?!)",
    "access": r"(?:see|get|have|receive|obtain|ask for) (?:a )?cop(?:y|ies)\b|see "
    "(?:your|the|their) (?:own )?(?:data|file)",
    "rectification": r"(?:correct|put right|rectify|amend) (?:\w+ "
    ")?(?:mistakes?|errors?|data|information|details|what)",
    "erasure": r"(?:wipe|delete|erase|remove) (?:\w+ )?(?:data|information|details|records?|what)",
    "restriction": r"limit (?:how|what) we|stop using (?:\w+ )*for a while",
    "portability": r"take (?:your|the) (?:data|information) (?:with you|elsewhere)",
    "object": r"\bobject\b",
    "withdraw": r"(?:withdraw|take back) (?:your )?(?:consent|agreement)",
}  # fmt: skip
"""What people do by each right, in other words."""

_WORDS = on_demand("|".join(f"(?P<r{n}>{words})" for n, (_, words) in enumerate(_RIGHTS.values())), re.I)
_DOING = on_demand("|".join(f"(?P<r{n}>{words})" for n, words in enumerate(_TOLD.values())), re.I)
_MAY = on_demand(
    r"\b(?:you|people|they) (?:can|may|have)\b|\bask(?:ing|s|ed)? (?:us|the council)\b|\bright to\b", re.I
)
_ARTICLE = on_demand(r"\bArt(?:icle|\.)? ?(?P<number>\d{1,2})(?:\(\d\))?(?:\([a-z]+\))?(?![\dA-Z(])")
_NUMBER_OF = {"access": "15", "be informed": "14", "withdraw": "7"}
"""The article to name for a right where that is not the first of those that fit."""


def _rights(sentence: str) -> list[re.Match[str]]:
    """Where a sentence names rights, or tells what people can do by them."""
    return list(_WORDS.finditer(sentence)) or (
        list(_DOING.finditer(sentence)) if _MAY.search(sentence) else []
    )


@rule("article-fits-right", WARNING, "UK GDPR Articles 12 to 21", "texts", ("Art",))
def article_fits_right(text: PublishedText) -> Problems:
    """
    What: Where a text names a right and its article, the two belong together.
    Why: Who looks the article up finds another right, and doubts the whole page.
    How: Access is Article 15, rectification 16, erasure 17, restriction 18, portability 20, objection 21.
    """
    if not text.is_english:
        return
    before = ""
    for sentence in text.sentences:
        articles = list(_ARTICLE.finditer(sentence.text)) if "Art" in sentence.text else []
        rights = _rights(sentence.text) or _rights(before) if len(articles) == 1 else []
        before = "" if articles else sentence.text
        if len(rights) != 1 or not 12 <= int(articles[0]["number"]) <= 21:
            continue
        name, (fitting, _) = list(_RIGHTS.items())[int(str(rights[0].lastgroup)[1:])]
        if articles[0]["number"] not in fitting:
            number = _NUMBER_OF.get(name) or min(fitting, key=int)
            yield Problem(
                text.field,
                f"“{rights[0][0]}” is in Article {number}, but {articles[0][0]} stands beside it.",
                "Correct the number of the article, or the name of the right.",
                articles[0][0],
            )


_FROM_OTHERS = on_demand(
    r"\b(?:from|by) (?:somebody|someone|anybody|anyone|people|bodies|organisations|other \w+|others)\b"
    r"(?: else)?(?! (?:who|that|which) (?:give|tell|send))|\bnot (?:get|collect|obtain)\w* (?:it"
    r"|this|them|\w+) from you\b",
    re.I,
)
_FROM_YOU = on_demand(
    r"\b(?:you (?:give|gave|tell|told|send|sent) us|(?:directly |collect\w* )from you)\b", re.I
)


@rule("article-fits-source", WARNING, "UK GDPR Articles 13 and 14", "texts", ("Art",))
def article_fits_source(text: PublishedText) -> Problems:
    """
    What: Article 13 stands beside data that people give themselves, and Article 14 beside data from others.
    Why: The two ask for different things to be told, and at different times.
    How: Write Article 14 where the data comes from somebody else, and Article 13 where it comes from people.
    """
    if not text.is_english:
        return
    before = ""
    for sentence in text.sentences:
        articles = _ARTICLE.findall(sentence.text) if "Art" in sentence.text else []
        words = sentence.text if _source(sentence.text) else f"{before} {sentence.text}"
        before = sentence.text
        if articles in (["13"], ["14"]) and (told := _source(words)) and told != articles[0]:
            where = "somebody else" if told == "14" else "people themselves"
            yield Problem(
                text.field,
                f"Data that comes from {where} falls under Article {told}, not Article {articles[0]}.",
                "Correct the number of the article.",
                f"Article {articles[0]}",
            )


def _source(words: str) -> str:
    """The article for the source of which the words speak; empty for none, and for both."""
    others, you = _FROM_OTHERS.search(words), _FROM_YOU.search(words)
    return "" if bool(others) == bool(you) else "14" if others else "13"


_DUTIES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("joint controllers", ("26",), r"joint controllers?|joint arrangement"),
    ("processors", ("28",), r"\bprocessors?\b|data processing (?:agreement|contract)"),
    ("records of processing", ("30",), r"records? of (?:our |all )?processing|\bROPA\b"),
    (
        "security",
        ("32", "5", "24", "25"),
        r"\bsecurity measures\b|security of (?:your|the|personal|processing)",
    ),
    ("breaches", ("33", "34"), r"\bbreach(?:es)?\b"),
    ("impact assessments", ("35", "36"), r"\bimpact assessments?\b|\bDPIAs?\b"),
    ("the data protection officer", ("37", "38", "39"), r"data protection officer|\bDPO\b"),
)
"""Duties of controllers, the articles of the UK GDPR that fit (first that on the duty), and its words."""


@rule("article-fits-duty", WARNING, "UK GDPR Articles 24 to 39", "texts", ("Article",))
def article_fits_duty(text: PublishedText) -> Problems:
    """
    What: Where a text names a duty of controllers and its article, the two belong together.
    Why: Who looks the article up finds another duty, and doubts the whole page.
    How: Joint controllers are in Article 26, processors 28, breaches 33, impact assessments 35, officers 37.
    """
    if not text.is_english:
        return
    for sentence in text.sentences:
        articles = _ARTICLE.findall(sentence.text) if "Article " in sentence.text else []
        if len(articles) != 1 or not 24 <= int(articles[0]) <= 39:
            continue
        named = [(name, fitting) for name, fitting, words in _DUTIES if re.search(words, sentence.text, re.I)]
        if len(named) == 1 and articles[0] not in named[0][1]:
            yield Problem(
                text.field,
                f"Article {articles[0]} is not about {named[0][0]}; Article {named[0][1][0]} is.",
                "Correct the number of the article.",
                f"Article {articles[0]}",
            )


_PARAGRAPHS: tuple[tuple[str, int, str], ...] = (
    ("employment, social security and social protection", 1, r"employment,? social security"),
    ("health or social care", 2, r"health (?:or|and) social care"),
    ("public health", 3, r"public health"),
    ("research", 4, r"research|archiving"),
    ("statutory and government purposes", 6, r"statutory(?: etc\.?)? and government"),
    ("equality of opportunity", 8, r"equality of opportunity"),
    ("preventing or detecting unlawful acts", 10, r"prevent\w+ (?:or|and) detect\w+ (?:of )?unlawful"),
    ("preventing fraud", 14, r"prevent\w+ fraud|fraud prevention"),
    ("support for a disability or medical condition", 16, r"support for individuals with"),
    ("counselling", 17, r"counselling"),
    ("safeguarding of children and of individuals at risk", 18, r"safeguarding (?:of )?children"),
    ("safeguarding of economic well-being", 19, r"economic well-?being"),
    ("insurance", 20, r"\binsurance\b"),
    ("occupational pensions", 21, r"occupational pensions?"),
    ("elected representatives responding to requests", 23, r"elected representatives responding"),
)  # fmt: skip
"""Paragraphs of Schedule 1 to the Data Protection Act 2018 with the words of their headings."""

_PARAGRAPH = on_demand(r"\bpara(?:graph|\.)? ?(?P<number>\d{1,2})(?!\d)", re.I)


@rule("schedule-1-words-fit", WARNING, "DPA 2018 Schedule 1", "texts", ("Sch",))
def schedule_1_words_fit(text: PublishedText) -> Problems:
    """
    What: Where a text names a paragraph of Schedule 1 and its heading, the two belong together.
    Why: A condition holds only with its own paragraph; another one shows that nobody checked.
    How: Correct the number or the words, for example "paragraph 18 (safeguarding of children)".
    """
    if "Schedule 1" not in text.line and "Sch 1" not in text.line:
        return
    for sentence in text.sentences:
        numbers = (
            _PARAGRAPH.findall(sentence.text) if re.search(r"\bSch(?:edule)?\.? 1\b", sentence.text) else []
        )
        named = [(name, at) for name, at, words in _PARAGRAPHS if re.search(words, sentence.text, re.I)]
        if len(numbers) == 1 and len(named) == 1 and int(numbers[0]) != named[0][1]:
            match = sentence.search(_PARAGRAPH)
            yield Problem(
                text.field,
                f"“{named[0][0]}” is paragraph {named[0][1]} of Schedule 1, not paragraph {numbers[0]}.",
                "Correct the number, or the words.",
                match[0] if match else "",
            )


_POINTS = {"5(1)": "abcdef", "6(1)": ("a", "b", "c", "d", "e", "ea", "f"), "9(2)": "abcdefghij"}
_POINT = on_demand(r"\bArt(?:icle|\.)? ?(?P<place>5\(1\)|6\(1\)|9\(2\)) ?\((?P<point>[a-z]{1,2})\)")


@rule("article-point-exists", WARNING, "UK GDPR Articles 5(1), 6(1) and 9(2)", "texts", DIGITS)
def article_point_exists(text: PublishedText) -> Problems:
    """
    What: A point of Article 5(1), 6(1) or 9(2) that a text names exists.
    Why: Who looks it up finds nothing, and doubts the whole page.
    How: Article 5(1) has the points (a) to (f), 6(1) has (a) to (f) and (ea), 9(2) has (a) to (j).
    """
    for match in _POINT.finditer(text.text) if "(" in text.text else ():
        if match["point"] not in _POINTS[match["place"]]:
            yield Problem(
                text.field, f"There is no {match[0]} in the UK GDPR.", "Correct the point.", match[0]
            )
