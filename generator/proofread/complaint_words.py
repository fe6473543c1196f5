"""What texts say of complaints about data: to us first, within the time of the law, then to the regulator."""

from __future__ import annotations

import re
from itertools import chain

from generator.model.reference import Entry, Fact
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_LAW, PublishedText
from generator.proofread.times import ALLOWED, LONGEST_MONTH, days_allowed

COMPLAINTS = "DPA 2018 s.164A (in force 19 June 2026); UK GDPR Article 13(2)(ca)"
_COMPLAIN = on_demand(
    r"\b(?:complain\w*|unhappy|not (?:happy|satisfied)|dissatisfied|concerns?|raise a concern)\b", re.I
)
_REGULATOR = on_demand(r"\b(?:ICO|Information Commission(?:er)?)\b|\[\[regulator|ico\.org\.uk", re.I)
_TO_US = on_demand(
    r"\b(?:complain|complaint|concern|write|talk|speak|tell|contact|ask|come)\w*\b[^.;]{0,50}?\b(?:us"
    r"|council|our (?:team|staff|officer|office|complaints|data|privacy|service)|team|officer|me)\b"
    r"|\bour (?:answer|reply|response|decision|complaints)|\b(?:answer|reply|response|outcome)\b"
    r"|\b(?:first|as well|also)\b|\(page:complaints|data protection officer",
    re.I,
)  # fmt: skip
_ANSWERED = on_demand(r"\b(?:our|the) (?:answer|reply|response|decision|outcome)\b", re.I)
_TELLS = on_demand(r"\byou\b|^(?:to complain|complaints|complain|contact)\b", re.I)
_DATA = on_demand(r"\b(?:data|information|details|personal|privacy|rights)\b", re.I)


_BODY = r"(?:ICO|Information Commission(?:er)?|regulator)"
_LAST = on_demand(
    rf"\b(?:only|cannot|can['’]t|may not|must not)\b[^.;]{{0,60}}?\b{_BODY}\b[^.;]{{0,40}}?"
    r"\b(?:once|until|unless|after|before|when)\b[^.;]{0,60}?\b(?:stages?|final|procedure|process"
    r"|exhausted|everything|(?:our|the council['’]s) (?:answer|reply|response|decision|review)|ombudsman"
    r"|tribunal|councillor|we have (?:answered|replied|responded|finished|dealt|looked))\b"
    r"|(?<!not )(?<!n['’]t )\b(?:must|have to|need to|are required to) (?:first )?(?:exhaust|complete|finish"
    r"|go through|use|follow|pursue|wait for|have (?:exhausted|completed|received|had))\b[^.;]{0,60}?\bbefore"
    rf" (?:you )?[^.;]{{0,40}}?\b{_BODY}\b|\b{_BODY}\b[^.;]{{0,40}}? (?:will|does|can) (?:only|not) "
    r"(?:\w+ ){0,4}?(?:complaints?|you|it)\b[^.;]{0,40}?\b(?:once|until|unless|after|before) (?:you"
    r" have |they"
    r" have |our |the council['’]s )(?:\w+ ){0,3}?(?:exhausted|completed|finished|procedure|process)"
    r"|(?<!not )(?<!n['’]t )\b(?:must|have to|need to) (?:first )?(?:complain|go|write|come|raise"
    r"|give us)\b[^.;]{0,60}?\b(?:first|before you"
    rf" (?:can|may)|before (?:going|complaining|you (?:go|complain)) to)\b[^.;]{{0,60}}?\b{_BODY}\b",
    re.I,
)


@rule(
    "regulator-open-to-all",
    WARNING,
    "UK GDPR Article 77; DPA 2018 s.165",
    "texts",
    ("ICO", "Commission", "regulator"),
)
def regulator_open_to_all(text: PublishedText) -> Problems:
    """
    What: No text makes people finish all stages of our own procedure before they go to the regulator.
    Why: The law gives everybody the right to complain to it; it is the regulator who says what it looks at.
    How: Say that people can complain to you, and also to the regulator.
    """
    for match in said(text, _LAST, None, ("ICO", "Commission", "regulator")):
        yield Problem(
            text.field,
            f"“{match[0]}”: people can go to the regulator whether or not they finished our procedure.",
            "Say that people can complain to you, and also to the regulator.",
            " ".join(match[0].split()[:8]),
        )


