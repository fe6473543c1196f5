"""Every text that is published, with the field it stands in, so that rules can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.config import Reference
from generator.load.documents import Document, FieldPath
from generator.model.data_use import Internal
from generator.model.record import Accepted
from generator.model.register import Register
from generator.model.watched import unnoticed
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.prose import Sentence, sentences
from generator.proofread.statements import states

LONG = 25
"""Blanks from which on a text can hold a sentence of more than 25 words."""

NOT_PROSE = frozenset(
    {"id", "redirect_from", "page", "website", "address", "form", "base_url", "main_site", "email"}
    | {"telephone", "policy_document", "summary_url", "source"}
    | {"initials", "colour", "link", "accent", "phrase"}
)
"""Fields whose value is an address or a mark, not words that people read."""


@dataclass(frozen=True)
class PublishedText:
    """A text in its language, the way to its field, and its document."""

    text: str
    field: FieldPath
    document: Document
    language: str = "en"

    @property
    def name(self) -> str:
        """The name of its field."""
        return next((str(step) for step in reversed(self.field) if isinstance(step, str)), "")

    @property
    def is_english(self) -> bool:
        """Whether what is known of English words holds for it."""
        return self.language == "en"

    @property
    def list_name(self) -> str:
        """The reference list it stands in; empty for records and site.yaml."""
        folder, _, file = self.document.path.rpartition("/")
        return file.partition(".")[0] if folder == "content/reference" else ""

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """All that rules may go by: the text, its language, its reference list and the names on its way.

        In which of several documents it stands, or at which place in a list, is for the finding to say.
        """
        names = (step for step in self.field if isinstance(step, str))
        return self.text, self.language, self.list_name, *names

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, cut once for all rules."""
        return sentences(self.text)

    @cached_property
    def statements(self) -> tuple[Sentence, ...]:
        """Its sentences that state something, for rules about what a text says rather than how."""
        stated = tuple(filter(states, self.sentences))
        return stated if len(stated) < len(self.sentences) else self.sentences

    @cached_property
    def told(self) -> str:
        """All its words, and those in which its statements can be told otherwise."""
        others = [told for sentence in self.statements for told in sentence.otherwise]
        return "\n".join((self.line, *others)) if others and self.is_english else self.line

    @cached_property
    def line(self) -> str:
        """The text on one line, as a phrase may be folded over two."""
        return " ".join(self.text.split())


_CODE = on_demand(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)


def without_code(text: str) -> str:
    """The text with everything that Markdown prints as it stands taken out."""
    return _CODE.sub(lambda match: " " * len(match[0]), text) if "`" in text else text


SORTS: Mapping[str, Callable[[str], object]] = {
    "texts": bool,
    "long-texts": lambda text: text.count(" ") >= LONG,
    "texts-with-capitals": on_demand(
        r"[A-Z](?:[\w'’-]*,? (?:(?:and|of|for|the|&) ){0,2}[A-Z]|[A-Z&])"
    ).search,
}
"""Sorts of texts that rules can ask for, so that none is called for texts it would let pass unread."""


DIGITS = tuple("0123456789")
ON_CONSENT = ("onsent", "ermission", "greement")
ON_CHOICES = ("opt out", "opts out", "opted", "opting", "opt-out", "optout", "NDOO", "type", "arketing")
ON_COOKIES = (
    *("ookie", "nalytics", "racker", "racking", "Hotjar", "Matomo", "Piwik", "Plausible", "Clarity", "Pixel"),
    *("Mouseflow", "Siteimprove", "Silktide", "Monsido", "DoubleClick", "AddThis", "Google", "Crazy Egg"),
    "LinkedIn",
)
ON_LAW = (
    *("rotection officer", "DPO", "rotection law", "rotection act", "GDPR", "al basis", "ul basis"),
    *("al ground", "ul ground", "ICO", "nformation commission", "pen register", "ull register"),
    *("pen electoral", "ull electoral", "dited register", "dited electoral"),
)
"""Parts of words by which a text has numbers, or is about one subject."""


Holder = tuple[BaseModel, FieldPath, Document]
"""What holds texts: a record, an entry or site.yaml, the way to it in its document, and the document."""


@once
def _holders(register: Register) -> Mapping[str, list[Holder]]:
    """What is in site.yaml, in every record that is not a draft and in the reference lists, by path."""
    found: dict[str, list[Holder]] = {}
    documents: list[Holder] = [(register.site, (), register.site_document)]
    documents += [(f.record, (), f.document) for f in register.records() if f.record.status != "draft"]
    for name, listed in register.reference.items():
        if name != "phrases":
            documents += [(item.entry, (item.position,), item.document) for item in listed.values()]
    for holder in documents:
        found.setdefault(holder[2].path, []).append(holder)
    return found


@once
def _cut(register: Register) -> dict[str, tuple[PublishedText, ...]]:  # noqa: ARG001 - one for each register
    """The texts that have been asked for, by path; filled as they are."""
    return {}


def texts_in(register: Register, path: str) -> tuple[PublishedText, ...]:
    """The texts in one document. Whoever asks depends on that document, not on all that are there."""
    cut = _cut(register)
    if path not in cut:
        cut[path] = unnoticed(lambda: tuple(_texts_of(register, path)))
    return cut[path]


def let_go(register: Register, path: str) -> None:
    """Forgets the texts in a document that rules have done with; whoever still asks has them cut again."""
    _cut(register).pop(path, None)


def _texts_of(register: Register, path: str) -> Iterator[PublishedText]:
    main = register.site.languages[0]
    for value, way, document in _holders(register).get(path, ()):
        found: list[PublishedText] = []
        _collect(value, way, (document, document.language or main), found)
        yield from found


def texts(register: Register, sort: str = "texts", paths: Set[str] | None = None) -> Iterator[PublishedText]:
    """Every published text of one sort, or only those in some files."""
    is_of_sort = SORTS[sort]
    for path in _holders(register) if paths is None else sorted(paths):
        for text in texts_in(register, path):
            if is_of_sort(text.text):
                yield text


def holds_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether some of the parts stand in a text: a quick look before a slow search."""
    return any(map(text.__contains__, parts))


def _collect(value: Any, way: FieldPath, origin: tuple[Document, str], into: list[PublishedText]) -> None:
    if isinstance(value, str):
        if not isinstance(value, Reference):
            into.append(PublishedText(value, way, *origin))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _collect(item, (*way, position), origin, into)
    elif isinstance(value, BaseModel):
        if not isinstance(value, Internal | Accepted):
            without = _without_words(type(value))
            for name in sorted(value.model_fields_set):
                below = getattr(value, name)
                if name not in without or isinstance(below, BaseModel):
                    _collect(below, (*way, name), origin, into)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _collect(item, (*way, key), origin, into)


@lru_cache(maxsize=128)
def _without_words(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a model that hold no words of an editor: addresses, marks and values from a set.

    The lines of a postal address are words; a web address is one text.
    """
    postal = {name for name, field in model.model_fields.items() if name == "address" and field.default == ()}
    chosen = (name for name, field in model.model_fields.items() if _is_chosen(field.annotation))
    return NOT_PROSE.union(chosen) - postal


def _is_chosen(annotation: Any) -> bool:
    """Whether a value is one of a fixed set, or a list of such."""
    if get_origin(annotation) is Literal:
        return True
    parts = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    return bool(parts) and all(_is_chosen(part) for part in parts)
