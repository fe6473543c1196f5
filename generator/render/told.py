"""Differences in meaning as sentences: every word of them from templates/words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from generator.model.differences.difference import Difference, Name, Row, Shown, Word
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.prose import Prose
from generator.render.words import Words

Names = Callable[[Name], str]

_ELSE = {
    "first": "joined",
    "added_group": "added",
    "removed_group": "removed",
    "stated": "added",
    "unstated": "removed",
}
"""Forms that are told like another where they have no words of their own."""


@dataclass(frozen=True)
class Teller:
    """Tells differences. `names` gives the name of an id, `prose` makes an editor's text HTML."""

    words: Words
    names: Names
    prose: Prose

    def __call__(self, difference: Difference) -> Markup:
        """A difference as a sentence for a page."""
        return Markup(_tidy(self._sentence(difference, self._html)))

    def text(self, difference: Difference) -> str:
        """A difference as a sentence without markup."""
        return _tidy(self._sentence(difference, self._plain))

    def details(self, difference: Difference) -> Iterator[Markup]:
        """The other facts of an entry that is new, each as "what it tells: the fact"."""
        for line in self._details(difference, self._html):
            yield Markup(line)

    def detail_texts(self, difference: Difference) -> Iterator[str]:
        """The same without markup."""
        return self._details(difference, self._plain)

    def _sentence(self, difference: Difference, show: Callable[[Shown], str]) -> str:
        given = {name: show(value) for name, value in difference.given}
        label = self._label(difference.part, difference.field)
        filled = self.words(
            self._key(difference), **{"reason": "", **given}, label=label, Label=capital(label)
        ).strip()
        return " ".join([filled, *self._about(difference, show)])

    def _about(self, difference: Difference, show: Callable[[Shown], str]) -> Iterator[str]:
        kinds = dict.fromkeys(context.part for context in difference.about)
        for kind in kinds:
            names = [show(context.name) for context in difference.about if context.part == kind]
            yield self.words(f"changed.about.{kind}", about="; ".join(names))

    def _details(self, difference: Difference, show: Callable[[Shown], str]) -> Iterator[str]:
        for part, field, value in difference.details:
            label = capital(self._label(part, field))
            whole = show(value) if not isinstance(value, str) else self._whole(value, show)
            yield self.words("changed.detail", Label=label, value=whole)

    def _whole(self, text: str, show: Callable[[Shown], str]) -> str:
        """An editor's text with its own full stop, as it stands alone."""
        return self.prose.inline(text) if show == self._html else self.prose.plain(text)

    def _label(self, part: str, field: str) -> str:
        return self.words(f"changed.{part}.{field}.label")

    def _key(self, difference: Difference) -> str:
        """The most particular words that there are for a difference."""
        form = difference.form
        own = f"changed.{difference.part}.{difference.field}"
        given = dict(difference.given)
        new = given.get("new")
        if form == "changed" and isinstance(new, Word):
            to = f"{own}.to.{new.key.removesuffix('.name').rpartition('.')[2]}"
            if self.words.has(to):
                return to
        general = "any_item" if "item" in given else "any"
        also = _ELSE.get(form, form)
        places = (own, own, f"changed.{difference.part}.any", f"changed.{general}")
        for place, shape in zip(places, (form, also, form, form), strict=True):
            if self.words.has(f"{place}.{shape}"):
                return f"{place}.{shape}"
        return f"changed.{general}.{also}"

    def _html(self, value: Shown) -> str:
        """A value within a sentence of a page."""
        return self.prose.inline(_bare(value)) if isinstance(value, str) else self._other(value, self._html)

    def _plain(self, value: Shown) -> str:
        return self.prose.plain(_bare(value)) if isinstance(value, str) else self._other(value, self._plain)

    def _other(self, value: Shown, show: Callable[[Shown], str]) -> str:
        if isinstance(value, Row):
            return " – ".join(show(item) for item in value.values)
        if isinstance(value, tuple):
            return "; ".join(show(item) for item in value)
        if isinstance(value, Word):
            said = self.words(value.key)
        elif isinstance(value, Name):
            said = self.names(value)
        else:
            said = self.words.day(value) if isinstance(value, date) else str(value)
        return escape(said) if show == self._html else said


def _bare(text: str) -> str:
    """A text without its last full stop: the sentence around it has its own."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _tidy(sentence: str) -> str:
    """One full stop at the end and no blank before it, whatever the texts within brought with them."""
    return re.sub(r"([.!?])\.(?=\s|$)", r"\1", re.sub(r"\s+\.(?=\s|$)", ".", sentence))


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def names_of(register: Register) -> Names:
    """What readers call the things that ids stand for; an id that nothing has any more is itself."""
    folders = {
        "data-uses": "data_uses",
        "opt-outs": "opt_outs",
        "public-benefit": "public_benefit",
        "pages": "pages",
    }

    def name(named: Name) -> str:
        records: Mapping[str, Filed[Record]] = getattr(register, folders.get(named.collection, ""), {})
        if named.identifier in records:
            return records[named.identifier].record.title
        listed = register.reference.get(named.collection, {}).get(named.identifier)
        for attribute in ("short_title", "name", "title", "term", "label"):
            if listed and (found := getattr(listed.entry, attribute, None)):
                return str(found)
        return named.identifier

    return name