_THERE_FIRST = on_demand(
    r"\bcomplaints? (?:about|on|over) (?:\w+ ){0,4}?(?:data|information"
    r"|privacy)\b(?:(?!\bus\b)[^.;]){0,20}?\b(?:go|are made|must go|must be made|are dealt with"
    r"|should be sent|are for)\b[^.;]{0,12}?\b(?:regulator|ICO|Information Commission)\b(?![^.;]*\bus\b)"
    r"|\bfirst\b[^.;]{0,40}?\b(?:ICO|Information Commission)\b[^.;]{0,40}?\bthen\b[^.;]{0,20}?\b(?:us"
    r"|council)\b|\b(?:must|have to|need to|should) (?:first )?(?:complain|go|write|turn|report"
    r"|speak)\b[^.;]{0,20}?\b(?:ICO|Information Commission|regulator)\b[^.;]{0,20}?\b(?:before"
    r"|first)\b[^.;]{0,60}?\b(?:us|the council)\b|\bbefore (?:you )?(?:complain|come|turn"
    r"|write)\w* to (?:us|the council)\b[^.;]{0,60}?\b(?:ICO|Information Commission)\b"
    r"|\bcomplain(?:ts?)?\b[^.;]{0,80}? (?:must|should) (?:first be|be first) (?:sent|made|submitted"
    r"|addressed|directed) to the (?:ICO|Information Commission(?:er)?|regulator)\b"
    r"|\bcomplaints?\b[^.;]{0,30}? (?:must|should|have to|need to|are to|ought to) (?:first )?be (?:sent"
    r"|made|submitted|addressed|directed) (?:first )?to the (?:ICO|Information Commission"
    r"|regulator)(?: first\b| before\b|(?=\W*$))",
    re.I,
)
_THERE_ONLY = on_demand(
    r"\bcomplaints?\b[^.;]{0,60}? (?:must|should) (?:go|be (?:sent|made|directed|addressed)) (?:straight "
    r"|directly )?"
    r"to the (?:ICO|Information Commission\w*)\b[^.;]{0,12}?(?:,? (?:and )?not|,? rather than) (?:to )?"
    r"(?:us|the council)\b",
    re.I,
)


@rule("complaint-to-us-too", WARNING, COMPLAINTS, "texts", ("ICO", "ico.", "Commission", "regulator"))
def complaint_to_us_too(text: PublishedText) -> Problems:
    """
    What: A text that sends complaints about data to the regulator says that people can complain to us, too.
    Why: Since 19 June 2026 people have the right to complain to the body itself, and must be told of it.
    How: Say first how to complain to you; or take the sentence out, as every page shows both ways by itself.
    """
    if text.list_name or not text.is_english or not _COMPLAIN.search(text.text):
        return
    first = next(chain(said(text, _THERE_FIRST), said(text, _THERE_ONLY, None)), None)
    if first:
        yield Problem(
            text.field,
            f"“{first[0]}”: people can complain to you first, and need not go to the regulator before.",
            "Say first how to complain to you, and then how to reach the regulator.",
            first[0],
        )
    if not _REGULATOR.search(text.text):
        return
    around = ("", *(sentence.text for sentence in text.sentences), "")
    for at, sentence in enumerate(text.sentences):
        near = [near for near in around[at : at + 3 : 2] if _COMPLAIN.search(near) or _ANSWERED.search(near)]
        if _TO_US.search(_REGULATOR.sub(" ", " . ".join((*near, sentence.text)))):
            continue
        if _sends_on(sentence.text):
            match = sentence.search(_REGULATOR)
            yield Problem(
                text.field,
                "This tells people to complain to the regulator, and not that they can complain to you.",
                "Say first how to complain to you; or take it out, as every page shows both ways by itself.",
                match[0] if match else "",
            )
            return


def _sends_on(sentence: str) -> bool:
    """Whether a sentence sends its readers to the regulator with a complaint about data."""
    asked = all(pattern.search(sentence) for pattern in (_REGULATOR, _COMPLAIN, _DATA))
    return asked and bool(_TELLS.search(sentence))


