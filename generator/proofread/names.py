"""Names of organisations in texts: spelt as they are on file, and no other council left in a copied text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.said import tells_of_neighbours
from generator.proofread.spelling import slips
from generator.proofread.texts import PublishedText

_WELL_KNOWN = (
    *("Information Commission", "Department for Work and Pensions", "HM Revenue and Customs"),
    *("Department of Health and Social Care", "Department for Education", "Department for Transport"),
    *("Ministry of Housing, Communities and Local Government", "Ministry of Justice", "Home Office"),
    *("Cabinet Office", "NHS England", "UK Health Security Agency", "Care Quality Commission"),
    *("Disclosure and Barring Service", "Local Government and Social Care Ombudsman"),
    *("Driver and Vehicle Licensing Agency", "Office for National Statistics"),
    *("HM Courts and Tribunals Service", "Electoral Commission", "Valuation Office Agency"),
    *("Integrated Care Board", "National Data Opt-Out", "National Data Guardian"),
    *("Data Protection Officer", "Caldicott Guardian"),
)
_SMALL = frozenset({"and", "of", "for", "the", "in", "to", "on", "upon", "&"})
_WORD = on_demand(r"[^\W\d_][\w'’-]*|&|,")
_RUN = on_demand(r"\b[A-Z][\w'’-]+(?:,? (?:(?:and|of|for|the|&) ){0,2}[A-Z][\w'’-]+)+")

_KINDS = (
    r"(?:County|City|Rural District|Urban District|Borough|District"
    r"|Metropolitan(?: Borough| District)?|Unitary|Town|Parish)"
)
_COUNCIL = on_demand(
    rf"((?:\b[A-Z][\w'’-]*(?: (?:upon|on|in|under|le|with|by|of|and)(?: the)?)? ){{1,4}}?){_KINDS} Council\b"
    r"|\b(?:London|Royal|Metropolitan) Borough of ((?:[A-Z][\w'’-]*(?: (?:upon|and) )? ?){1,3})"
    r"|\bCity of ([A-Z][\w'’-]*) Council\b"
)
_SHORT = on_demand(
    r"(?<![A-Z]\w )(?<!\w)(?P<place>[A-Z][a-z]{3,}(?:-[a-z]+-[A-Z][a-z]+)?) Council(?:['’]s)?"
    r"(?= (?:is|will|has|keeps|uses|collects|holds|needs|does|may|shares|stores|processes|takes|must|can)\b)"
)
_BODIES = (
    "|Privy|Arts|Research|British|Youth|School|Full|Design|National|General|Sports|Medical|Care"
    "|Students|Faith|Business|Health|Church|International|Joint|Executive|Welsh|Scottish|Irish|English"
    "|Northern|Local|Your|Unless|While|Although|Because|Since|Once|Nursing|Shadow|"
)
"""What stands before "Council" in names of bodies that are no councils of a place."""
_NO_PLACE = (
    "|About|Welcome|Visit|See|Read|Call|Telephone|Since|Because|Why|Who|Also|Then|So|But|Here|Only|Is|Are|Can"
    "|The|Your|Our|Local|Each|Every|Any|Other|Neighbouring|This|That|A|An|Former|Old|All|Some|Both|Contact|Ask"
    "|Tell|Write|If|When|Where|Under|At|In|By|From|To|For|With|And|Or|Of|As|County|City|Borough|District"
    "|Metropolitan|Rural|Urban|Unitary|Town|Parish|Royal|London|Many|Most|Nearby|No|What|Which|How|Dear|Council|Councils|"
)
"""Words with a capital that are no place."""


@dataclass(frozen=True, slots=True)
class _Names:
    """Names on file, and those that are the same but for one word that is left open."""

    known: frozenset[tuple[str, ...]]
    open: Mapping[tuple[str, ...], list[tuple[str, ...]]]
    longest: int
    judged: dict[str, tuple[str, tuple[str, ...]]]


@once
def _names(register: Register) -> _Names:
    official = dict.fromkeys((*_official(register), *_WELL_KNOWN))
    spelt = (contact.name for contact in register.contacts.values())
    known = {_key(name) for name in (*official, *_others(register), *spelt)}
    keys = [key for key in map(_key, official) if len(key) > 1]
    forms: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in keys:
        for form in _opened(key):
            forms.setdefault(form, []).append(key)
    return _Names(frozenset(known), forms, max(map(len, keys), default=0), {})


def _official(register: Register) -> Iterator[str]:
    """Names proper: most of their words have a capital."""
    for body in register.organisations.values():
        words = [word for word in _key(body.name) if word not in _SMALL]
        if sum(word[0].isupper() for word in body.name.split() if word not in _SMALL) >= len(words):
            yield from (body.name, *((body.short_name,) if (body.short_name or "").istitle() else ()))
    yield register.site.name


def _others(register: Register) -> Iterator[str]:
    """Everything else that is spelt as it should be."""
    for body in register.organisations.values():
        yield from (body.name, body.short_name or "", *body.also_called)
    for phrase in register.phrases.values():
        yield from (phrase.phrase, *phrase.also)
    yield from register.titles
    yield from (term.term for term in register.glossary.values())


def _key(name: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(name) if word != ",")


def _plain(word: str) -> str:
    return "and" if word == "&" else word.lower().replace("’", "'")


def _opened(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for position, word in enumerate(key):
        if word not in _SMALL or len(key) > 3:
            yield (*key[:position], "", *key[position + 1 :])


@rule(
    "misspelt-name",
    WARNING,
    "UK GDPR Article 12(1), 13(1)(e); the list of organisations",
    "texts-with-capitals",
)
def misspelt_name(text: PublishedText, register: Register) -> Problems:
    """
    What: The name of an organisation is spelt as it is in organisations.yaml.
    Why: With a wrong name people look for a body that they cannot find, and trust the page less.
    How: Correct the name, or add the other name to `also_called` of the organisation.
    """
    names = _names(register)
    for match in _RUN.finditer(text.line) if "also_called" not in text.field else ():
        if match[0] not in names.judged:
            names.judged[match[0]] = _misspelt(match[0], names)
        written, right = names.judged[match[0]]
        if right:
            yield Problem(
                text.field,
                f"“{written}” is almost, but not quite, “{_as_on_file(right, register)}”.",
                "Correct the name.",
                written,
            )


def _misspelt(run: str, names: _Names) -> tuple[str, tuple[str, ...]]:
    """What stands in a run of words with capitals, and the name that is meant, if one word is misspelt."""
    words = _WORD.findall(run)
    start = 0
    while start < len(words) - 1:
        found = _near(words[start : start + names.longest + 2], names) if words[start][0].isupper() else None
        if found and found[1]:
            return found
        start += len(_WORD.findall(found[0])) if found and found[0] else 1
    return "", ()


def _near(words: list[str], names: _Names) -> tuple[str, tuple[str, ...]]:
    """The words of a name at the beginning, and the right name if one word is misspelt."""
    for end in range(len(words), 1, -1):
        whole = " ".join(words[:end]).replace(" ,", ",")
        key = tuple(_plain(word) for word in words[:end] if word != ",")
        if key in names.known:
            return whole, ()
        for position, form in enumerate(_all_opened(key)):
            for right in names.open.get(form, ()) if words[end - 1][0].isupper() else ():
                if _slipped(key, right, position):
                    return whole, right
    return "", ()


def _all_opened(key: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return ((*key[:position], "", *key[position + 1 :]) for position in range(len(key)))


def _slipped(key: tuple[str, ...], right: tuple[str, ...], position: int) -> bool:
    """Whether one word is a slip for another, and not a word of its own."""
    written, meant = key[position], right[position]
    if meant in _SMALL:
        return written in _SMALL and len(right) > 3
    if written.rstrip("s'") == meant or (written == meant.rstrip("s") and len(right) < 4):
        return False  # a plural, a possessive, or one of many
    if (
        written[0] != meant[0]
        or len(meant) < 4
        or written.startswith(meant)
        or (written.endswith(("er", "ers")) and not meant.endswith(("er", "ers")))
    ):
        return False
    return slips(written, meant) <= (2 if len(meant) > 6 else 1)


def _as_on_file(key: tuple[str, ...], register: Register) -> str:
    known = (*_official(register), *_WELL_KNOWN)
    return next((name for name in known if _key(name) == key), " ".join(key))


@once
def on_file(register: Register) -> str:
    """Every name on file, in which the place of a council is looked for."""
    return "\n".join((*_others(register), *_official(register))).lower()


@rule("copied-controller", WARNING, "UK GDPR Article 13(1)(a), 14(1)(a)", "texts-with-capitals")
def copied_controller(text: PublishedText, register: Register) -> Problems:
    """
    What: A council that a text names is the controller, or an organisation on file.
    Why: Notices are copied from each other, and with another council's name people write to the wrong one.
    How: Write the right council, or add the other one to organisations.yaml.
    """
    named = "Council" in text.text or "Borough of" in text.text
    if not named or "also_called" in text.field or text.list_name in ("organisations", "glossary"):
        return
    for match in _SHORT.finditer(text.line):
        place = match["place"]
        if f"|{place}|" not in _BODIES + _NO_PLACE and place.lower() not in on_file(register):
            yield _of_another(f"{place} Council", text, register)
    for match in _COUNCIL.finditer(text.line):
        place = _place(match[1] or match[2] or match[3]).rpartition(" of ")[2]
        if place and place.lower() not in on_file(register) and not tells_of_neighbours(text.line, match):
            written = match[0][match[0].find(place) :] if match[1] else match[0].strip()
            yield _of_another(written, text, register)


def _of_another(written: str, text: PublishedText, register: Register) -> Problem:
    return Problem(
        text.field,
        f"“{written}” is not the council that publishes this site, nor an organisation on file.",
        f"If it was copied, write {register.site.name}; otherwise add it to organisations.yaml.",
        written,
    )


def _place(words: str) -> str:
    """The name of a place, without words that only begin a sentence or say of what kind it is."""
    parts = words.split()
    while parts and (f"|{parts[0]}|" in _NO_PLACE or parts[0].islower()):
        parts = parts[1:]
    return " ".join(parts)
