"""The search of a site: from its register and its built pages to its files and what its page is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain, groupby
from typing import Any

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.documents import Content, Document, Value
from generator.load.files import SourceFile
from generator.load.templates import TemplateFiles
from generator.load.yaml import parse_again
from generator.model.register import Register
from generator.model.synonyms import SYNONYMS, Synonyms, both, synonyms_in
from generator.render.prose import Prose
from generator.render.search.counting import Counted, Counting
from generator.render.search.documents import Found, documents
from generator.render.search.facts import SECTIONS
from generator.render.search.index import Index, index
from generator.render.search.language import Stems, words_of
from generator.render.search.text import NOTHING, page_words
from generator.render.search.weighing import Tally
from generator.render.views.common import Head
from generator.render.words import Words

_BRACKETS = re.compile(r"([\[\]{}])(?=[\[\]{}])")
"""Brackets side by side, which in a page would look like something that a template left unfilled."""

ALIKE = 2
"""Letters of words whose stems are kept together, so that few are found anew when a word is new."""
QUESTIONS = ("choices", "keeping", "sharing")
"""What people ask about a use of data; the first that fits a query is taken."""
SAYS = ("none", "one", "many", "instead", "failed")
"""What the script says, by the key of its words."""


Kept = Callable[[tuple[object, ...], Callable[[], Any]], Any]
"""Gives what a function makes of something, in plain values: from an earlier run where it is the same."""


def afresh(_: tuple[object, ...], make: Callable[[], Any]) -> Any:
    """What a function makes, without looking whether it has been made before."""
    return make()


@dataclass(frozen=True, slots=True)
class Sources:
    """What a search is made from beside the built pages."""

    register: Register
    words: Words
    prose: Prose
    synonyms: Synonyms
    kept: Kept = afresh


@dataclass(frozen=True, slots=True)
class Search:
    """The files of a search, and what the search page tells its script."""

    files: tuple[Artefact, ...] = ()
    told: str = ""


def search(sources: Sources, heads: Iterable[Head], pages: Iterable[Artefact]) -> Search:
    """The search over the pages of one language."""
    words, site = sources.words, sources.register.site
    made_pages = {page.url: page for page in pages}
    ours = [head for head in heads if head.language == words.language]
    stems = Stems(words.language)
    lay = _lay(sources)
    _learn(stems, lay, sources.kept)
    count = _counting(sources, stems)
    found = documents(sources.register, ours, words, sources.prose)
    tally, every, spoken_of = Tally(), lay, set[str]()
    for item in found:
        on = count(item, None if item.repeats else made_pages.get(item.url))
        every.update(on.words)
        tally.pairs.update(on.made)
        spoken_of.update(on.spoken_of)
        tally.add(on.counts, on.names, item.prior, on.length)
    tally.pairs -= every
    every |= tally.pairs
    _learn(stems, every, sources.kept)
    made = index(found, tally, {word: stems[word] for word in every}, words, site.publishing)
    missing = [word for word in words("search.people").split() if stems[word] not in tally.numbers]
    elsewhere = [expression for expression in _elsewhere(words) if expression not in spoken_of]
    told = _told(made, site.base_path, words, missing) | {"elsewhere": _one_of(elsewhere)}
    return Search(made.files, _text(told))


def _lay(sources: Sources) -> set[str]:
    """The words of the synonyms and of people."""
    synonyms = sources.synonyms
    texts = chain(synonyms, *synonyms.values(), (sources.words("search.people"),))
    return {word for text in texts for word in words_of(text)}


def _learn(stems: Stems, words: Iterable[str], kept: Kept) -> None:
    """Gets the stems of words, which are kept by how the words begin."""
    for _, alike in groupby(sorted(words), key=lambda word: word[:ALIKE]):
        same = list(alike)
        found = kept(("stems", stems.language, same), partial(list, map(stems.__getitem__, same)))
        stems.update(zip(same, found, strict=True))


def _counting(sources: Sources, stems: Stems) -> Callable[[Found, Artefact | None], Counted]:
    """What is counted on a document and its page, which is kept."""
    fillers = sources.words("search.fillers").split()
    elsewhere = _elsewhere(sources.words)
    counting = Counting(sources.synonyms, stems, frozenset(fillers), elsewhere)
    same = blake2b(repr((stems.language, fillers, elsewhere, sources.synonyms)).encode()).hexdigest()

    def count(found: Found, page: Artefact | None) -> Counted:
        told = (found.title, found.names, found.summary, found.subjects, found.body)
        about = ("counted", same, told, page.fingerprint if page else "")
        return Counted(
            *sources.kept(
                about, lambda: tuple(counting.count(found, page_words(page.body) if page else NOTHING))
            )
        )

    return count


def _told(made: Index, base_path: str, words: Words, missing: Sequence[str]) -> dict[str, object]:
    """What the page tells its script. Words of people that no page has say nothing either."""
    return {
        **made.told,
        "base": base_path,
        "kinds": [(first, kind, words(f"kind.{kind}")) for first, kind in made.kinds],
        "fillers": [*words("search.fillers").split(), *missing],
        "questions": [_question(name, words) for name in QUESTIONS],
        "says": [words(f"search.says.{name}") for name in SAYS],
    }


def _text(told: Mapping[str, object]) -> str:
    return _BRACKETS.sub(r"\1 ", json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _elsewhere(words: Words) -> list[str]:
    """What people look for on other sites."""
    return [expression.strip() for expression in words("search.elsewhere").split("|")]


def _one_of(expressions: Sequence[str]) -> str:
    """A pattern of what people look for on other sites and no record speaks of.

    It may have a word before it and one behind it; of what is said beside more words, some may be here.
    """
    either = "|".join(expressions)
    return rf"^(?:\S+ )?(?:{either})(?: \S+)?$" if either else "$^"


def _question(name: str, words: Words) -> tuple[str | int, ...]:
    """A question: its section, the pattern that tells it, what stands before its answer.

    Then the place of the facts that answer it among all facts of a page.
    """
    about = (words(f"search.questions.{name}.{part}") for part in ("asked", "label"))
    return (name, *about, SECTIONS.index(name))


def synonyms_of(templates: TemplateFiles, register: Register, language: str) -> Synonyms | Finding:
    """Our synonyms of a language and the site's own, or what is wrong with the file that holds ours."""
    name = f"search/{SYNONYMS}.{language}.yaml"
    if name not in templates.files:
        return register.synonyms
    path = templates.origins[name]
    parsed = parse_again(SourceFile(path, templates.text(name)))
    values: Mapping[str, Value] = parsed.value if isinstance(parsed.value, Mapping) else {}
    said = Content(values, marks=parsed.marks, text=templates.text(name))
    document = Document(path, "reference", SYNONYMS, said)
    ours, findings = synonyms_in(document)
    problems = (*parsed.findings, *findings)
    return problems[0] if problems else both(ours, register.synonyms)