_TIME = on_demand(rf"\b{ALLOWED}\b", re.I)
_ACKNOWLEDGE = on_demand(
    r"\b(?:acknowledg\w*|(?:confirm|tell you|let you know|write to you"
    r"|hear(?: from us)?)(?=[^.;]*\b(?:receiv\w+|reached us|arrived|have (?:it|your)|got (?:it"
    r"|your))\b))\b[^.;]{0,70}?\b(?:within|in)(?= \w+ (?:\w+ )?(?:days|weeks|months))",
    re.I,
)


@rule("complaint-time", WARNING, "DPA 2018 s.164A(3): acknowledged within 30 days", "texts", ("omplain",))
def complaint_time(text: PublishedText) -> Problems:
    """
    What: No text gives a longer time for acknowledging a complaint about data than the 30 days of the law.
    Why: The law counts 30 days from the day the complaint arrives; a longer promise is one to break the law.
    How: Write "within 30 days" or less, or use the fact that the site keeps for it.
    """
    if not text.is_english:
        return
    for sentence in text.statements:
        begins = sentence.search(_ACKNOWLEDGE)
        time = _TIME.search(begins.string, begins.end()) if begins else None
        follows = begins and time and time.start() - begins.end() < 3
        if time and follows and days_allowed(time) > LONGEST_MONTH:
            yield Problem(
                text.field,
                f"“{time[0]}” is longer than the 30 days in which the law has a complaint acknowledged.",
                "Write “within 30 days” or less.",
                time[0],
            )


_OF_COMPLAINT = on_demand(
    r"\b(?:confirm|acknowledg)\w*\b.*\bcomplaints?\b|\bcomplaints?\b.*\backnowledg", re.I
)
_OF_RIGHTS = on_demand(
    r"\b(?:answer|repl(?:y|ies)|respon\w+)\b.*\b(?:rights?|subject access|own data|copy of your data)\b", re.I
)


@rule("fact-time-lawful", WARNING, "DPA 2018 s.164A(3); UK GDPR Articles 12(3) and 12A", "reference")
def fact_time_lawful(entry: Entry) -> Problems:
    """
    What: The fact that holds how soon complaints are acknowledged, or requests answered, is within the law.
    Why: Every page prints it. The law gives 30 days for the one and a month for the other.
    How: Write the time of the law, or a shorter one.
    """
    if not isinstance(entry, Fact) or not (
        _OF_COMPLAINT.search(entry.label) or _OF_RIGHTS.search(entry.label)
    ):
        return
    time = _TIME.search(entry.value)
    if time and days_allowed(time) > LONGEST_MONTH:
        yield Problem(
            ("value",),
            f"“{time[0]}” is longer than the law allows: 30 days for a complaint, a month for a request.",
            "Write the time of the law, or a shorter one.",
            time[0],
        )


_COMPLAINT_SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "164A",
        on_demand(r"\bcomplain\w*\b[^.;]{0,40}?\b(?:to|with|by) (?:us|the (?:council|controller))\b", re.I),
    ),
    ("165", on_demand(r"\bcomplain\w*\b[^.;]{0,60}?\b(?:ICO|Information Commission|regulator)\b", re.I)),
    ("167", on_demand(r"\b(?:go to|apply to|order of|remedy from) (?:a |the )?court\b", re.I)),
    ("168", on_demand(r"\bcompensation\b", re.I)),
)
"""Ways to put things right, with the sections of the DPA 2018 that give them."""

_SECTION = on_demand(r"\b(?:section|s\.?) ?(16[4-9]A?)\b")


@rule("complaint-section-fits", WARNING, "DPA 2018 ss.164A, 165, 167 and 168", "texts", ON_LAW)
def complaint_section_fits(text: PublishedText) -> Problems:
    """
    What: Where a text names a way to complain and its section of the DPA 2018, the two belong together.
    Why: Who looks the section up finds another way, and doubts the whole page.
    How: Complaints to you are in section 164A, to the regulator in 165, orders of a court in 167.
    """
    if "16" not in text.text or not text.is_english:
        return
    for sentence in text.statements:
        sections = _SECTION.findall(sentence.text)
        named = [section for section, words in _COMPLAINT_SECTIONS if words.search(sentence.text)]
        if len(sections) == 1 and len(named) == 1 and sections != named:
            yield Problem(
                text.field,
                f"This way is in section {named[0]}, but section {sections[0]} stands beside it.",
                "Correct the section.",
                f"section {sections[0]}",
            )
