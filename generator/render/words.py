"""Every word that a template says, by key and language, from templates/words/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from generator.diagnostics import Finding, Location, Severity
from generator.load.documents import Value
from generator.load.files import SourceFile
from generator.load.memory import Memory
from generator.load.templates import TemplateFiles
from generator.load.yaml import parse_again


class MissingWords(LookupError):
    """A template asked for words that the file does not hold."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, called with a dotted key: `words("home.title", name=…)`."""

    language: str
    values: Mapping[str, Value]
    plain: dict[str, str] = field(default_factory=dict, compare=False)

    def __call__(self, key: str, **given: Any) -> str:
        """The words at a key, with `{names}` filled in. Raises MissingWords."""
        if key in self.plain:
            return self.plain[key]
        text = self._at(key)
        if not isinstance(text, str):
            raise MissingWords(f"templates/words/{self.language}.yaml has no words at `{key}`")
        if "{" not in text and "}" not in text:
            self.plain[key] = text  # with nothing to fill in, the words are the same every time
            return text
        try:
            return text.format(**given)
        except (KeyError, IndexError, ValueError) as problem:
            raise MissingWords(f"the words at `{key}` cannot be filled in: {problem}") from None

    def count(self, key: str, number: int, **given: Any) -> str:
        """The words at `key.one` or `key.other`, whichever the number wants."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", number=number, **given)

    def day(self, value: date) -> str:
        """A date as people write it: 22 November 2026."""
        return f"{value.day} {self(f'months.m{value.month}')} {value.year}"

    def has(self, key: str) -> bool:
        """Whether there are words at a key."""
        return self._at(key) is not None

    def _at(self, key: str) -> Value:
        here: Value = self.values
        for step in key.split("."):
            here = here.get(step) if isinstance(here, Mapping) else None
        return here


def read_words(templates: TemplateFiles, language: str, memory: Memory | None = None) -> Words | Finding:
    """The words of a language, or why they cannot be read, which is not remembered."""
    name = f"words/{language}.yaml"
    if name not in templates.files:
        return unusable_words(templates, language, "the file is missing")
    try:
        source = SourceFile(templates.origins[name], templates.text(name))
    except UnicodeDecodeError:
        return unusable_words(templates, language, "the file is not saved as UTF-8")
    known = memory.value(("words", source.text), partial(_said, source)) if memory else None
    if known:
        return Words(language, known)
    parsed = parse_again(source)
    if parsed.findings:
        return parsed.findings[0]
    if not isinstance(parsed.value, Mapping):
        return unusable_words(templates, language, "it must hold keys and the words for them")
    return Words(language, parsed.value)


def _said(source: SourceFile) -> Mapping[str, Value]:
    """All words in a file; none where anything is wrong with it."""
    parsed = parse_again(source)
    return parsed.value if isinstance(parsed.value, Mapping) and not parsed.findings else {}


def unusable_words(templates: TemplateFiles, language: str, problem: str) -> Finding:
    """The finding for a file of words that lacks something."""
    name = f"words/{language}.yaml"
    return Finding(
        "template-error",
        Severity.ERROR,
        f"The words of the pages cannot be used: {problem}.",
        Location(templates.origins.get(name, f"templates/{name}")),
        "Put the words back, or take the change to the template back.",
    )
