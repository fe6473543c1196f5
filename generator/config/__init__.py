"""site.yaml as frozen models, and the vocabulary of values that every YAML file shares."""

from generator.config.cookies import CookieGroup, Cookies, KeptItem, Service
from generator.config.embeds import Embed
from generator.config.publishing import Publishing, Security
from generator.config.site import Complaints, ReviewRules, RuleSetting, Site, Theme
from generator.config.values import (
    LANGUAGES,
    Colour,
    ContactId,
    Day,
    Email,
    Flag,
    Identifier,
    OrganisationId,
    Part,
    Reference,
    SitePath,
    Text,
    WebAddress,
    refers_to,
)

__all__ = [
    "LANGUAGES",
    "Colour",
    "Complaints",
    "ContactId",
    "CookieGroup",
    "Cookies",
    "Day",
    "Email",
    "Embed",
    "Flag",
    "Identifier",
    "KeptItem",
    "OrganisationId",
    "Part",
    "Publishing",
    "Reference",
    "ReviewRules",
    "RuleSetting",
    "Security",
    "Service",
    "Site",
    "SitePath",
    "Text",
    "Theme",
    "WebAddress",
    "refers_to",
]
