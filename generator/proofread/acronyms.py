"""Letters that stand for words: each is spelt out once where it is used, or explained on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.texts import PublishedText, texts_in, without_code

_LETTERS = on_demand(r"(?<![\w/.@-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,5}(?=(?:s|['’]s)?(?![\w/@&]|-\d|\.\w))")
_QUICK = on_demand(r"[A-Z][A-Z&]")
_SHOUT = on_demand(r"(?<![\w-])[A-Z]{2,}(?:[ ,]+[A-Z]{2,}){2,}(?![\w-])")
_LINK_TARGET = on_demand(r"\]\([^)]*\)|https?://\S+")
_TYPED = on_demand(
    r"\b(?:reply|replying|text|texting|texts|type|typing|the words?|key ?in)(?: us| back| with| the words?)* "
    r"[“\"'‘*]*(?-i:[A-Z]{2,})(?:[”\"'’*]* or [“\"'‘*]*[A-Z]{2,})?\b",
    re.I,
)
"""Words to be typed as they stand: "Reply STOP", "Text YES or NO to 80011"."""

_REFERENCE = on_demand(
    r"\b[A-Z]{2} (?:\d{3}|\d\d \d\d)[ \d]*\b|\b(?:begins?|starts?) with (?:the letters )?[A-Z]{2,4}\b"
    r"|\bletters [A-Z]{2,4}\b"
)
"""Letters that belong to a number: a grid reference, a National Insurance number."""

COMMON = on_demand(
    r"AA|AAA|UK|GB|EU|US|USA|UN|NHS|GP|MP|PM|AM|PDF|CSV|HTML|URL|CCTV|ID|DNA|HIV|AIDS|PO|TV|DVD|CD|PC|IT|QR|"
    r"OK|PIN|SMS|GDPR|VAT|MOT|CV|FAQ|BBC|HM|GCSE|ISBN|KC|QC|IP|USB|BST|GMT|GOV|AI|MRI|BMI|SIM|DIY|HGV|"
    r"NSPCC|RSPCA|RNIB|RNID|BC|AD|VIP|UV|XML|JSON|WC|ATM|II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI"
    r"|XX|NI"
)
"""What everybody who reads a council's website knows, or what no longer form would make plainer."""

EMPHASIS = on_demand(
    r"NOT|MUST|ALL|ONLY|ANY|NO|NEVER|AND|OR|YOU|WE|DO|IF|WILL|ALWAYS|PLEASE|NOTE|IMPORTANT|STOP|FREE|"
    r"NEW|BEFORE|AFTER|YOUR|THIS|THE|ARE|IS|CAN|CANNOT|WARNING|IN|ON|TO|OF|BY|SO|AT|BE|IT|AS|MY|OUR|US|"
    r"MAY|NOW|ALSO|BOTH|EACH|EVERY|DOES|HAVE|HAS|WITH|FROM|THAT|WHO|WHAT|WHEN|WHY|HOW|ONCE|MORE|LESS|"
    r"EVEN|NONE|UNDER|OVER"
)
"""Words that people write in capitals to stress them."""

_TO_FILL = "TODO|TBC|TBD|FIXME"
"""Notes to oneself, which `placeholder` finds."""

_KNOWN = on_demand(f"{COMMON.pattern}|{EMPHASIS.pattern}|{_TO_FILL}")

_NO_SENTENCES = frozenset({"also_called", "section", "schedule_1", "reference", "article", "evidence"})


_EXPLAINING = frozenset({"organisations", "glossary", "laws", "contacts", "facts"})
"""The lists whose names and meanings explain letters."""


@once
def _explained(register: Register) -> frozenset[str]:
    """Every group of capitals in the names and glossary of the site."""
    said = [register.site.name, register.site.title]
    for body in register.organisations.values():
        said += [body.name, body.short_name or "", *body.also_called]
    for term in register.glossary.values():
        said += [term.term, *term.also_called, *re.findall(r"\([A-Z]{2,6}s?\)", term.meaning)]
    for law in register.laws.values():
        said += [law.title, law.short_title or ""]
    said += [contact.name for contact in register.contacts.values()]
    said += [fact.label for fact in register.facts.values()]
    return frozenset(re.findall(r"[A-Z][A-Z&]{1,5}(?=s?\b)", " ".join(said)))


