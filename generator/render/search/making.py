"""The search of a site: from its register and its built pages to its files and what its page is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from itertools import chain

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.documents import Content, Document, Value
from generator.load.files import SourceFile
from generator.load.memory import Memory
from generator.load.templates import TemplateFiles
from generator.load.yaml import parse_again
from generator.model.register import Register
from generator.model.synonyms import SYNONYMS, Synonyms, both, synonyms_in
from generator.render.prose import Prose
from generator.render.remembering import Remember, anew
from generator.render.search.counting import Counted, Counting, Said
from generator.render.search.documents import Found, documents
from generator.render.search.facts import SECTIONS
from generator.render.search.index import Index, Known, index
from generator.render.search.language import Stems, words_of
from generator.render.search.page_reading import PageReading
from generator.render.search.parts import Counts, marks, parts_of
from generator.render.search.synonyms import expressions, telling_alone
from generator.render.views.common import Head
from generator.render.words import Words

_BRACKETS = re.compile(r"([\[\]{}])(?=[\[\]{}])")
"""Brackets side by side, which in a page would look like something that a template left unfilled."""

QUESTIONS = ("choices", "keeping", "sharing")
"""What people ask about a use of data; the first that fits a query is taken."""
SAYS = ("none", "one", "many", "instead", "failed")
"""What the script says, by the key of its words."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a search is made from beside the built pages."""

    register: Register
    words: Words
    prose: Prose
    synonyms: Synonyms
    memory: Memory | None = None
    remember: Remember = anew


@dataclass(frozen=True, slots=True)
class Search:
    """The files of a search, and what the search page tells its script."""

    files: tuple[Artefact, ...] = ()
    told: str = ""


def search(sources: Sources, heads: Iterable[Head], pages: Callable[[], Iterable[Artefact]]) -> Search:
    """The search over the pages of one language, which are asked for when all else is there."""
    words, site = sources.words, sources.register.site
    ours = [head for head in heads if head.language == words.language]
    stems = _known_stems(words.language, sources.memory)
    before, lay = len(stems), _lay(sources)
    found = documents(sources.register, ours, words, sources.prose, sources.remember)
    parts = parts_of(found, _counts(sources, stems, {page.url: page for page in pages()}))
    said = [part.words() for part in parts]
    every = lay.union(*(part.words for part in said))
    two_in_one = set[str]().union(*(part.made for part in said)) - every
    every |= two_in_one
    by_word = {word: stems[word] for word in sorted(every)}
    if sources.memory and len(stems) > before:
        sources.memory.keep(("stems", words.language), by_word)
    people = words("search.people").split()
    postings, rarity = marks(parts, said, {stems[word] for word in people})
    named = set[str]().union(*(part.named for part in said))
    known = Known(postings, rarity, by_word, named, two_in_one)
    made = index(found, known, words.language, site.publishing, sources.memory)
    missing = [word for word in people if stems[word] not in postings]
    spoken_of = set[str]().union(*(part.spoken_of for part in said))
    elsewhere = [expression for expression in _elsewhere(words) if expression not in spoken_of]
    told = _told(made, site.base_path, words, missing) | {"elsewhere": _one_of(elsewhere)}
    return Search(made.files, _text(told))


def _lay(sources: Sources) -> set[str]:
    """The words of the synonyms and of people."""
    synonyms = sources.synonyms
    texts = chain(synonyms, *synonyms.values(), (sources.words("search.people"),))
    return {word for text in texts for word in words_of(text)}


def _known_stems(language: str, memory: Memory | None) -> Stems:
    """The stems of all words that the last search had: most words of this one are among them."""
    stems = Stems(language)
    stems.update((memory.last(("stems", language)) if memory else None) or {})
    return stems


def _counts(sources: Sources, stems: Stems, pages: Mapping[str, Artefact]) -> Counts:
    """What counts documents with their pages."""
    fillers = sources.words("search.fillers").split()
    elsewhere = _elsewhere(sources.words)
    same = blake2b(repr((stems.language, fillers, elsewhere, sources.synonyms)).encode()).hexdigest()
    counting = Counting(_said(sources, stems, same), stems, frozenset(fillers), elsewhere)
    reading = PageReading(pages, sources.memory)

    def facts(found: Sequence[Found]) -> list[tuple[object, ...]]:
        both = zip(found, reading.said(found), strict=True)
        return [(one.title, one.names, one.summary, one.subjects, one.body, said) for one, said in both]

    def count(found: Found) -> Counted:
        return counting.count(found, reading.words(found))

    return Counts(count, same, facts, sources.memory)


def _said(sources: Sources, stems: Stems, same: str) -> Callable[[], Said]:
    """What people say, which is kept."""
    fillers, memory = frozenset(sources.words("search.fillers").split()), sources.memory

    def make() -> Said:
        known = expressions(sources.synonyms, stems, fillers)
        return list(known), sorted(telling_alone(sources.synonyms, fillers))

    return cache(lambda: memory.value(("said", same), make) if memory else make())


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


def synonyms_of(
    templates: TemplateFiles, register: Register, language: str, memory: Memory | None = None
) -> Synonyms | Finding:
    """Our synonyms of a language and the site's own, or what is wrong with the file that holds ours."""
    name = f"search/{SYNONYMS}.{language}.yaml"
    if name not in templates.files:
        return register.synonyms
    source = SourceFile(templates.origins[name], templates.text(name))
    read = partial(_ours, source)
    ours, *problems = memory.value(("synonyms", source.text), lambda: read()[:1]) if memory else read()
    if memory and not ours:  # what is wrong is told each time
        ours, *problems = read()
    return problems[0] if problems else both(ours, register.synonyms)


def _ours(source: SourceFile) -> tuple[Synonyms, *tuple[Finding, ...]]:
    """The synonyms in our file, none where something is wrong with it, and all that is."""
    parsed = parse_again(source)
    values: Mapping[str, Value] = parsed.value if isinstance(parsed.value, Mapping) else {}
    said = Content(values, marks=parsed.marks, text=source.text)
    found, findings = synonyms_in(Document(source.path, "reference", SYNONYMS, said))
    problems = (*parsed.findings, *findings)
    return {} if problems else found, *problems
