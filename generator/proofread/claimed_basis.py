"""The lawful basis by the words of a notice, held against those of its purposes."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import OPEN, claim, sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, said
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_BASIS = on_demand(
    r"\bwe (?:only )?(?:add|put|enter|register|process|hold|keep|include|store) (?:you\b|(?:your"
    r"|the) (?:data|information|details|names?|records?|case|application)\b)[^.;]{0,40}?\bonly (?:if|with"
    r"|when|once|after) you(?:r| have| give| gave)\b[^.;]{0,20}?\b(?P<given>consent)(?:ed)?\b(?! form)"
    r"|\b(?:(?:law|leg)(?:ful|al) (?:basis|reason|ground|grounds)|basis)\b(?::|[^.;]{0,60}? (?:is"
    r"|are)(?: that of| that (?:it|this) is)?:?) (?:in |for |under |on )?(?:your |the |our "
    r"|a )?(?:performance of (?:a|the|your) )?(?P<is>(?:explicit )?consent|contract|legal obligation"
    r"|vital interests?|public task|legitimate interests?)\b|\b(?:we|the council|our (?:staff|teams?"
    r"|officers)) (?:rely"
    r"|relies) (?:up)?on (?:your |the |our |a )?(?:implied |informed )?(?P<rely>(?:explicit )?consent"
    r"|contract"
    r"|legal obligation|vital interests?|public task|legitimate interests?)\b|\bwe (?:use|process|collect"
    r"|hold|keep|share) (?:your|this|the|all|it|any)? ?(?:(?:personal )?(?:data|information"
    r"|details))?[^.;,]{0,40}? ?(?:with|on the basis of|on the grounds? of|under|because of"
    r"|by virtue of) (?:your|the|our|a) (?:explicit |written )?(?P<with>consent|contract with you"
    r"|legal obligation|public task|vital interests|legitimate interests?)\b|\b(?:we"
    r"|the council) (?:also )?(?:have|has|pursues?|relies on|rely on) (?:a|our|its"
    r"|the) (?P<pursued>legitimate interests?) (?:in|for|to|of)\b|\bby (?:paying|asking|applying|using"
    r"|joining|contacting)[^.;,]{0,40}, ?you (?P<by>consent)\b|\bby (?:paying|asking|applying|using"
    r"|joining|contacting)[^.;,]{0,40} you (?P<by2>consent) to\b|\bwe (?:only |just )?(?:use|process"
    r"|collect|hold|share)\b[^.;]{0,60}? because you (?:have )?(?:gave us your "
    r"|given us your )?(?P<because>consent)(?:ed)?\b|\bwe (?:always |will |first |then )*(?:need|seek|get"
    r"|obtain|must have|require|ask(?: you)? for) your (?:\w+ )?(?P<need>consent|permission"
    r"|agreement) (?:to|(?:before|so that) we(?: can| may)?) (?:keep|hold|use|process|record|collect|store"
    r"|share|send|pass|give|look up|check|match|compare)\b|\bwe (?:only |just )?(?:use|process|collect"
    r"|hold|keep|share|do this|do so)\b[^.;]{0,60}? because you (?:have )?(?P<agreed>agreed"
    r"|consented)\b(?! with)|\b(?:(?:our|this|the) (?:use|processing|work|sharing)(?: of [^.;,]{0,40}?)?"
    r"|we|it|this) (?:is based|rests?|depends?|relies|is founded)(?: only| solely"
    r"| entirely)? (?:up)?on (?:your |the |our |a )?(?P<rests>(?:explicit )?consent|permission|agreement"
    r"|contract(?= with you)|legal obligation|public task|legitimate interests?)\b|\b(?P<first>consent"
    r"|(?<=your )agreement|(?<=your )permission|legal obligation|legitimate interests?|vital interests?"
    r"|public task) (?:is|are) (?:our"
    r"|the) (?:(?:law|leg)(?:ful|al) )?(?:basis|ground|reason)\b|\b(?:is|are) (?:a"
    r"|our) (?P<called>public task|contract with you|legitimate interest)\b(?! (?:that|which|of other))"
    r"|\bnecessary (?:for|in|to (?:pursue|perform|meet|comply with))\b[^.;,]{0,30}?\b(?:the|our|its|a"
    r"|your) (?P<needed>legitimate interests?|contract with you|vital interests?|legal obligation)\b"
    r"|\byour (?:explicit |written )?(?P<lets>consent) (?:allows?|lets?|permits?|enables?|entitles?) us\b"
    r"|\bwe (?:rely|are relying) (?:up)?on (?:you|your) (?P<implied>consent)\b|\bwith your (?:full "
    r"|written |explicit )?(?P<yours>consent|permission|agreement),? we (?:use|process|collect|hold"
    r"|keep)\b|\b(?:you|parents|people|carers|families) (?:must|have to"
    r"|need to) (?:first )?(?P<before>agree|consent) before we (?:write|record|keep|use|hold|note|collect"
    r"|store|process|look at|open)\b|\b(?P<ground>consent|agreement|permission)\b[^.;]{0,30}?\b(?:that"
    r"|this|which|it) is (?:the|our) (?:legal|lawful) (?:ground|basis|reason)\b|\b(?:in|for|under"
    r"|on) our (?P<ours>legitimate interests?)\b|\bwe use (?P<used>(?:explicit )?consent"
    r"|legitimate interests?"
    r"|public task) as (?:our|the) (?:\w+ )?(?:basis|ground|reason)\b",
    re.I,
)


_SO = on_demand(r", (?:so|and so|which means)\b.*")
"""What follows from a basis: it narrows nothing."""
_SPOKEN_OF = sought(
    *("contract with", "public task", "basis", "rely", "relies", "onsent", "ground", "egitimate"),
    *("ermission", "greement", "agreed", "agree "),
)


@rule("claimed-basis", WARNING, "UK GDPR Article 13(1)(c), 14(1)(c)", "data-uses")
def claimed_basis(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice name no lawful basis that none of its purposes has.
    Why: Two bases for one use contradict each other, and people have other rights under each.
    How: Correct the words, or `lawful_basis` of the purpose.
    """
    own = own_words(filed.record)
    for text, sentence in sentences_of(filed, register, _SPOKEN_OF) if own else ():
        match = sentence.search(_BASIS)
        if match is None or _is_open(match):
            continue
        named = _named(match)
        confided = common_law_consent(filed.record) and sentence.search(_CONFIDED)
        if named not in own and not (named == "consent" and confided):
            yield Problem(
                text.field,
                f"“{match[0]}”: no purpose of this data use has the lawful basis {named}.",
                "Correct the words, or `lawful_basis` of the purpose.",
                match[0],
            )


