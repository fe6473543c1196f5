"""The verbs by which notices tell what is done with data, in the forms that a sentence can have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_REGULAR = (
    "accept access acknowledge act add address agree aim allow alter amend analyse anonymise answer"
    " apply appoint approve archive arrange ask assess assign assume assure attach audit award base"
    " block call cancel carry change charge check circulate claim classify collect combine compare"
    " compile complete confirm consider consult contact control convert copy correct cover create decide"
    " decline defer delay delete deliver deny depend derive destroy detect determine disclose discuss"
    " dismiss display dispose distribute download edit email employ enable encrypt enforce enter erase"
    " escalate establish examine exchange exclude exercise expect explain export extend extract file filter"
    " follow forward gather grant guarantee handle help honour identify ignore import impose include"
    " inform inspect intend investigate invite involve issue join judge label lift link list lodge log look"
    " maintain make manage mark match measure mention merge monitor move name need notify object observe"
    " obtain offer open operate outsource own pass permit photograph pin place plan possess post prepare"
    " process profile promise protect provide publish purchase qualify query raise rank receive"
    " recommend reconsider record recruit redact refer refund refuse register reject release rely remain"
    " remind remove renew repeat replace reply report request require research reserve resolve respect"
    " respond restrict retain return reuse reveal review revise sample save scan score screen search"
    " secure select serve share sign state stop store submit suggest supply support suppress surrender"
    " suspend target train trace track trade transfer transmit treat trust turn update upload use verify"
    " view want warn watch weigh welcome wipe work"
)
_IRREGULAR = {
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"),
    "deal": ("dealt", "dealt"),
    "draw": ("drew", "drawn"),
    "feed": ("fed", "fed"),
    "find": ("found", "found"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "hand": ("handed", "handed"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "show": ("showed", "shown"),
    "shred": ("shredded", "shredded"),
    "take": ("took", "taken"),
    "tell": ("told", "told"),
    "undertake": ("undertook", "undertaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "write": ("wrote", "written"),
}
_DOUBLED = frozenset(
    {"defer", "log", "permit", "pin", "plan", "refer", "scan", "stop", "submit", "transfer", "transmit"}
)
_VOWELS = "aeiou"


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o")) else f"{base}s"


def _past(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    return f"{base}d" if base.endswith("e") else f"{base}ed"


def _forms() -> Iterator[tuple[str, str, str]]:
    """Each verb with its past and its past participle."""
    for base in _REGULAR.split():
        if base not in _IRREGULAR:
            yield base, _past(base), _past(base)
    for base, (past, participle) in _IRREGULAR.items():
        yield base, past, participle


BASES: Mapping[str, tuple[str, str]] = {participle: (base, past) for base, past, participle in _forms()}
"""Each past participle with the verb and its past: "given" with "give" and "gave"."""

PAST = frozenset(past for _, past in BASES.values())
"""The past of each verb."""

_THIRD_PERSONS = {_third_person(base): base for base, _ in BASES.values()} | {
    "has": "have",
    "is": "are",
    "does": "do",
    "was": "were",
}


def third_person_to_base(verb: str) -> str:
    """What somebody does as what we do: "keeps" as "keep"; the same of what has one form only."""
    if verb in _THIRD_PERSONS or not verb.endswith("s"):
        return _THIRD_PERSONS.get(verb, verb)
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes")) else verb[:-1]


_PLAIN = {
    "retain": "keep",
    "disclose": "share",
    "erase": "delete",
    "utilise": "use",
    "notify": "tell",
    "inform": "tell",
    "transmit": "send",
}
_PARTICIPLES = {base: participle for participle, (base, _) in BASES.items()} | {"utilise": "utilised"}
PLAIN: Mapping[str, str] = {
    **_PLAIN,
    **{_third_person(hard): _third_person(plain) for hard, plain in _PLAIN.items()},
    **{_PARTICIPLES[hard]: _PARTICIPLES[plain] for hard, plain in _PLAIN.items()},
    "shall": "will",
}
"""Hard words, in each of their forms, with commoner ones that say the same."""