@rule("undefined-acronym", WARNING, "GOV.UK style: abbreviations; UK GDPR Article 12(1)", "records")
def undefined_acronym(filed: Filed[Record], register: Register) -> Problems:
    """
    What: Letters that stand for words are spelt out once in the record, or explained on the site.
    Why: Who does not know them cannot follow the page, and nobody likes to ask.
    How: Write for example "Disclosure and Barring Service (DBS)", or add the letters to the glossary.
    """
    found: dict[str, PublishedText] = {}
    if any(name in _EXPLAINING for name, _ in register.unreadable):
        return  # what could not be read may explain them
    for text in texts_in(register, filed.document.path):
        if _QUICK.search(text.text) and text.is_english and not _NO_SENTENCES & set(text.field):
            for letters in _letters(text.text):
                if letters not in _explained(register) and not _KNOWN.fullmatch(letters):
                    found.setdefault(letters, text)
    if found:
        whole = "\n".join(text.line for text in texts_in(register, filed.document.path))
        for letters, text in found.items():
            if not _spelt_out(letters, whole):
                yield Problem(
                    text.field,
                    f"“{letters}” is not spelt out on this page, nor explained in the glossary.",
                    f"Write the words out once, with ({letters}) after them, or add them to the glossary.",
                    letters,
                )


def _letters(text: str) -> Iterator[str]:
    plain = _SHOUT.sub(" ", _LINK_TARGET.sub(" ", without_code(text)))
    plain = _REFERENCE.sub(" ", _TYPED.sub(" ", plain))
    return (match[0] for match in _LETTERS.finditer(plain))


def _spelt_out(letters: str, whole: str) -> bool:
    """Whether a text says what the letters stand for: beside them, or in words that begin with them."""
    name = re.escape(letters)
    lead = r"(?:(?:or|the|an?|also|known as|called|abbreviated to|[“\"'‘]) ?)*"
    if re.search(rf"\w \({lead}{name}s?[”\"'’]?\)|\b{name}s? \([A-Za-z]", whole):
        return True
    words = [f"{letter}[\\w’'-]*" for letter in letters.replace("&", "")]
    between = r",?(?: (?:and|of|for|the|in|to|on|a|&))* "
    return bool(re.search(rf"\b{between.join(words)}", whole, re.I))


def _is_shouted(words: str) -> bool:
    """Whether words in capitals are ordinary words: most are too long to be letters that stand for words."""
    return sum(len(word) > 4 for word in re.findall(r"[A-Z]+", words)) >= 2


@rule("capitals-for-emphasis", WARNING, "GOV.UK style: capitals; WCAG 2.2, 3.1.5", "texts-with-capitals")
def capitals_for_emphasis(text: PublishedText) -> Problems:
    """
    What: No word stands in capitals to stress it.
    Why: Capitals are harder to read, look like shouting, and screen readers may spell them out.
    How: Write the word as usual, and let the sentence say how much it matters; or use **bold**.
    """
    if not text.is_english or not _QUICK.search(text.text) or "also_called" in text.field:
        return
    plain = _LINK_TARGET.sub(" ", without_code(text.text))
    shouted = [
        match[0]
        for match in _SHOUT.finditer(plain)
        if any(EMPHASIS.fullmatch(word) for word in match[0].split()) or _is_shouted(match[0])
    ]
    rest = _TYPED.sub(" ", _SHOUT.sub(" ", plain))
    stressed = [
        match[0]
        for match in re.finditer(r"(?<![\w/.-])(?:[A-Z]{3,}|NO|DO|ALL)(?![\w/-])", rest)
        if EMPHASIS.fullmatch(match[0])
    ]
    for words in dict.fromkeys((*shouted, *stressed)):
        if text.text.strip(" .!") != words or _is_shouted(words):
            yield Problem(text.field, f"“{words}” stands in capitals.", "Write it in small letters.", words)
