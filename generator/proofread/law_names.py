"""Laws named in texts: the right year, and an article that fits the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.acts import acts, folded
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.texts import DIGITS, PublishedText

_NAMED = on_demand(r"\b(?:Act|Regulations|DPA|FOIA|PACE|RIPA|PECR|EIR),? (?:of )?\(?(\d{4})\b")
_BEFORE_A_NAME = on_demand(r"^[A-Z](?!.*[.,;:()]$)")
_BEGINNINGS = frozenset({"The", "Under", "See", "In", "By", "And", "A", "An", "This", "Both", "Our", "From"})

_LEADING = frozenset(
    {"Since", "With", "When", "Where", "After", "Before", "That", "Both", "Here", "While", "Because"}
)

ARTICLE = on_demand(
    r"\b(?:Art(?:icles?|s)?\.? ?)?(?:(6) ?[(.] ?1\)?|(9) ?[(.] ?2\)?) ?"
    r"(\([a-z]{1,2}\)(?:(?:,| and| or|, and)? ?\([a-z]{1,2}\))*)"
)
_LOOSE = on_demand(r"\b(Art(?:icle|\.)? ?)([69]) ?[.(] ?([12])\)? ?\.? ?([a-k]{1,2})(?= ?[,;:–-]| ?$)")
"""A place that is written with points or blanks, such as "Article 6.1 c"."""
_WORDS = {
    "6": {
        "a": r"(?<!explicit )consent",
        "b": r"contract",
        "c": r"legal (?:obligation|duty)",
        "d": r"vital interests?",
        "e": r"public tasks?|tasks? (?:carried out )?in the public interest|official authority",
        "ea": r"recognised legitimate interests?",
        "f": r"(?<!recognised )legitimate interests?",
    },
    "9": {
        "a": r"(?:explicit )?consent",
        "b": r"employment(?:,| and| or)? social security|social protection",
        "c": r"vital interests?",
        "f": r"legal claims?",
        "g": r"substantial public interest",
        "h": r"health (?:or|and) social care|health or care|preventive or occupational medicine",
        "i": r"(?:interest in the area of )?public health",
        "j": r"archiving|(?:scientific|historical) research|research or statistics|statistical purposes",
    },
}
"""What each point of Articles 6(1) and 9(2) is called."""

_KEYS = {
    family: on_demand(
        r"(?<!\bnot )(?<!\bno )(?<!without )(?<!than )\b(?:"
        + "|".join(f"(?P<{point}>{words})" for point, words in points.items())
        + r")\b",
        re.I,
    )
    for family, points in _WORDS.items()
}
_LAW = r"(?: of (?:the )?(?:UK )?(?:GDPR|General Data Protection Regulation))?"
_FOLLOWS = on_demand(
    rf"{_LAW} ?[,:–—-]? ?\(?[“\"]?(?:(?:which is|that is|which covers|which is about|covers|for|is|as|the"
    rf"|our|your|a|for|of|because|basis|condition"
    r"|lawful|legal|necessary|tasks|provision|performance|performing|protecting|processing|reasons|you|us"
    r"|have|given|gave|where|it|we|under|to|comply|with|complying|on) ){0,9}$",
    re.I,
)
_LEADS = on_demand(
    r"^[”\"]? ?[,:–—-]? ?\(?(?:(?:under|in|by|of|see|as|is|the|basis|condition|lawful|legal|UK|GDPR"
    r"|purposes|with|you|task|interests?|obligation|based|on|it) ){0,4}(?:GDPR,? )?$",
    re.I,
)

BASES = {
    "consent": "a",
    "contract": "b",
    "legal-obligation": "c",
    "vital-interests": "d",
    "public-task": "e",
    "recognised-legitimate-interests": "ea",
    "legitimate-interests": "f",
}


@once
def _known(register: Register) -> Mapping[str, frozenset[str]]:
    return acts(law.title for law in register.laws.values())


@rule("law-year", WARNING, "UK GDPR Article 5(1)(a) and 12(1); legislation.gov.uk", "texts", DIGITS)
def law_year(text: PublishedText, register: Register) -> Problems:
    """
    What: An Act that a text names has the year of an Act of that name.
    Why: Readers who look the law up find nothing, and a task rests on a law that does not exist.
    How: Check the year at legislation.gov.uk. Laws of `laws.yaml` are taken as known.
    """
    for match in _NAMED.finditer(text.line):
        words = text.line[max(match.start() - 100, 0) : match.start()] + match[0].split(" ")[0].rstrip(",")
        slip = _lengthened(words, match[1], _known(register))
        if slip:
            yield Problem(
                text.field,
                f"We know of no {slip} {match[1]}; it looks like the {slip.split(' ', 1)[1]} {match[1]}.",
                "Check the name at legislation.gov.uk, and write it as it is there.",
                f"{slip} {match[1]}",
            )
            continue
        name = _longest(words, _known(register))
        if name and match[1] not in _known(register)[folded(name)]:
            years = sorted(_known(register)[folded(name)])[-5:]
            last = f"{', '.join(years[:-1])} and {years[-1]}" if years[1:] else years[0]
            yield Problem(
                text.field,
                f"We know of no {name} {match[1]}: those of this name are of {last}."
                if years[1:]
                else f"We know of no {name} {match[1]}: the one we know is of {last}.",
                "Check the year at legislation.gov.uk, and write it as it is there.",
                f"{name} {match[1]}",
            )


_ACT = on_demand(
    r"\b(?P<name>[A-Z][\w’'-]+(?:,? (?:(?:and|&|of|for|the|in"
    r"|to) ){0,2}[A-Z][\w’'-]+){0,9} Act) (?P<year>\d{4})\b"
)


@rule(
    "law-unknown",
    REVIEW,
    "UK GDPR Articles 5(1)(a) and 6(3); legislation.gov.uk",
    "texts",
    ("Act",),
)
def law_unknown(text: PublishedText, register: Register) -> Problems:
    """
    What: Somebody looks up an Act that a text names and that is neither in `laws.yaml` nor known here.
    Why: Acts that do not exist are cited more often than one thinks; readers who look them up find nothing.
    How: Look it up at legislation.gov.uk; if there is one, add it to `laws.yaml`, so that pages can link it.
    """
    for match in _ACT.finditer(text.line) if not text.list_name else ():
        names = match["name"].split(" ")
        while names[0] in _BEGINNINGS | _LEADING or names[0].islower():
            names = names[1:]
        name = folded(" ".join(names))
        longer = _longest(text.line[max(match.end("name") - 100, 0) : match.end("name")], _known(register))
        if name not in _known(register) and len(folded(longer or "")) <= len(name):
            yield Problem(
                text.field,
                f"We know of no {match[0]}.",
                "Look it up at legislation.gov.uk; if there is one, add it to `laws.yaml`.",
                match[0],
            )


def _lengthened(words: str, year: str, known: Mapping[str, frozenset[str]]) -> str:
    """A name that is one word longer than that of an Act of this year, where no Act has the longer name."""
    parts = words.split(" ")
    for start in range(1, len(parts)):
        name, longer = " ".join(parts[start:]), " ".join(parts[start - 1 :])
        if year in known.get(folded(name), ()) and folded(longer) not in known:
            word = parts[start - 1]
            return (
                longer if re.fullmatch(r"[A-Z][a-z]{3,}", word) and word not in _BEGINNINGS | _LEADING else ""
            )
    return ""


def _longest(words: str, known: Mapping[str, frozenset[str]]) -> str:
    """The longest known name at the end of some words, if it is not the end of a longer name."""
    parts = words.split(" ")
    for start in range(len(parts)):
        name = " ".join(parts[start:])
        if folded(name.lstrip("(")) in known:
            return "" if _is_longer(parts[:start]) else name.lstrip("(")
    return ""


def _is_longer(before: list[str]) -> bool:
    """Whether the words before a name belong to it: "the Irish", "Adult Support and"."""
    if before and before[-1] in ("and", "of", "for", "or", "(Amendment)"):
        before = before[:-1] if not re.match(r".*(?:Act|Regulations|Schedule|Part)$", before[-2:][0]) else []
    return bool(before and _BEFORE_A_NAME.match(before[-1]) and before[-1] not in _BEGINNINGS)


@rule("article-fits-words", ERROR, "UK GDPR Articles 6(1) and 9(2)", "texts", ("6", "9"))
def article_fits_words(text: PublishedText) -> Problems:
    """
    What: Where a text names a point of Article 6 or 9 and what it is called, the two belong together.
    Why: Point (e) is a public task, point (a) is consent: with the wrong one readers have the wrong rights.
    How: Correct the letter or the words.
    """
    line = _LOOSE.sub(r"\1\2(\3)(\4)", text.line) if "Art" in text.text else text.line
    if not ARTICLE.search(line):
        return
    for sentence in re.split(r"(?<=[.;!?]) (?=[A-Z])", line):
        for family in ("6", "9"):
            yield from _misfits(sentence, family, text)


def _misfits(sentence: str, family: str, text: PublishedText) -> Iterator[Problem]:
    named = [match for match in ARTICLE.finditer(sentence) if family in (match[1], match[2])]
    if not named:
        return
    of_six = family == "9" and any(match[1] for match in ARTICLE.finditer(sentence))
    keys = [key for key in _KEYS[family].finditer(sentence) if not (of_six and key[0].lower() == "consent")]
    points = {point for match in named for point in re.findall(r"\((\w+)\)", match[3])}
    said = {str(key.lastgroup) for key in keys}
    for match in named:
        own = set(re.findall(r"\((\w+)\)", match[3]))
        beside = next((key for key in keys if key.lastgroup not in points and _beside(match, key)), None)
        if beside and not own & said:
            article = "Article 6(1)" if family == "6" else "Article 9(2)"
            yield Problem(
                text.field,
                f"“{beside[0]}” is {article}({beside.lastgroup}), but {article}{match[3]} stands beside it.",
                "Correct the letter of the article, or the words.",
                match[0],
            )


def _beside(article: re.Match[str], key: re.Match[str]) -> bool:
    """Whether nothing stands between the two that could part them."""
    if key.start() >= article.end():
        return bool(_FOLLOWS.match(article.string[article.end() : key.start()]))
    return bool(_LEADS.match(article.string[key.end() : article.start()]))


@rule("article-fits-basis", ERROR, "UK GDPR Article 6(1)", "data-uses")
def article_fits_basis(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A point of Article 6 given among a purpose's laws is the point of its lawful basis.
    Why: Two different bases on one purpose contradict each other, and rights follow from the basis.
    How: Correct `lawful_basis` or `section`.
    """
    for number, purpose in enumerate(filed.record.purposes):
        point = BASES.get(purpose.lawful_basis or "")
        for at, law in enumerate(purpose.laws):
            title = getattr(register.laws.get(law.law), "title", "")
            match = ARTICLE.search(law.section or "") if "General Data Protection" in title else None
            if match and match[1] and point and f"({point})" not in match[3]:
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"{match[0]} is not the article of the lawful basis `{purpose.lawful_basis}`.",
                    f"Write Article 6(1)({point}), or correct `lawful_basis`.",
                )
