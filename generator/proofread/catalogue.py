"""The catalogue of rules: every id that a finding can carry, with its severity, source and story.

A rule is a small function decorated with `@rule`. Its docstring is its documentation, in three
parts that begin with `What:`, `Why:` and `How:`; `explain` prints it. Its pass and fail cases
are data in tests/rules/<id>.yaml. Ids are permanent.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from generator.diagnostics import Severity
from generator.load.documents import FieldPath
from generator.proofread.word_parts import Parts

CheckT = TypeVar("CheckT", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found in a record: the field, what is wrong and what to do.

    `phrase` narrows the place down to the line of the field's text on which the words stand.
    """

    field: FieldPath
    message: str
    hint: str = ""
    phrase: str = ""


Problems = Iterable[Problem]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject` says what it looks at; a rule without a check is kept elsewhere.

    One at least of `parts`, if there are any, stands in each text in which the check can find something.
    """

    id: str
    severity: Severity
    source: str
    subject: str
    documentation: str
    check: Callable[..., Problems] | None = None
    parts: Parts = ()

    @property
    def family(self) -> str:
        """The module it lives in, as a heading for lists."""
        return self.check.__module__.rsplit(".", 1)[-1].replace("_", " ") if self.check else "files"

    def part(self, name: str) -> str:
        """One part of the documentation: `What`, `Why` or `How`."""
        found = re.search(rf"^{name}: (.*?)(?=^\w+: |\Z)", inspect.cleandoc(self.documentation), re.S | re.M)
        return " ".join(found[1].split()) if found else ""


RULES: dict[str, Rule] = {}
"""Every rule by its id."""

ERROR, WARNING, REVIEW = Severity.ERROR, Severity.WARNING, Severity.REVIEW

SUBJECTS = (
    *("data-uses", "opt-outs", "public-benefit", "pages", "records"),
    *("reference", "site", "built", "html", "published", "addresses"),
    *("texts", "long-texts", "texts-with-capitals"),
)
"""What a rule can look at: one kind of record, every record, every entry of the reference lists,
site.yaml, every text that is published or those of one sort, the built pages, any HTML page,
a record beside what was published last, or all addresses beside those."""


def rule(
    identifier: str, severity: Severity, source: str, subject: str, parts: Parts = ()
) -> Callable[[CheckT], CheckT]:
    """Adds a function to the catalogue.

    The function is called with one subject, and with the register (or the built site) where it
    has a second parameter, and yields `Problem`s. It is not called for a text in which none of
    `parts` stands. Raises ValueError for an id that is taken, so that a clash is seen when the
    package is imported.
    """

    def add(check: CheckT) -> CheckT:
        if identifier in RULES or subject not in SUBJECTS:
            raise ValueError(f"the rule {identifier} cannot be added")
        story = check.__doc__ or ""
        RULES[identifier] = Rule(identifier, severity, source, subject, story, _with_two(check), parts)
        return check

    return add


ON_HTML: dict[str, Callable[..., Any]] = {}
"""How a rule that has another subject looks at an HTML page, by its id."""


def on_html(identifier: str) -> Callable[[CheckT], CheckT]:
    """Lets a rule of the catalogue look at HTML pages too, with a function of its own."""

    def add(check: CheckT) -> CheckT:
        ON_HTML[identifier] = check
        return check

    return add


def _with_two(check: Callable[..., Problems]) -> Callable[..., Problems]:
    """A check that takes a second value, whether it needs it or not."""
    if check.__code__.co_argcount > 1:
        return check

    @wraps(check)
    def alone(subject: Any, _: Any) -> Problems:
        return check(subject)

    return alone


def documented(identifier: str, source: str, story: str, severity: Severity = Severity.ERROR) -> None:
    """Adds a rule that loading, modelling or rendering keeps: it has a story here and no function."""
    if identifier in RULES:
        raise ValueError(f"the rule {identifier} cannot be added")
    RULES[identifier] = Rule(identifier, severity, source, "files", story)