def _is_open(match: re.Match[str]) -> bool:
    """Whether the sentence makes of the words something less; "only with your consent" is a basis."""
    if match["given"]:
        return bool(DENIED.search(match.string))
    return bool(OPEN.search(_SO.sub("", re.sub(r"\bwe only\b", "we", claim(match), flags=re.I))))


_COUNTED = on_demand(
    r"\b(?:six|6) (?:(?:different|possible|available|permissible|permitted|lawful|legal|valid) )*"
    r"(?:bases|grounds|reasons|conditions|lawful bases)\b",
    re.I,
)
_LAWFUL = on_demand(
    r"\b(?:lawful|legal|permissible|permitted|GDPR|data protection|process\w*|personal data)\b", re.I
)
_COUNTED_PARTS = ("ix ", " 6 ")


@rule(
    "bases-counted",
    WARNING,
    "UK GDPR Article 6(1), with point (ea) since 5 February 2026",
    "texts",
    _COUNTED_PARTS,
)
def bases_counted(text: PublishedText) -> Problems:
    """
    What: No text says that there are six lawful bases.
    Why: There are seven since recognised legitimate interests were added on 5 February 2026.
    How: Name the basis that holds here, and leave the count out.
    """
    for match in said(text, _COUNTED, parts=_COUNTED_PARTS):
        if _LAWFUL.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: there are seven lawful bases since 5 February 2026.",
                "Name the basis that holds here, and leave the count out.",
                match[0],
            )


def own_words(use: DataUse) -> set[str]:
    """The bases and conditions of a data use, as texts call them; nothing where no basis is stated."""
    own = {purpose.lawful_basis for purpose in use.purposes if purpose.lawful_basis}
    conditions = {met.condition for purpose in use.purposes for met in purpose.conditions}
    words = {basis.replace("recognised-", "").replace("-", " ") for basis in own}
    words |= {"consent"} if "explicit-consent" in conditions else set()
    words |= {"vital interests"} if "vital-interests" in conditions else set()
    return words if own else set()


def _named(match: re.Match[str]) -> str:
    """The basis that the words name."""
    said = next(words for words in match.groups() if words).lower().removeprefix("explicit ")
    if said in ("permission", "agreement", "agreed", "agree", "consented"):
        return "consent"
    return f"{said}s" if said.endswith("interest") else said.removesuffix(" with you")


_CONFIDED = on_demand(r"\b(?:doctor|GP|nurse|medical|health|confiden\w+|hospital|care|patient)", re.I)


def common_law_consent(use: DataUse) -> bool:
    """Whether the duty of confidence is met by consent."""
    return getattr(use.confidentiality, "basis", "") == "consent"
