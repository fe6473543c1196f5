"""Which fields of which part of a record are published as data: those that stand here and no others.

A field that is added to a model is not published before somebody has written it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.config import Complaints, CookieGroup, Cookies, Embed, KeptItem, Part, Site
from generator.config.cookies import Decision, Service
from generator.model import data_use as use
from generator.model import fields, opt_out, page, purpose, record, reference
from generator.model import public_benefit as benefit
from generator.model.access import Access
from generator.model.accessibility import AccessibilityStatement, AccessibilityTest, Barrier

_RECORD = (
    "title summary also_called status publish_on expires_on withdrawn_because owner reviewed review_due "
    "redirect_from changes body "
)
_DPIA = "reference date outcome summary withheld_because"

_FIELDS: Mapping[type[Part], str] = {
    Site: "name title notice base_url main_site languages nation controller data_protection_officer feedback "
    "rights_requests complaints regulator regulator_contact cookies embeds",
    Complaints: "contact form other_means acknowledge_days",
    Cookies: "ask_again_days groups",
    CookieGroup: "id name purpose basis decision services",
    Decision: "decided by reason",
    Service: "name set_by provider keeps",
    KeptItem: "name kind purpose lasts",
    record.Change: "date what why",
    fields.LawReference: "law section",
    fields.DoesNotApply: "does_not_apply",
    use.DataUse: _RECORD
    + "service topics contact regime controllers joint_arrangement people includes_children child_version "
    "purposes will_not data recipients transfers automated_decisions confidentiality national_data_opt_out "
    "choices public_benefit article_14_exception dpia rights_limits",
    use.Controller: "organisation start end",
    use.DataItem: "category includes from_you from_organisations from_others publicly_available required",
    use.Requirement: "kind laws without_it",
    use.Recipient: "organisation role why data",
    use.Transfer: "country organisation mechanism safeguard copy_from",
    use.AutomatedDecision: "decision logic significance told_how comment_how person_how contest_how",
    use.Confidentiality: "basis reference explanation",
    use.NationalDataOptOut: "applies reason explanation evidence checked",
    use.Article14Exception: "exception explanation factors safeguards",
    use.Dpia: _DPIA,
    use.RightsLimit: "right explanation laws",
    purpose.Purpose: "purpose lawful_basis laws legitimate_interests recognised_interest outside_public_task "
    "withdraw_consent conditions retention research direct_marketing",
    purpose.SensitiveCondition: "condition schedule_1 policy_document",
    purpose.Retention: "records keep why",
    opt_out.OptOut: _RECORD
    + "reach stops does_not_stop effect_on_service held_by who_decides who_can_use_it age proxies channels "
    "takes_effect change_your_mind exceptions nations laws compliance",
    opt_out.Age: "years explanation",
    opt_out.Channel: "kind how contact address",
    opt_out.Compliance: "status as_of next_check owner scope uses_checked uses_in_scope "
    "releases_checked method",
    benefit.PublicBenefit: _RECORD
    + "question topics statement users identifiability scale access consent_sought why_no_consent start end "
    "steps evaluations learning outcome",
    Access: "kind frequency linkage privacy funders sublicence",
    benefit.PlainStatement: "data people used_by will_not choice",
    benefit.UseStep: "state on why",
    benefit.Evaluation: "id date kind trigger supersedes prepared_by state public_aspect benefits "
    "perspectives proportionality if_refused alternatives conditions dpia risks decision rationale "
    "motivations route_back next_review withdrawn_because",
    benefit.PublicAspect: "who distribution who_misses_out evidence",
    benefit.Benefit: "benefit kind horizon likelihood measure state",
    benefit.Perspective: "kind method date said effect",
    benefit.BenefitCondition: "condition why met_on",
    benefit.EvaluationDpia: _DPIA,
    benefit.Risk: "risk severity mitigation state",
    benefit.Motivation: "whose motivation interest",
    benefit.LearningEntry: "date worked did_not_work changed",
    benefit.Outcome: "published_on summary benefits not_achieved harms outputs publicised corrections",
    benefit.OutcomeBenefit: "benefit state evidence",
    benefit.Output: "title address",
    benefit.Publicity: "to how on",
    benefit.Correction: "on what",
    page.Page: _RECORD + "accessibility",
    AccessibilityStatement: "applies_to compliance barriers not_checked tests plans prepared contact "
    "reply_within enforcement",
    Barrier: "what reason criteria why assessed instead mended_by",
    AccessibilityTest: "on kind by what how",
    Embed: "kind title page set_by may_keep",
    reference.Organisation: "id name short_name also_called kind what_it_does website country start end "
    "succeeded_by",
    reference.Contact: "id name telephone hours email website address other",
    reference.Fact: "id label value source",
    reference.DataCategory: "id name meaning also_called sensitivity health_or_care",
    reference.Topic: "id name summary",
    reference.Service: "id name what_it_does topic contact",
    reference.Law: "id title short_title plain address in_force_from repealed_on replaced_by",
    reference.Right: "id name formal_name plain how limits article",
    reference.Term: "id term meaning also_called",
}

ALLOWED: Mapping[type[Part], tuple[str, ...]] = {
    part: tuple(names.split()) for part, names in _FIELDS.items()
}
"""The fields of each part that are published, in order."""


def published(value: Any) -> Any:
    """A value as data: of parts only what is allowed, days as ISO 8601, `null` for what nobody has said."""
    if isinstance(value, str):
        return str(value)  # an id of a record knows more than its letters, and data do not
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Part):
        return {name: published(getattr(value, name)) for name in ALLOWED.get(type(value), ())}
    if isinstance(value, tuple):
        return [published(item) for item in value]
    if isinstance(value, Mapping):
        return {key: published(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value
