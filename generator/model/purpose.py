"""A purpose of a data use: its lawful basis, the law behind it, and how long records are kept."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import Flag, Part, Text, WebAddress
from generator.model.fields import Answer, LawReference

LawfulBasis = Literal[
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "legitimate-interests",
    "recognised-legitimate-interests",
    "law-enforcement",
]
Condition = Literal[
    "explicit-consent",
    "employment-social-security",
    "vital-interests",
    "not-for-profit",
    "made-public",
    "legal-claims",
    "substantial-public-interest",
    "health-or-social-care",
    "public-health",
    "archiving-research-statistics",
    "criminal-offence",
    "strictly-necessary-law-enforcement",
]
RecognisedInterest = Literal[
    "public-task-disclosure", "national-security", "emergency", "crime", "safeguarding"
]


class SensitiveCondition(Part):
    """The extra condition that sensitive or criminal offence data need (Articles 9 and 10)."""

    condition: Condition = Field(description="The condition met.")
    schedule_1: Text | None = Field(
        None, description='Paragraph of Schedule 1 to the DPA 2018, for example "paragraph 2".'
    )
    policy_document: Answer[WebAddress] = Field(
        None, description="Address of the appropriate policy document, or why none is needed."
    )


class Retention(Part):
    """How long one kind of record is kept (Article 13(2)(a))."""

    records: Text = Field(description="Which records.")
    keep: Text = Field(description='How long, and from when: "6 years after the account closes".')
    why: Text | None = Field(None, description="Why that long.")


class Purpose(Part):
    """One purpose, with the lawful basis that it has and how long its records are kept."""

    purpose: Text = Field(description='What it is for, starting with a verb: "Work out your bill".')
    lawful_basis: LawfulBasis | None = Field(None, description="The Article 6 basis of this purpose.")
    laws: tuple[LawReference, ...] = Field((), description="The laws that lay the task or duty down.")
    legitimate_interests: Text | None = Field(
        None, description="The interests pursued, where the basis is legitimate interests."
    )
    recognised_interest: RecognisedInterest | None = Field(
        None, description="Which recognised interest (UK GDPR Annex 1), where that is the basis."
    )
    outside_public_task: Text | None = Field(
        None, description="Why this is outside the public task, where the basis needs that."
    )
    withdraw_consent: Text | None = Field(
        None, description="How people withdraw consent, where consent is used."
    )
    conditions: tuple[SensitiveCondition, ...] = Field(
        (), description="Article 9 or 10 condition, where sensitive or offence data are used."
    )
    retention: Answer[tuple[Retention, ...]] = Field(
        None, description="How long each kind of record is kept."
    )
    research: Flag = Field(False, description="Scientific or historical research, or statistics.")
    direct_marketing: Flag = Field(False, description="Direct marketing.")
