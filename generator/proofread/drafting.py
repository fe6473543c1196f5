"""What was left behind by those who drafted a text."""

from __future__ import annotations

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText

_FOR = (
    r"for (?:comments?|review|approval|discussion|consultation|checking|sign[- ]?off"
    r"|internal (?:use|review|comment))"
)
_TEAM = (
    r"(?:(?i:legal)(?: services| team)?|(?:[Tt]he )?DPO|(?:[Tt]he )?IG(?: team)?"
    r"|(?:[Tt]he )?[Cc]omms(?: team)?)"
)
_LEFT = on_demand(
    rf"(?:^|[(\[*] ?)(?i:(?:first |second |final |working |early )?draft)(?i: (?:v(?:ersion)? ?)?\d[\d.]*"
    rf"| version| text| wording| notice| only| {_FOR})*(?: (?i:by) [^.:)\]]{{2,40}})?(?=\s*(?:[:.)\]*]"
    rf"| [–—-] |$))|[(\[] ?(?i:{_FOR})(?: (?i:by|with) [^)\]]{{2,40}})? ?[)\]]"
    rf"|^(?i:{_FOR}) (?i:by) [^.:]{{2,40}}[:.]|\b(?i:draft,? not (?:yet )?(?:for publication|approved"
    rf"|agreed))\b|\b(?i:not yet (?:signed off|approved by legal))\b|(?:^"
    rf"|[.!?(\[] ?){_TEAM} (?i:to) (?i:check|confirm|review|advise|approve|complete|supply|amend|update"
    rf"|sign off)\b(?!ing)|\b(?i:(?:needs?|to be|awaiting|pending) (?:checked|checking|confirmed"
    rf"|confirmation|sign[- ]?off|approval) (?:by|from|with)) {_TEAM}\b"
    rf"|\b(?i:check (?:this )?with) {_TEAM}\b|(?:^|[(\[] ?)(?i:(?:note|query|comment) (?:to|for"
    rf"|from) (?:editors?|self|legal|web team|author|drafter)|drafting note|editor['’]s note|DN)\b ?:"
    rf"|\[DN\b|(?i:\b(?:track(?:ed)? changes|comment \[\w+\]|commented \[\w+\]))",
)
_PERHAPS = (
    *("raft", "RAFT", "or review", "or comment", "or approval", "or sign", "egal to", "egal team", "y legal"),
    *("egal services to", "ith legal", "rom legal", "DPO", "IG ", "omms ", "ote to", "DN", "racked changes"),
)
_OWN = frozenset({"also_called", "phrase", "method", "said"})


@rule("left-from-drafting", WARNING, "UK GDPR Article 12(1)", "texts", _PERHAPS)
def left_from_drafting(text: PublishedText) -> Problems:
    """
    What: No published text carries the marks of a draft: "Draft for comment", "Legal to check".
    Why: Readers cannot tell whether it holds, and see that nobody read the page before it went out.
    How: Take the mark out once the text is agreed; until then write `status: draft`.
    """
    if not text.is_english or text.name in _OWN:
        return
    match = _LEFT.search(text.line)
    if match:
        yield Problem(
            text.field,
            f"“{match[0].strip(' .!?([')}” was left in this text by those who drafted it.",
            "Take it out once the text is agreed; until then write `status: draft`.",
            match[0].strip(" .!?([*"),
        )
