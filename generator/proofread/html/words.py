"""The words of a page: plain, not shouted, and not only for those who see where things stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import REVIEW, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element, words_of
from generator.proofread.on_demand import on_demand

LONGEST_SENTENCE = 40
"""Words from which on nobody keeps the beginning in mind."""

_SIDE = on_demand(
    r"\b(?:on|to|at) the (?:far )?(?:right|left)(?:[- ]hand)?(?: side| column| panel| menu)?\b(?!\s+(?:to"
    r"|of (?:access|appeal|way)))|\b(?:right|left)-hand (?:side|column|menu|panel|corner)\b|\b(?:top"
    r"|bottom) (?:right|left)(?:[- ]hand)? ?(?:corner|of the (?:page|screen))?\b|\b(?:menu|box|link|button"
    r"|column|panel|form|list|icon|image|picture|photo) (?:on the|to the) (?:right|left)\b",
    re.I,
)
_POINTS = on_demand(
    r"\b(?:click|press|use|select|choose|see|find|follow|link|button|menu|box|column|panel|icon|artist|person|image|picture|"
    r"photo|field|form|list|table|tab|section|option|one|item|map|corner|shown|listed|page|screen)\b",
    re.I,
)
_ROADS = on_demand(
    r"\b(?:turn|drive|junction|lane|walk|bus stop|roundabout|church|shoulder|arm|leg|knee)\b",
    re.I,
)
_SHAPE = on_demand(
    r"\b(?:the )?(?:round|square|triangular|circular|diamond|big|large|small|red|green|blue|yellow|orange)"
    r" (?:button|icon|box|link|arrow|tick|cross|symbol)\b",
    re.I,
)
_SHOUT = on_demand(r"(?<![\w&])(?:[A-Z]{2,}[,!]? +){2,}[A-Z]{2,}\b")
_TIME = on_demand(
    r"\b(?:within|in|have|after) (?:\d{1,3}|five|ten|fifteen|twenty|thirty|sixty) (?:seconds|minutes)\b", re.I
)


def _blocks(page: HtmlPage) -> Iterator[tuple[Element, str]]:
    """Blocks with the words that stand in them and not in a block within."""
    inline = words_of("a b strong em i span abbr q cite code small mark u font sup sub time label")
    for block in page.find(
        "p", "li", "td", "dd", "blockquote", "figcaption", "div", "body", "section", "main"
    ):
        pieces = [
            child if isinstance(child, str) else child.text if child.name in inline else ". "
            for child in block.children
        ]
        text = " ".join("".join(pieces).split())
        if len(text) > 15 and page.exposure.drawn(block):
            yield block, text


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“\"'(])", text)


@rule("place-alone", REVIEW, "WCAG 2.2, 1.3.3", "html")
def place_alone(page: HtmlPage) -> Flaws:
    """
    What: Instructions do not rely on where something stands, on its shape or its colour alone.
    Why: On a telephone "on the right" is below, and a screen reader knows no right.
    How: Name the thing: "choose Search".
    """
    for block, text in _blocks(page):
        for sentence in _sentences(text):
            match = _SIDE.search(sentence)
            if match and _POINTS.search(sentence.replace(match[0], "")) and not _ROADS.search(sentence):
                yield Flaw(block, f"“{said(sentence)}” relies on where something stands.", "Name the thing.")
            elif _SHAPE.search(sentence) and re.search(
                r"\b(?:click|press|select|choose|use|tap)\b", sentence, re.I
            ):
                yield Flaw(block, f"“{said(sentence)}” relies on how something looks.", "Name the thing.")


@rule("words-shouted", REVIEW, "GOV.UK style; WCAG 2.2, 1.4.8", "html")
def words_shouted(page: HtmlPage) -> Flaws:
    """
    What: Phrases are not written in capitals.
    Why: Words lose their shape and are slow to read; some screen readers spell them out.
    How: Write small letters; for emphasis use `strong`.
    """
    for block, text in _blocks(page):
        match = _SHOUT.search(text)
        if match and not block.closest("pre", "code", "address"):
            yield Flaw(block, f"“{said(match[0])}” is written in capitals.", "Write small letters.")


@rule("abbreviation-meaning", REVIEW, "WCAG 2.2, 3.1.4", "html")
def abbreviation_meaning(page: HtmlPage) -> Flaws:
    """
    What: An abbreviation is spelled out where it first stands.
    Why: Not everybody knows it, and in another trade it means something else.
    How: Write "Government Digital Service (GDS)", or give `abbr` a `title`.
    """
    seen: set[str] = set()
    for abbreviation in page.told("abbr", "acronym"):
        short = abbreviation.text
        spelled = re.search(
            rf"\b\w[\w’' -]+ \({re.escape(short)}\)|{re.escape(short)} \([A-Za-z][^)]{{5,}}\)", page.text
        )
        titled = any(one.text == short and one.get("title") for one in page.find("abbr", "acronym"))
        if short and short not in seen and not titled and not spelled and not abbreviation.closest("dfn"):
            yield Flaw(
                abbreviation, f"“{said(short)}” is not spelled out.", "Spell it out where it first stands."
            )
        seen.add(short)


@rule("sentence-length", REVIEW, "WCAG 2.2, 3.1.5; GOV.UK style", "html")
def sentence_length(page: HtmlPage) -> Flaws:
    """
    What: Sentences are short and the words are everyday words.
    Why: From 40 words on most readers have forgotten the beginning.
    How: One thought to a sentence; cut it in two at "and" or "which".
    """
    if (page.language or "en") not in ("en", "cy"):
        return
    for block, text in _blocks(page):
        for sentence in _sentences(text):
            words = len(sentence.split())
            if words > LONGEST_SENTENCE and not block.closest("pre", "nav", "table"):
                yield Flaw(block, f"This sentence has {words} words: {said(sentence)}", "Cut it in two.")
                break


@rule("time-limit", REVIEW, "WCAG 2.2, 2.2.1", "html")
def time_limit(page: HtmlPage) -> Flaws:
    """
    What: People have the time they need, or can ask for more.
    Why: Reading, typing and thinking take some people ten times as long.
    How: Drop the limit, or warn in time and give more at the press of a button.
    """
    for block, text in _blocks(page):
        for sentence in _sentences(text):
            match = _TIME.search(sentence)
            limit = re.search(
                r"\b(?:complete|finish|time(?:d)? out|expire|log(?:ged)? out|sign(?:ed)? out|session|lose)\b",
                sentence,
                re.I,
            )
            if match and limit:
                yield Flaw(
                    block,
                    f"“{said(sentence)}” sets a time limit.",
                    "Drop it, or let people ask for more time.",
                )
