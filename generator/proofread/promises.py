"""What a notice promises or denies: kept on the same page, known for sure, and no more than is true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import OF_OTHERS, said, says
from generator.proofread.spoken import Told, spoken_in
from generator.proofread.texts import ON_CONSENT, PublishedText, texts_in
from generator.proofread.word_parts import sought

_FACES = r"\b(?:(?:face|facial) recognition|recogni[sz]e (?:\w+ )?faces?)\b"
_SOUND = r"(?:sound|audio|conversations?|voices?)\b"
_WHAT = r"(?:you\b|people|visitors|whether|which|what|where)"
_ADVERTS = r"(?:adverts|advertising|marketing)\b"
_PRACTICES = tuple(
    (on_demand(denied, re.I), on_demand(done, re.I))
    for denied, done in (
        (_FACES, rf"{_FACES} (?:software|system|camera|finds|looks|compares|tells|picks|helps|is used)"),
        (_FACES, rf"\b(?:use|uses|using|with) (?:\w+ )?{_FACES}"),
        (
            _FACES,
            (
                r"\b(?:(?:compares?|match(?:es)?|scans?|recogni[sz]es?|checks?|searches|identif(?:y|ies)"
                r"|picks? out|spots?)"
                r" (?:\w+ ){0,2}?faces|faces (?:are|is) (?:compared|matched|scanned|checked|identified))\b"
            ),
        ),
        (rf"\brecord\w* (?:any )?{_SOUND}", rf"\b(?:records?|recording|recorded) (?:the )?{_SOUND}"),
        (rf"\brecord\w* (?:any )?{_SOUND}", r"\bsound is recorded\b"),
        (rf"\btrack {_WHAT}", rf"\b(?:we|it|system|software|which|company) (?:tracks?|follows?) {_WHAT}"),
        (rf"\bsend (?:you )?{_ADVERTS}", rf"\bwe (?:also )?send (?:you )?(?:{_ADVERTS}|offers\b)"),
        (rf"\bfor {_ADVERTS}", rf"\bused for (?:our )?{_ADVERTS}"),
        (
            r"\bprofil(?:e|ing)\b",
            r"\b(?:we|system|software|it) (?:builds?|makes?|creates?) (?:a )?profiles?\b",
        ),
    )
)
"""What is often promised not to be done, and words that tell of it as done."""

_DONE_NOT = on_demand(
    r"\b(?:not|never|no|nobody|none|cannot|without|stopped|used to|was|were|if|unless|until|could|would"
    r"|once asked|only if|agree\w*|sign up|consent\w*)\b|n['’]t\b",
    re.I,
)


_PROMISING = on_demand(
    r"\b(?:not|never)\b[^.;]*\b(?:recogni\w+|faces?|record|track|send|adverts|advertising|marketing"
    r"|profil\w+)\b",
    re.I,
)
_PRACTISED = sought("recogni", "face", "record", "track", "send", "advert", "market", "profil")


def _denied_in(told: Iterable[Told]) -> Iterator[str]:
    """Sentences that say of some practice that it is not done."""
    for text, sentence in told:
        promises = "will_not" not in text.field and sentence.search(_PROMISING)
        if promises and not sentence.search(_SOFT):
            yield sentence.text


_SOFT = on_demand(r"\b(?:if|unless|without|where|when|agree\w*|consent\w*)\b", re.I)


@rule("promise-kept", WARNING, "UK GDPR Article 5(1)(a)", "data-uses")
def promise_kept(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: What `will_not` promises not to do is not told elsewhere on the page as done.
    Why: A promise that the same page breaks costs all trust.
    How: Correct the words, or take the promise out.
    """
    found = texts_in(register, filed.document.path)
    listed = " ".join(filed.record.will_not)
    told = spoken_in(register, filed.document.path).with_any(_PRACTISED)
    promised = " ".join((*filed.record.will_not, *_denied_in(told)))
    for denied, done in _PRACTICES:
        if not denied.search(promised):
            continue
        place = "`will_not`" if denied.search(listed) else "another sentence"
        for text in found:
            if (
                "will_not" not in text.field
                and "also_called" not in text.field
                and "changes" not in text.field
            ):
                for match in said(text, done, _DONE_NOT):
                    if OF_OTHERS.search(match.string[: match.end()]):
                        continue
                    yield Problem(
                        text.field,
                        f"“{match[0]}”, but {place} promises that this is not done.",
                        "Correct the words, or take the promise out.",
                        match[0],
                    )


