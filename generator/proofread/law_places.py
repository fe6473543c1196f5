"""Places in a law that a text names: the article that gives a right, the paragraph of Schedule 1."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.texts import PublishedText

_RIGHTS: Mapping[str, tuple[frozenset[str], str]] = {
    "be informed": (frozenset({"12", "13", "14"}), r"right to be informed|right to be told"),
    "access": (
        frozenset({"12", "15"}),
        r"right of access|right to access|subject access|right to (?:see|get|have|ask for) a copy",
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

_WORDS = re.compile("|".join(f"(?P<r{n}>{words})" for n, (_, words) in enumerate(_RIGHTS.values())), re.I)
_ARTICLE = re.compile(r"\bArt(?:icle|\.)? ?(?P<number>\d{1,2})(?:\(\d\))?(?:\([a-z]+\))?(?![\dA-Z(])")


@rule("article-fits-right", WARNING, "UK GDPR Articles 12 to 21", "texts-with-numbers")
def article_fits_right(text: PublishedText) -> Problems:
    """
    What: Where a text names a right and its article, the two belong together.
    Why: Who looks the article up finds another right, and doubts the whole page.
    How: Access is Article 15, rectification 16, erasure 17, restriction 18, portability 20, objection 21.
    """
    if "rt" not in text.text or "igh" not in text.text or not text.is_english:
        return
    for sentence in text.sentences:
        articles = list(_ARTICLE.finditer(sentence.text))
        rights = list(_WORDS.finditer(sentence.text)) if len(articles) == 1 else []
        if len(rights) != 1 or not 12 <= int(articles[0]["number"]) <= 21:
            continue
        name, (fitting, _) = list(_RIGHTS.items())[int(str(rights[0].lastgroup)[1:])]
        if articles[0]["number"] not in fitting:
            number = sorted(fitting, key=int)[0 if name in ("object", "portability", "withdraw") else -1]
            number = {"access": "15", "rectification": "16", "erasure": "17", "restriction": "18"}.get(
                name, number
            )
            yield Problem(
                text.field,
                f"“{rights[0][0]}” is in Article {number}, but {articles[0][0]} stands beside it.",
                "Correct the number of the article, or the name of the right.",
                articles[0][0],
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

_PARAGRAPH = re.compile(r"\bpara(?:graph|\.)? ?(?P<number>\d{1,2})(?!\d)", re.I)


@rule("schedule-1-words-fit", WARNING, "DPA 2018 Schedule 1", "texts-with-numbers")
def schedule_1_words_fit(text: PublishedText) -> Problems:
    """
    What: Where a text names a paragraph of Schedule 1 and its heading, the two belong together.
    Why: A condition holds only with its own paragraph; another one shows that nobody checked.
    How: Correct the number or the words, for example "paragraph 18 (safeguarding of children)".
    """
    if "Schedule 1" not in text.text and "Sch 1" not in text.text:
        return
    for sentence in text.sentences:
        numbers = (
            _PARAGRAPH.findall(sentence.text) if re.search(r"\bSch(?:edule)?\.? 1\b", sentence.text) else []
        )
        named = [(name, at) for name, at, words in _PARAGRAPHS if re.search(words, sentence.text, re.I)]
        if len(numbers) == 1 and len(named) == 1 and int(numbers[0]) != named[0][1]:
            match = _PARAGRAPH.search(sentence.text)
            yield Problem(
                text.field,
                f"“{named[0][0]}” is paragraph {named[0][1]} of Schedule 1, not paragraph {numbers[0]}.",
                "Correct the number, or the words.",
                match[0] if match else "",
            )


_POINTS = {"5(1)": "abcdef", "6(1)": ("a", "b", "c", "d", "e", "ea", "f"), "9(2)": "abcdefghij"}
_POINT = re.compile(r"\bArt(?:icle|\.)? ?(?P<place>5\(1\)|6\(1\)|9\(2\)) ?\((?P<point>[a-z]{1,2})\)")


@rule("article-point-exists", WARNING, "UK GDPR Articles 5(1), 6(1) and 9(2)", "texts-with-numbers")
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
