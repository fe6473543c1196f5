"""site.yaml as a frozen `Site`: who publishes, and what every notice inherits."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from generator.config.cookies import Cookies
from generator.config.embeds import Embed
from generator.config.publishing import Publishing, Security
from generator.config.values import (
    Colour,
    ContactId,
    Identifier,
    OrganisationId,
    Part,
    Text,
    WebAddress,
)


class Theme(Part):
    """How the site looks: the council's own colours and mark."""

    colour: Colour = Field("#1d4f4a", description="Main colour: the header and the buttons.")
    link: Colour = Field("#0b5a8a", description="Colour of links on a white page.")
    accent: Colour = Field("#e3b23c", description="Second colour: rules and the focus frame.")
    initials: Text | None = Field(None, description="One to three letters shown in the mark beside the name.")


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
    cookies: Cookies = Field(
        Cookies(), description="Everything that the site keeps on a reader's device, and what needs consent."
    )
    embeds: dict[Identifier, Embed] = Field(
        {}, description="Videos and maps of others, each shown only when a reader asks for it."
    )
    review: ReviewRules = Field(ReviewRules(), description="How long things may stand.")
    publishing: Publishing = Field(Publishing(), description="Where and how `publish` publishes.")
    security: Security | None = Field(None, description="Whom to tell of a weakness in the site's security.")
    rules: dict[Identifier, RuleSetting] = Field(
        {}, description="Rules whose severity is changed, each with the reason."
    )

    @property
    def base_path(self) -> str:
        """The path part of `base_url`, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"
