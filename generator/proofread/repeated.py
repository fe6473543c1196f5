"""What stands twice: an entry in a list, or the purpose of another notice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import LawReference
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.shared import bare
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand


def _key(entry: Any) -> str:
    """By what two entries of a list are the same; empty where they can well be."""
    if isinstance(entry, str):
        return bare(entry)
    if isinstance(entry, LawReference):
        return f"{entry.law} {bare(entry.section or '')}"
    return entry.category if hasattr(entry, "category") else ""


def _lists(value: Any, way: FieldPath) -> Iterator[tuple[FieldPath, tuple[Any, ...]]]:
    """Every list in a record, with the way to it."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set - {"internal", "also_called"}:
            yield from _lists(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        yield way, value
        for position, entry in enumerate(value):
            yield from _lists(entry, (*way, position))


@rule("listed-twice", WARNING, "UK GDPR Articles 5(1)(d) and 12(1)", "records")
def listed_twice(filed: Filed[Record]) -> Problems:
    """
    What: No entry stands twice in one list of a record: people, data, laws, promises and the like.
    Why: Readers look for the difference between the two; most often one was to say something else.
    How: Take one out, or write what it was to say.
    """
    for way, entries in _lists(filed.record, ()):
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            key = _key(entry)
            if key and key in seen:
                words = entry if isinstance(entry, str) else key
                yield Problem(
                    (*way, position),
                    f"“{words}” stands twice in `{next(s for s in reversed(way) if isinstance(s, str))}`.",
                    "Take one out, or write what it was to say.",
                )
            seen.add(key)


_WORD = on_demand(r"[a-z]{3,}")
_TELL_NOTHING = on_demand(
    r"\b(?:the|and|for|with|from|that|this|your|our|you|who|what|how|all|are|can|council|county|data|people"
    r"|services?|team|work|help|plan|use|make|information)\b"
)
"""Words that the titles and purposes of any two services can have in common."""


@lru_cache(maxsize=4096)
def _telling(words: str) -> frozenset[str]:
    """What the words are about: each by its first letters, so that plurals are the same."""
    return frozenset(word[:6].rstrip("s") for word in _WORD.findall(_TELL_NOTHING.sub("", words.lower())))


MANY = 3
"""Notices from which on a purpose that they share is the council's standard wording, copied by nobody."""


@rule("purpose-of-another", REVIEW, "UK GDPR Articles 5(1)(b), 13(1)(c) and 14(1)(c)", "data-uses")
def purpose_of_another(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Somebody looks at a purpose that is word for word that of another service, and is about its subject.
    Why: It can have stayed when the notice was copied, and tell people of something that is not done here.
    How: Write what this service does with the data.
    """
    use = filed.record
    own = _telling(" ".join((use.title, use.summary, *use.also_called)))
    for number, purpose in enumerate(use.purposes):
        told = _telling(purpose.purpose) if len(purpose.purpose) > 25 else own
        if told & own:
            continue
        same = register.uses_by_purpose[bare(purpose.purpose)]
        others = (other.record for other in same if len(same) < MANY and other.record.service != use.service)
        title = next((other.title for other in others if _telling(other.title) & told), "")
        if title:
            yield Problem(
                ("purposes", number, "purpose"),
                f"This is word for word a purpose of “{title}”, which another service has.",
                "Write what this service does with the data.",
            )
