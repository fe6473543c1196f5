"""What texts say of the site's accessibility, held against the barriers of its statement."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.accessibility_statement import MODEL
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.texts import PublishedText

_PARTS = (
    "aption",
    "ubtitle",
    "udio description",
    "udio-description",
    "ranscript",
    "ign language",
    "ign Language",
)
_HELP = {
    "captions": r"captions?|captioned|subtitles?",
    "audio description": r"audio[ -]descriptions?|audio[ -]described",
    "a transcript": r"transcripts?",
    "sign language": r"(?:British )?sign language",
}
"""Help for people who cannot see or hear a video, by the words for it."""

_LACKING = r"\b(?:no|without|lacks?|missing|not (?:have|have any|got)|neither|nor)\b[^.;]{0,40}?\b"
_NOT_YET = on_demand(
    r"\b(?:no|not|never|without|nor|neither|lacks?|missing|plan\w*|will|until|soon|ask|work\w* on|going to"
    r"|hope|if|can get)\b|n['’]t\b|\?",
    re.I,
)


@once
def _lacking(register: Register) -> Mapping[str, tuple[str, int]]:
    """The help that a barrier says is missing, with the file and the line of the barrier."""
    found: dict[str, tuple[str, int]] = {}
    for page in register.pages.values():
        statement = page.record.accessibility
        for number, barrier in enumerate(statement.barriers if statement else ()):
            for name, words in _HELP.items():
                if re.search(rf"{_LACKING}(?:{words})\b", barrier.what, re.I):
                    line = page.document.locate("accessibility", "barriers", number).line
                    found.setdefault(name, (page.document.path, line))
    return found


@rule("barrier-denied", WARNING, MODEL, "texts", _PARTS)
def barrier_denied(text: PublishedText, register: Register) -> Problems:
    """
    What: No text promises captions or other help that the accessibility statement says is missing.
    Why: People who depend on it start the video and find nothing; and one of the two texts is untrue.
    How: Correct the words, or take the barrier out once it is mended.
    """
    if not text.is_english or "barriers" in text.field:
        return
    for name, (path, line) in _lacking(register).items():
        words = re.compile(rf"\b(?:{_HELP[name]})\b", re.I)
        for sentence in text.sentences:
            match = words.search(sentence.text)
            if match and not sentence.search(_NOT_YET) and "also_called" not in text.field:
                yield Problem(
                    text.field,
                    f"“{match[0]}” are spoken of, but a barrier of the statement ({path}, line "
                    f"{line}) says that"
                    " there are none.",
                    "Correct the words, or take the barrier out once it is mended.",
                    match[0],
                )


_CRITERIA: tuple[tuple[str, frozenset[str]], ...] = (
    (r"captions?|subtitles?", frozenset({"1.2.2", "1.2.4"})),
    (r"audio[ -]descri\w+", frozenset({"1.2.3", "1.2.5", "1.2.7"})),
    (r"transcripts?", frozenset({"1.2.1", "1.2.3", "1.2.8"})),
    (r"contrast", frozenset({"1.4.3", "1.4.6", "1.4.11"})),
    (
        (
            r"alternative texts?|alt text"
            r"|(?:images?|pictures?|photos?|maps?|charts?)[^.;]{0,30}(?:text|describ\w+)"
        ),
        frozenset({"1.1.1", "1.4.5"}),
    ),
    (r"keyboard", frozenset({"2.1.1", "2.1.2", "2.1.3", "2.4.3", "2.4.7", "2.4.11"})),
    (r"headings?", frozenset({"1.3.1", "2.4.6", "2.4.10"})),
    (r"link (?:texts?|names?)|links? (?:that )?(?:say|says)", frozenset({"2.4.4", "2.4.9", "4.1.2"})),
    (r"time ?-?outs?|time limits?|run out of time", frozenset({"2.2.1", "2.2.3", "2.2.6"})),
    (r"zoom\w*|enlarge\w*|small screens?|magnif\w+", frozenset({"1.4.4", "1.4.10", "1.4.12"})),
)  # fmt: skip
"""What barriers are about, with the success criteria of WCAG 2.2 under which that falls."""


@rule("barrier-criteria-fit", WARNING, MODEL, "pages")
def barrier_criteria_fit(filed: Filed[Page]) -> Problems:
    """
    What: The success criteria of a barrier are among those for what it describes.
    Why: Whoever mends it looks the criterion up; a wrong one sends them to another fault.
    How: Captions are 1.2.2, audio description 1.2.5, contrast 1.4.3, keyboards 2.1.1, pictures 1.1.1.
    """
    statement = filed.record.accessibility
    for number, barrier in enumerate(statement.barriers if statement else ()):
        fitting = [
            wanted for words, wanted in _CRITERIA if re.search(rf"\b(?:{words})\b", barrier.what, re.I)
        ]
        if fitting and barrier.criteria and not frozenset().union(*fitting) & set(barrier.criteria):
            wanted = " or ".join(sorted({min(each) for each in fitting}))
            yield Problem(
                ("accessibility", "barriers", number, "criteria"),
                f"{', '.join(barrier.criteria)} is about something else than this barrier.",
                f"Write the criterion for what it describes, such as {wanted}.",
            )


_ALL_MET = on_demand(
    r"\b(?:meets?|passes|satisf(?:y|ies)|conforms? (?:to|with)|compl(?:y|ies) with|achieves?"
    r"|is compliant with) (?:all|every|each|the whole|100%)(?: \w+){0,5}? (?:of |in "
    r"|with )?(?:the )?(?:WCAG|Web Content Accessibility|accessibility (?:regulations|requirements"
    r"|standards?|guidelines|law))|\b(?:this|our|the) (?:web ?)?site (?:is|works) (?:fully|completely|100%"
    r"|entirely|wholly) (?:accessible|compliant)",
    re.I,
)
_OLD_VERSION = on_demand(
    r"\b(?:WCAG|Web Content Accessibility Guidelines)[^.;]{0,20}? (?:version )?2\.[01]\b"
    r"|\bversion 2\.[01] of (?:the )?(?:WCAG|Web Content Accessibility Guidelines)",
    re.I,
)
_WRONG_ENFORCER = on_demand(
    r"\b(?:Information Commission(?:er)?|ICO|Ombudsman|Ofcom|Care Quality Commission"
    r"|Disability Rights Commission|Government Digital Service|Cabinet Office)\b[^.;]{0,50}?\b(?:enforces?"
    r"|is responsible for|looks? after|polices?)\b[^.;]{0,30}?\baccessib\w+",
    re.I,
)
_SAYS_NO = on_demand(
    r"\b(?:not|never|no|aim\w*|plan\w*|want|will|should|try|monitors?|was|were|until)\b|n['’]t\b|\?", re.I
)


_IN_CASE = on_demand(r"^(?:If|When|Where)\b[^,]*, ")
"""When something is so, said first: it denies nothing of what follows."""


@rule("accessibility-claim-fits", WARNING, MODEL, "texts", ("ccessib", "WCAG"))
def accessibility_claim_fits(text: PublishedText, register: Register) -> Problems:
    """
    What: What a text says of accessibility fits the statement, the standard of today and who enforces it.
    Why: People who depend on it are misled, or complain to a body that cannot help them.
    How: Say what the statement says; the standard is WCAG 2.2 at level AA, and the Equality and Human
        Rights Commission enforces the regulations.
    """
    if not text.is_english:
        return
    statements = [page.record.accessibility for page in register.pages.values() if page.record.accessibility]
    partly = any(statement.compliance != "fully" for statement in statements)
    for pattern, wrong, holds in (
        (_ALL_MET, "the statement says that the site does not comply fully", partly),
        (_OLD_VERSION, "the standard that public bodies are held to is WCAG 2.2", True),
        (_WRONG_ENFORCER, "the Equality and Human Rights Commission enforces the regulations", True),
    ):
        for sentence in text.sentences if holds else ():
            match = sentence.search(pattern)
            if match and not _SAYS_NO.search(_IN_CASE.sub("", match.string)):
                yield Problem(
                    text.field,
                    f"“{match[0]}”, but {wrong}.",
                    "Correct the words, or the statement.",
                    match[0],
                )
