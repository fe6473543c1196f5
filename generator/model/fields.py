"""The kinds of value a record is made of, beyond the vocabulary of `config`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Discriminator, Field, Tag

from generator.config import Identifier, Part, Text, refers_to

T = TypeVar("T")

CategoryId = Annotated[Identifier, refers_to("data-categories")]
TopicId = Annotated[Identifier, refers_to("topics")]
ServiceId = Annotated[Identifier, refers_to("services")]
LawId = Annotated[Identifier, refers_to("laws")]
ChoiceId = Annotated[Identifier, refers_to("opt-outs")]
BenefitId = Annotated[Identifier, refers_to("public-benefit")]
PageId = Annotated[Identifier, refers_to("pages")]
RightId = Annotated[Identifier, refers_to("rights")]

Nation = Literal["england", "wales", "scotland", "northern-ireland"]


class DoesNotApply(Part):
    """An answer of its own: it was asked, and it does not apply, for this reason."""

    does_not_apply: Text = Field(description="Why this does not apply, as citizens will read it.")


def _kind_of_answer(value: Any) -> str:
    says_no = isinstance(value, DoesNotApply) or (isinstance(value, Mapping) and "does_not_apply" in value)
    return "does_not_apply" if says_no else "stated"


Answer = (
    Annotated[
        Annotated[T, Tag("stated")] | Annotated[DoesNotApply, Tag("does_not_apply")],
        Discriminator(_kind_of_answer),
    ]
    | None
)
"""Three states: stated, stated not to apply (with the reason), or `None`: nobody has answered."""


class LawReference(Part):
    """A place in a law: which one, and where in it."""

    law: LawId = Field(description="The law, from laws.yaml.")
    section: Text | None = Field(None, description='Where in it, for example "section 6".')


def stated(answer: T | DoesNotApply | None) -> T | None:
    """The answer where one is stated; `None` where it does not apply or was not given."""
    return None if isinstance(answer, DoesNotApply) else answer


def entries(answer: tuple[T, ...] | DoesNotApply | None) -> tuple[T, ...]:
    """The entries of an answer that is a list; none where it does not apply or was not given."""
    return () if answer is None or isinstance(answer, DoesNotApply) else answer
