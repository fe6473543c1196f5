"""What texts promise of the rights over one's data: how soon they are answered, and marketing stopped."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_COUNTED = {"two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_UNITS = {"calendar days": 1.0, "working days": 7 / 5, "days": 1.0, "weeks": 7.0, "months": 30.4}
_LONG = re.compile(
    rf"\b(?:within|in|up to|takes?|allow|have) (?:a maximum of |up to |at most |about )?"
    rf"(?P<number>\d{{2,3}}|[2-9]|{'|'.join(_COUNTED)}) (?P<unit>{'|'.join(_UNITS)})\b",
    re.I,
)
_ANSWER = re.compile(r"\b(?:answer|reply|replies|respon\w+|send you|give you|deal with|provide|tak)e?", re.I)
_ASKING = re.compile(
    r"\b(?:subject access|access requests?|ask(?:s|ed|ing)? (?:us )?(?:for|to see) (?:a copy of )?your"
    r"|(?:your|personal) (?:own )?(?:data|information|records?)\b.{0,40}\brequests?|requests? (?:for|about)"
    r" (?:a copy of )?(?:your|personal|their)|(?:use|exercise)\w* (?:one of |any of )?(?:your|these|this)"
    r" rights?|copy of (?:your|the) (?:own )?(?:personal )?(?:data|information|records?)|SARs?)\b",
    re.I,
)
_OTHER_TIMES = re.compile(
    r"\b(?:complex|complicated|extend\w*|extension|further|more time|longer|many requests|freedom|FOI"
    r"|complain\w*"
    r"|complaint|planning|appeal|review|delet\w+ (?:after|within)|kept?|keep|stor\w+|extra|additional|CCTV"
    r"|film"
    r"|wip\w+|three months in all)\b",
    re.I,
)


@rule("reply-time", WARNING, "UK GDPR Articles 12(3) and 12A", "texts-with-numbers")
def reply_time(text: PublishedText) -> Problems:
    """
    What: No text gives more than a month for answering people who use a right over their data.
    Why: The law says one month, with two more only for many or complex requests. "40 days" is the old law.
    How: Write "within one month", or use the fact that the site keeps for it.
    """
    in_rights = text.list_name == "rights"
    for match in said(text, _LONG, _OTHER_TIMES, ("days", "weeks", "months")):
        number = _COUNTED.get(match["number"].lower()) or int(match["number"])
        late = number * _UNITS[match["unit"].lower()] > 31
        asked = in_rights or _ASKING.search(match.string)
        if late and asked and _ANSWER.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}” is longer than the month in which the law has such a request answered.",
                "Write “within one month”, or use the fact that the site keeps for it.",
                match[0],
            )


_MARKETING = re.compile(
    r"\bmarketing\b[^.;]{0,60}\b(?:if|where|when|once|only if) (?:we|the council) (?:agree|accept|allow|find"
    r"|decide)\w*"
    r"|\bmarketing\b[^.;]{0,60}\b(?:unless we|subject to our|compelling|good reasons?|(?:your"
    r"|strong) reasons?)\b"
    r"|\b(?:we|the council) (?:decide|consider|judge|weigh|(?:may|can|might) (?:refuse|reject"
    r"|say no))\b[^.;]{0,60}"
    r"\bmarketing\b",
    re.I,
)
_ABSOLUTE = re.compile(
    r"\b(?:whatever|whenever|not|never|no|always|except|other than|apart from|you decide|absolute"
    r"|without|cannot|but)\b",
    re.I,
)


@rule("marketing-objection", WARNING, "UK GDPR Article 21(2) and (3)", "texts-on-choices")
def marketing_objection(text: PublishedText) -> Problems:
    """
    What: No text makes the end of direct marketing depend on reasons, or on our decision.
    Why: Whoever objects to direct marketing need give no reason, and it stops, always.
    How: Write "We always stop direct marketing when you ask".
    """
    for match in said(text, _MARKETING, _ABSOLUTE, ("arketing",)):
        yield Problem(
            text.field,
            f"“{match[0]}”: direct marketing always stops when people object, without reasons.",
            "Write “We always stop direct marketing when you ask”.",
            match[0],
        )
