"""site.yaml as a frozen `Site`, and the small vocabulary of values that every YAML file shares."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

LANGUAGES = ("en",)
"""The languages the pages can be published in: those with a file in templates/words."""


class Part(BaseModel):
    """Base of everything written in YAML: frozen, and a key that is not in the schema is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    """Built when first used: half the models are only parts of others."""


class Reference(str):
    """An id that names an entry somewhere else; `target` is the collection it must be found in."""

    target: str

    def __new__(cls, value: str, target: str) -> Reference:
        reference = super().__new__(cls, value)
        reference.target = target
        return reference

    def __reduce__(self) -> tuple[Any, ...]:
        return (Reference, (str(self), self.target))


def refers_to(target: str) -> AfterValidator:
    """Marks a field as the id of an entry of `target`, so that it is resolved with the others."""
    return AfterValidator(lambda value: Reference(value, target))


def _text(value: Any) -> Any:
    if isinstance(value, bool | int | float):
        raise ValueError("is a number or true/false where text belongs; put it in quotes")
    if isinstance(value, str) and not value.strip():
        raise ValueError("is empty; write the text, or leave the whole key out")
    return value.strip() if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("is not a date; write year-month-day, for example 2026-11-22")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"is a date that does not exist: {value}") from None


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", value):
        raise ValueError("is not a web address; it starts with https:// and has no spaces")
    return value


def _matches(pattern: str, problem: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(problem)
        return value

    return AfterValidator(check)


def _flag(value: Any) -> Any:
    """Editors write yes and no; YAML readers turn those into text here, so the field decides."""
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Identifier = Annotated[
    Text,
    _matches(r"[a-z0-9]+(-[a-z0-9]+)*", "may have only small letters, digits and single hyphens"),
]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Email = Annotated[Text, _matches(r"[^@\s]+@[^@\s]+\.[^@\s]+", "is not an e-mail address")]
SitePath = Annotated[
    Text,
    _matches(
        r"/([A-Za-z0-9_~-][A-Za-z0-9_.~-]*/)*([A-Za-z0-9_~-][A-Za-z0-9_.~-]*)?",
        "is not a path on this site; write it like /old-page/",
    ),
]
Colour = Annotated[
    Text, _matches(r"#[0-9a-fA-F]{6}", "is not a colour; write # and six digits, like #1d4f4a")
]
ContactId = Annotated[Identifier, refers_to("contacts")]
OrganisationId = Annotated[Identifier, refers_to("organisations")]


class Theme(Part):
    """How the site looks: the council's own colours and mark."""

    colour: Colour = Field("#1d4f4a", description="Main colour: the header and the buttons.")
    link: Colour = Field("#0b5a8a", description="Colour of links on a white page.")
    accent: Colour = Field("#e3b23c", description="Second colour: rules and the focus frame.")
    initials: Text | None = Field(None, description="One to three letters shown in the mark beside the name.")


class StoredItem(Part):
    """One cookie or other thing that the site keeps on a reader's device."""

    name: Text = Field(description="Its name, as the browser shows it.")
    purpose: Text = Field(description="What it is for, in plain words.")
    set_by: Text = Field(description="Who sets it.")
    lasts: Text = Field(description="How long it stays on the device.")
    kind: Literal["necessary"] = Field(
        description="`necessary`: strictly necessary for what the reader asked for (PECR Schedule A1)."
    )


class ReviewRules(Part):
    """How long things may stand before they are looked at again."""

    warn_days: int = Field(60, ge=0, le=365, description="Days before a review that it is shown as due.")
    outcome_days: int = Field(
        60, ge=1, le=730, description="Days after a project ends by which its outcome is due."
    )


class RuleSetting(Part):
    """A rule whose severity the council changes for its own site, and why."""

    severity: Literal["error", "warning", "review"] = Field(description="The severity to use.")
    reason: Text = Field(description="Why; it is shown with every finding of the rule.")


class Complaints(Part):
    """How people complain to the council about its use of their data (DPA 2018 s.164A)."""

    contact: ContactId = Field(description="Contact that takes complaints, from contacts.yaml.")
    form: WebAddress | None = Field(None, description="Web form for complaints, if there is one.")
    other_means: tuple[Text, ...] = Field(
        (), description="Ways to complain that are not electronic: letter, telephone, in person."
    )
    acknowledge_days: int = Field(
        30, ge=1, le=30, description="Days within which a complaint is acknowledged; at most 30."
    )


class Site(Part):
    """Who publishes, and what every notice inherits from the publisher."""

    name: Text = Field(description="Name of the public body, as people know it.")
    title: Text = Field(description="Name of this site, shown in the header and in search results.")
    notice: Text | None = Field(
        None, description="A line shown at the top of every page, for example that this is a demonstration."
    )
    base_url: WebAddress = Field(
        description="Address at which the site is published, with the path if there is one."
    )
    main_site: WebAddress | None = Field(None, description="The public body's main website.")
    languages: tuple[Literal["en"], ...] = Field(
        ("en",), min_length=1, description="Languages that are published, the default first."
    )
    controller: OrganisationId = Field(description="The controller, from organisations.yaml.")
    data_protection_officer: ContactId = Field(description="The data protection officer's contact.")
    feedback: ContactId = Field(description="Who to tell that a page is wrong or unclear.")
    rights_requests: ContactId = Field(description="Who takes requests about rights.")
    complaints: Complaints = Field(description="How people complain to the controller.")
    regulator: OrganisationId = Field(description="The regulator, from organisations.yaml.")
    regulator_contact: ContactId = Field(description="The regulator's contact, from contacts.yaml.")
    nation: Literal["england", "wales", "scotland", "northern-ireland"] = Field(
        "england", description="The nation the body serves; the National Data Opt-Out is for England."
    )
    theme: Theme = Field(Theme(), description="Colours and mark.")
    stored_on_device: tuple[StoredItem, ...] = Field(
        (), description="Everything that the site keeps on a reader's device."
    )
    review: ReviewRules = Field(ReviewRules(), description="How long things may stand.")
    rules: dict[Identifier, RuleSetting] = Field(
        {}, description="Rules whose severity is changed, each with the reason."
    )

    @property
    def base_path(self) -> str:
        """The path part of `base_url`, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"
