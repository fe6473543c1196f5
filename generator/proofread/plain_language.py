"""Plain language: how long sentences are, how hard texts are to read, and whom they speak to."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, entries
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.prose import MOST_SENTENCES, Sentence, sentences
from generator.proofread.reading import ENOUGH_WORDS, grade
from generator.proofread.texts import PublishedText, texts_in

PLAIN = "UK GDPR Article 12(1): clear and plain language; GOV.UK and NHS content guidance"
LONGEST_SENTENCE, LONGEST_SUMMARY, FIRST_LAYER = 25, 35, 160
HARD, VERY_HARD = 9.0, 12.0

RUN = 4
"""Sentences one after the other that may not all hide who acts."""

_LAW = on_demand(
    r"(?:\(?[A-Z][\w’'-]*\)?,? (?:(?:and|of|the|for|in|to|from|with|on|etc\.?) )*|\(No\.? ?\d+\) )+"
    r"(?:Act|Regulations?|Order|Rules|Directive|Code|Measure)s?(?: \([^)]*\))?,? (?:\(?\d{4}\)?)"
)
_ROUGH = on_demand(r"[.!?]\s|\n\s*\n")
_MODEL_WORDS = "making its website accessible, in accordance with"
"""Words of the accessibility statement that regulations prescribe."""

_PASSIVE = on_demand(
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got) (?:\w+ly |not |also |then |only |now |never "
    r"|always |still |already |often |either |both |all |usually )*(?P<verb>\w{2,}ed|made|sent|given|kept"
    r"|held|taken|shown|told|used|seen|found|known|put|set|done|written|chosen|paid|sold|lost|built"
    r"|brought|bought|drawn|left|met|read|shut|split|sought|heard|spent|understood|withdrawn|undertaken"
    r"|hidden|stolen|broken)\b",
    re.I,
)
_STATES = on_demand(
    r"based|interested|concerned|entitled|related|limited|disabled|retired|married|divorced|separated|"
    r"aged|satisfied|worried|tired|qualified|involved|committed|supposed|used|unemployed|bored|pleased|"
    r"allowed|need|needed|required|unauthorised|registered|set|located|situated|closed|opened|detailed|"
    r"united|experienced|skilled|talented|advanced|gifted|left|made-up|put|red|bed|fed|indeed"
)
_YOU_OR_WE = on_demand(r"\b(?:you|your|yours|we|our|ours|us)\b", re.I)


@rule("long-sentence", WARNING, PLAIN, "long-texts")
def long_sentence(text: PublishedText) -> Problems:
    """
    What: No sentence has more than 25 words; the title of a law in it counts as one.
    Why: Readers have lost the beginning before they reach the end, and most give up.
    How: Make two sentences of it, or a list: each entry counts by itself.
    """
    rough = _ROUGH.split(text.text)
    if not any(part.count(" ") >= LONGEST_SENTENCE for part in rough) or not text.is_english:
        return
    if _MODEL_WORDS in text.line:
        return
    for sentence in text.sentences:
        if len(sentence.words) > LONGEST_SENTENCE:
            count = len(Sentence(_LAW.sub("law", sentence.text)).words)
            if count > LONGEST_SENTENCE:
                start = " ".join(sentence.text.split()[:7])
                yield Problem(
                    text.field,
                    f"The sentence that begins “{start}” has {count} words.",
                    f"Make two of it, or a list; {LONGEST_SENTENCE} words are enough for any sentence.",
                    start,
                )


@once
def _explained(register: Register) -> frozenset[str]:
    """The words of the glossary, which pages explain and which nobody can shorten."""
    terms = (name for term in register.glossary.values() for name in (term.term, *term.also_called))
    return frozenset(word for name in terms for word in re.findall(r"[\w'’-]+", name.lower()))


@once
def _graded(register: Register) -> dict[str, float]:  # noqa: ARG001 - one for each register
    """The grades of the texts that have been asked for; filled as they are."""
    return {}


def _grade(text: PublishedText, register: Register) -> float:
    """The grade of an English text that is long enough to have one; 0 for any other."""
    if not text.is_english or text.text.count(" ") < ENOUGH_WORDS - 1:
        return 0.0
    graded, explained = _graded(register), _explained(register)
    if text.text not in graded:
        graded[text.text] = grade(text.sentences, explained) or 0.0
    return graded[text.text]


@rule("hard-to-read", WARNING, PLAIN, "long-texts")
def hard_to_read(text: PublishedText, register: Register) -> Problems:
    """
    What: A text of some length can be read by most 13-year-olds: its grade is below 9.
    Why: Half of all adults read no better than that, and people under stress read worse.
    How: Use shorter sentences and shorter words. Names, and words of the glossary, do not count as long.
    """
    found = _grade(text, register)
    if HARD <= found < VERY_HARD:
        yield _too_hard(text, found)


@rule("very-hard-to-read", REVIEW, PLAIN, "long-texts")
def very_hard_to_read(text: PublishedText, register: Register) -> Problems:
    """
    What: A person looks at every text that asks for the reading skills of an adult student: grade 12 or more.
    Why: Most readers would not understand it, so it does not tell them what the law wants them told.
    How: Let somebody who does not know the subject read it aloud, and write down what they say it means.
    """
    found = _grade(text, register)
    if found >= VERY_HARD:
        yield _too_hard(text, found)


def _too_hard(text: PublishedText, found: float) -> Problem:
    return Problem(
        text.field,
        f"This text has a reading grade of {found:.0f}; below {HARD:.0f} most people can read it.",
        "Use shorter sentences and shorter words, and say who does what.",
    )


@rule("passive-heavy", WARNING, PLAIN, "long-texts")
def passive_heavy(text: PublishedText) -> Problems:
    """
    What: Of five or more sentences, fewer than two in three hide who acts.
    Why: "Your data is shared" leaves out what readers most want to know: who shares it.
    How: Begin with who acts: "We share your data with the hospital".
    """
    if len(_ROUGH.split(text.text)) < 5 or not text.is_english:
        return
    whole = [sentence for sentence in text.sentences if sentence.whole]
    passive = _passive_of(whole)
    together = _run_of_passives(whole) if text.name == "body" and len(whole) > RUN else None
    if together:
        yield Problem(
            text.field,
            f"{RUN} sentences here, one after the other, do not say who acts.",
            "Begin with who acts: “We share …” instead of “… is shared”.",
            " ".join(together.text.split()[:7]),
        )
    elif len(whole) >= 5 and 3 * len(passive) >= 2 * len(whole):
        yield Problem(
            text.field,
            f"{len(passive)} of {len(whole)} sentences here do not say who acts.",
            "Begin with who acts: “We share …” instead of “… is shared”.",
            " ".join(passive[0].text.split()[:7]),
        )


def _run_of_passives(whole: list[Sentence]) -> Sentence | None:
    """The first of some sentences one after the other that all hide who acts."""
    for last in range(RUN - 1, len(whole), RUN):  # a run holds every so many-th sentence
        if _is_passive(whole[last]):
            first = last
            while first and _is_passive(whole[first - 1]):
                first -= 1
            if all(map(_is_passive, whole[first : first + RUN])) and first + RUN <= len(whole):
                return whole[first]
    return None


def _passive_of(whole: list[Sentence]) -> list[Sentence]:
    """Those that hide who acts; some of them as soon as it is clear that they are fewer than two in three."""
    passive: list[Sentence] = []
    for position, sentence in enumerate(whole):
        if _is_passive(sentence):
            passive.append(sentence)
        elif 3 * (position + 1 - len(passive)) > len(whole):
            break
    return passive


def _is_passive(sentence: Sentence) -> bool:
    return _is_passive_text(sentence.text)


@lru_cache(maxsize=MOST_SENTENCES)
def _is_passive_text(sentence: str) -> bool:
    return any(not _STATES.fullmatch(match["verb"].lower()) for match in _PASSIVE.finditer(sentence))


@rule("speaks-to-reader", WARNING, PLAIN, "records")
def speaks_to_reader(filed: Filed[Record], register: Register) -> Problems:
    """
    What: A notice or a choice speaks to the reader as “you”, and of the council as “we”.
    Why: With “the data subject” and “the authority” readers do not see that it is about them.
    How: Write “you” for the reader and “we” for the council.
    """
    if filed.document.collection not in ("data-uses", "opt-outs"):
        return
    words = 0
    for text in texts_in(register, filed.document.path):
        if not text.is_english or _YOU_OR_WE.search(text.text):
            return
        words += text.text.count(" ") + 1 if text.name not in ("also_called", "includes") else 0
    if words >= 2 * ENOUGH_WORDS:
        yield Problem(
            ("summary",),
            "Nothing here speaks to the reader as “you”, or of yourselves as “we”.",
            "Write “you” for the reader and “we” for the council.",
        )


@rule("long-summary", WARNING, "ICO: layered notices; the first screen says it in short", "records")
def long_summary(filed: Filed[Record]) -> Problems:
    """
    What: A summary has at most 35 words.
    Why: It is what most people read, on the first screen and in lists, and often the only thing.
    How: Keep what people most want to know, and move the rest into the text.
    """
    count = sum(len(sentence.words) for sentence in sentences(filed.record.summary))
    if count > LONGEST_SUMMARY:
        yield Problem(
            ("summary",),
            f"The summary has {count} words.",
            f"Keep at most {LONGEST_SUMMARY}, and move the rest into the text.",
        )


@rule("long-first-layer", WARNING, "ICO: layered notices; the first screen says it in short", "data-uses")
def long_first_layer(filed: Filed[DataUse]) -> Problems:
    """
    What: What a notice says on its first screen in its own words has at most 160 words: the summary, the
        names of the purposes, why there is no choice, and the first three lines on how long records are kept.
    Why: On average people stay on a notice for less than a minute.
    How: Shorten the summary and the names of the purposes; two purposes that are alike can be one.
    """
    use = filed.record
    kept = [f"{kept.records} {kept.keep}" for purpose in use.purposes for kept in entries(purpose.retention)]
    reason = use.choices.does_not_apply if isinstance(use.choices, DoesNotApply) else ""
    said = (use.summary, *(purpose.purpose for purpose in use.purposes), reason, *kept[:3])
    count = sum(len(text.split()) for text in said)
    if count > FIRST_LAYER:
        yield Problem(
            ("purposes",),
            f"The first screen of this notice has {count} words of its own, beside names.",
            f"Keep at most {FIRST_LAYER}: shorten the summary and the names of the purposes.",
        )