_ALWAYS_ASKED = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:will )?(?:always|only ever) (?:ask|get|obtain|seek"
    r"|need)\w*(?: for)? your (?:\w+ )?(?:consent|permission|agreement) (?:before|to|when|whenever"
    r"|if)\b[^.;]*|\b(?:we|the (?:council|authority|service|team)) (?:will )?(?:never|not) (?:share|pass"
    r"|disclose|give"
    r"|use)\b[^.;]{0,50}?\b(?:data|information|details)\b[^.;]{0,60}? without your (?:\w+ )?(?:consent"
    r"|permission|agreement)\b|\b(?:legal|lawful) basis (?:for|of) (?:all|everything|every|our work"
    r"|the council)\b[^.;]{0,40}? is (?:your )?(?:\w+ )?consent\b",
    re.I,
)
_SOME_ONLY = on_demand(
    r"\b(?:unless|except|if|where|law|laws|legally|required|allowed|photos?|pictures?|film|newsletter"
    r"|marketing|adverts|doctor|GP|medical|research|study|surveys?|school|employer|family|other than"
    r"|apart from|this|these)\b",
    re.I,
)


@rule("consent-overpromised", WARNING, "UK GDPR Articles 5(1)(a), 6(1) and 7", "texts", ON_CONSENT)
def consent_overpromised(text: PublishedText) -> Problems:
    """
    What: No text promises that a public body always asks for consent before it uses or shares data.
    Why: Most of its work rests on the law and not on consent, so the promise is broken every day.
    How: Say which uses rest on consent, and that the others rest on the law.
    """
    for match in said(text, _ALWAYS_ASKED, _SOME_ONLY):
        yield Problem(
            text.field,
            f"“{match[0]}”: most uses of a public body rest on the law, and nobody is asked.",
            "Say which uses rest on consent, and that the others rest on the law.",
            match[0],
        )


_QUESTIONS = (
    *("recipients", "transfers", "automated_decisions", "confidentiality", "choices", "public_benefit"),
    "dpia",
)
_UNSURE = on_demand(
    r"\b(?:we|it|the supplier|our suppliers?) (?:do|does|are|is) (?:not|n['’]t) (?:yet )?(?:know|sure"
    r"|certain|clear)\b|\b(?:as far as we (?:know|are aware|can tell)|to (?:the best of )?our knowledge"
    r"|we (?:think|believe|assume|hope)|not yet (?:known|decided|checked|confirmed|clear)|(?:is"
    r"|are) unknown|presumably|probably|should not be)\b",
    re.I,
)


@rule("denial-is-sure", WARNING, "UK GDPR Articles 5(1)(a) and 5(2)", "data-uses")
def denial_is_sure(filed: Filed[DataUse]) -> Problems:
    """
    What: The reason why a question does not apply is something that you know.
    Why: "We do not know" is no "no". The page would print a guess as a fact.
    How: Find out and say it; until then take `does_not_apply` out, so that the page says so.
    """
    for field in _QUESTIONS:
        answer = getattr(filed.record, field)
        match = says(answer.does_not_apply, _UNSURE) if isinstance(answer, DoesNotApply) else None
        if match:
            yield Problem(
                (field, "does_not_apply"),
                f"“{match[0]}” is a doubt, and this field says that something does not apply.",
                "Find out and say it; until then take `does_not_apply` out.",
                match[0],
            )
