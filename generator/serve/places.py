"""Where on its page a field is shown, so that a finding can lead there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.load.documents import FieldPath

ABOUT = ("record",)
"""The part of every record's page that says who answers for it and when it was checked."""

COMMON: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("status", "publish_on", "expires_on", "owner", "reviewed", "review_due"), ABOUT),
    "changes": ("changes", *ABOUT),
    "body": ("more", "main"),
}

PLACES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "data-uses": {
        **dict.fromkeys(("purposes", "will_not", "regime"), ("purposes",)),
        "retention": ("keeping",),
        **dict.fromkeys(("people", "includes_children", "child_version", "data"), ("data",)),
        "recipients": ("sharing",),
        "transfers": ("transfers",),
        "automated_decisions": ("automated-decisions",),
        **dict.fromkeys(("confidentiality", "national_data_opt_out", "choices"), ("choices",)),
        "public_benefit": ("choices",),
        "rights_limits": ("rights",),
        **dict.fromkeys(("controllers", "joint_arrangement", "contact", "service"), ("who-we-are",)),
        "article_14_exception": ("telling",),
        "dpia": ("dpia",),
    },
    "opt-outs": {
        **dict.fromkeys(("stops", "does_not_stop", "effect_on_service"), ("stops",)),
        "channels": ("how",),
        **dict.fromkeys(("held_by", "who_decides", "who_can_use_it", "age", "proxies", "nations"), ("who",)),
        **dict.fromkeys(("takes_effect", "change_your_mind"), ("when",)),
        "exceptions": ("exceptions", "when"),
        "reach": ("uses",),
        "laws": ("who",),
        "compliance": ("compliance",),
    },
    "public-benefit": {
        "question": ("story",),
        **dict.fromkeys(("statement", "start", "end"), ("glance",)),
        **dict.fromkeys(("users", "identifiability", "scale", "consent_sought", "why_no_consent"), ("data",)),
        "steps": ("timeline",),
        **dict.fromkeys(("evaluations", "dpia", "conditions", "prepared_by"), ("evaluation",)),
        **dict.fromkeys(("benefits", "public_aspect"), ("benefits", "evaluation")),
        "perspectives": ("heard", "evaluation"),
        **dict.fromkeys(("proportionality", "if_refused", "alternatives"), ("weighing", "evaluation")),
        "risks": ("risks", "evaluation"),
        **dict.fromkeys(("decision", "rationale", "motivations", "route_back"), ("decision", "evaluation")),
        "learning": ("learning",),
        "outcome": ("outcome",),
    },
}
"""The ids of the parts of a page, by kind of record and name of field; the first that is there is it."""

_PURPOSE = re.compile(r'class="purpose" id="([^"]+)"')


def anchor(collection: str, way: FieldPath, html: str) -> str:
    """The id of the part of a page on which a field stands; `main` where no part is closer."""
    return next((name for name in _candidates(collection, way, html) if f'id="{name}"' in html), "main")


def _candidates(collection: str, way: FieldPath, html: str) -> tuple[str, ...]:
    names = [step for step in way if isinstance(step, str)]
    known = {**COMMON, **PLACES.get(collection, {})}
    close = [place for name in reversed(names) for place in known.get(name, ())]
    if way[:1] == ("purposes",) and "retention" not in names and len(way) > 1:
        purposes = _PURPOSE.findall(html)
        position = way[1]
        if isinstance(position, int) and position < len(purposes):
            close.insert(0, purposes[position])
    return tuple(close)
