"""A data use: one thing a public body does with people's data, which is one privacy notice.

The fields follow UK GDPR Articles 13, 14 and 30 and, where the regime says so, Part 3 of the
Data Protection Act 2018. Lawful basis, confidentiality basis, opt-out status and public benefit
are four different tests and stay four different fields.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import ContactId, Day, Flag, OrganisationId, Part, Text, WebAddress
from generator.model.fields import (
    Answer,
    BenefitId,
    CategoryId,
    ChoiceId,
    LawReference,
    PageId,
    RightId,
    ServiceId,
    TopicId,
)
from generator.model.purpose import Purpose
from generator.model.record import Record

OptOutReason = Literal[
    "section-251",
    "risk-stratification",
    "section-251-exempted",
    "explicit-consent",
    "required-by-law",
    "overriding-public-interest",
    "public-health-risk",
    "anonymised",
    "individual-care",
    "payment-or-invoice",
    "official-statistics",
    "not-health-or-care",
    "childrens-services",
    "outside-health-and-care-system",
    "collected-for-research",
    "outside-england",
]


class Controller(Part):
    """One controller of a data use, and the dates between which it holds."""

    organisation: OrganisationId = Field(description="The controller, from organisations.yaml.")
    start: Day | None = Field(None, description="First day it is the controller, if known.")
    end: Day | None = Field(None, description="Last day it is the controller, if it has ended.")


class Requirement(Part):
    """Whether people must give the data, and what happens if they do not (Article 13(2)(e))."""

    kind: Literal["by-law", "by-contract", "for-the-service"] = Field(
        description="Required by law, by a contract, or only for the service to work."
    )
    laws: tuple[LawReference, ...] = Field((), description="The law that requires it.")
    without_it: Text = Field(description="What happens if somebody does not give it.")


class DataItem(Part):
    """One category of data: what it includes, where it comes from, whether it must be given."""

    category: CategoryId = Field(description="The category, from data-categories.yaml.")
    includes: tuple[Text, ...] = Field((), description="What it includes here, in plain words.")
    from_you: Flag = Field(False, description="People give it themselves.")
    from_organisations: tuple[OrganisationId, ...] = Field(
        (), description="Organisations it comes from, from organisations.yaml."
    )
    from_others: Text | None = Field(
        None, description="Any other source, for example relatives, neighbours or cameras."
    )
    publicly_available: Flag | None = Field(
        None, description="Whether it comes from a source open to everyone (Article 14(2)(f))."
    )
    required: Answer[Requirement] = Field(
        None, description="Whether people must give it, or why the question does not arise."
    )

    @property
    def from_elsewhere(self) -> bool:
        """Whether any of it is obtained from someone other than the person (Article 14)."""
        return bool(self.from_organisations or self.from_others)


class Recipient(Part):
    """Who the data goes to, in which role and why (Article 13(1)(e))."""

    organisation: OrganisationId = Field(description="The recipient, from organisations.yaml.")
    role: Literal["processor", "joint-controller", "separate-controller"] = Field(
        description="Works for us, decides with us, or decides for itself."
    )
    why: Text = Field(description="Why it gets the data.")
    data: tuple[CategoryId, ...] = Field((), description="Which categories, if not all of them.")


class Transfer(Part):
    """Data sent outside the United Kingdom (UK GDPR Articles 44A to 49)."""

    country: Text = Field(description="The country.")
    organisation: OrganisationId | None = Field(None, description="Who receives it there.")
    mechanism: Literal["regulations-45a", "safeguards-46", "derogation-49"] | None = Field(
        None, description="What makes the transfer lawful."
    )
    safeguard: Text | None = Field(None, description="The safeguard or derogation, by name.")
    copy_from: Text | None = Field(None, description="How to get a copy of the safeguards.")


class AutomatedDecision(Part):
    """A significant decision taken by computer alone (UK GDPR Articles 22A to 22D)."""

    decision: Text = Field(description="What is decided.")
    logic: Text = Field(description="How, in words that mean something to the person.")
    significance: Text = Field(description="What it means for the person.")
    told_how: Text | None = Field(None, description="How people are told (Article 22C).")
    comment_how: Text | None = Field(None, description="How people put their view.")
    person_how: Text | None = Field(None, description="How people get a person to decide.")
    contest_how: Text | None = Field(None, description="How people contest the decision.")


class Confidentiality(Part):
    """What allows confidential information to be used, apart from data protection law."""

    basis: Literal[
        "consent", "implied-direct-care", "section-251", "statute-or-court", "overriding-public-interest"
    ] = Field(description="The common-law or statutory basis.")
    reference: Text | None = Field(None, description="Approval reference or law.")
    explanation: Text = Field(description="What that means, in plain words.")


class NationalDataOptOut(Part):
    """Whether the National Data Opt-Out is applied to this use, why, and on what evidence."""

    applies: Literal["applied", "not-applied", "not-in-scope"] = Field(description="The answer.")
    reason: OptOutReason = Field(description="The reason, from the national policy.")
    explanation: Text = Field(description="The reason in plain words for this use.")
    evidence: Text | None = Field(None, description="The approval, direction or record relied on.")
    checked: Day | None = Field(None, description="The day this answer was last checked.")


class Article14Exception(Part):
    """An exception to telling each person (Article 14(5)), and the safeguards (Article 14(7))."""

    exception: Literal[
        "already-has-it",
        "law-requires",
        "professional-secrecy",
        "impossible-or-disproportionate",
        "serious-impairment",
    ] = Field(description="The exception.")
    explanation: Text = Field(description="Why it holds here.")
    factors: tuple[Text, ...] = Field((), description="Factors weighed (Article 14(6)).")
    safeguards: tuple[Text, ...] = Field((), description="Safeguards, with this public notice.")


class Dpia(Part):
    """The data protection impact assessment."""

    reference: Text = Field(description="Its reference.")
    date: Day = Field(description="The day it was signed off.")
    outcome: Text = Field(description="What it concluded, in plain words.")
    summary: WebAddress | None = Field(None, description="Where a summary is published.")
    withheld_because: Text | None = Field(None, description="Why no summary is published.")


class RightsLimit(Part):
    """An exemption that may limit a right in this use (DPA 2018 Schedules 2 to 4)."""

    right: RightId = Field(description="The right, from rights.yaml.")
    explanation: Text = Field(description="When and why we may not be able to, in plain words.")
    laws: tuple[LawReference, ...] = Field((), description="The exemption.")


class Internal(Part):
    """Kept with the record and never published."""

    security: Text | None = Field(None, description="Security measures (Article 30(1)(g)).")
    notes: Text | None = Field(None, description="Notes for colleagues.")


class DataUse(Record):
    """One use of people's data."""

    service: ServiceId | None = Field(None, description="The service it belongs to, from services.yaml.")
    topics: tuple[TopicId, ...] = Field((), description="Topics it is listed under.")
    contact: ContactId | None = Field(None, description="The service's contact, from contacts.yaml.")
    regime: Literal["uk-gdpr", "law-enforcement"] = Field(
        "uk-gdpr", description="`law-enforcement` is Part 3 of the Data Protection Act 2018."
    )
    controllers: tuple[Controller, ...] = Field(
        (), description="Controllers, where they are not just the site's."
    )
    joint_arrangement: Text | None = Field(
        None, description="Who does what, where controllers decide together (Article 26(2))."
    )
    people: tuple[Text, ...] = Field((), description="Whose data it is.")
    includes_children: Flag | None = Field(None, description="Whether children are among them.")
    child_version: PageId | None = Field(None, description="Page that explains it for children.")
    purposes: tuple[Purpose, ...] = Field((), description="What the data is used for.")
    will_not: tuple[Text, ...] = Field((), description="What we do not do with the data.")
    data: tuple[DataItem, ...] = Field((), description="The data used.")
    recipients: Answer[tuple[Recipient, ...]] = Field(None, description="Who gets it.")
    transfers: Answer[tuple[Transfer, ...]] = Field(None, description="Data sent abroad.")
    automated_decisions: Answer[tuple[AutomatedDecision, ...]] = Field(
        None, description="Significant decisions taken by computer alone."
    )
    confidentiality: Answer[Confidentiality] = Field(
        None, description="Basis under the duty of confidentiality, or why there is none."
    )
    national_data_opt_out: NationalDataOptOut | None = Field(
        None, description="Whether the National Data Opt-Out applies."
    )
    choices: Answer[tuple[ChoiceId, ...]] = Field(
        None, description="Choices that reach this use, or why there are none."
    )
    public_benefit: Answer[tuple[BenefitId, ...]] = Field(
        None, description="Public-benefit evaluations of this use, or why none is needed."
    )
    article_14_exception: Article14Exception | None = Field(
        None, description="Exception to telling each person, where one is relied on."
    )
    dpia: Answer[Dpia] = Field(None, description="The impact assessment, or why none was needed.")
    rights_limits: tuple[RightsLimit, ...] = Field((), description="Exemptions that may limit rights.")
    internal: Internal = Field(Internal(), description="Never published.")

    @property
    def from_people(self) -> bool:
        """Whether Article 13 applies: some data is collected from the person."""
        return any(item.from_you for item in self.data)

    @property
    def from_elsewhere(self) -> bool:
        """Whether Article 14 applies: some data is obtained from someone else."""
        return any(item.from_elsewhere for item in self.data)
