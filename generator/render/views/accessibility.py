"""The accessibility statement, whose order and wording the regulations fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.accessibility import CRITERIA, AccessibilityStatement, Barrier
from generator.model.page import Page
from generator.model.reference import Contact
from generator.model.register import Filed, Register


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """A statement with its contacts. `names` has the names of the success criteria by their number."""

    page: Page
    statement: AccessibilityStatement
    contact: Contact | None
    enforcement: Contact | None
    nation: str
    barriers: tuple[tuple[str, tuple[Barrier, ...]], ...]
    names: Mapping[str, str]


REASONS = ("non-compliance", "disproportionate-burden", "out-of-scope")
"""The reasons in the order of the model statement."""


def accessibility_view(
    register: Register, filed: Filed[Page], statement: AccessibilityStatement
) -> AccessibilityView:
    """The statement as its page shows it."""
    site = register.site
    return AccessibilityView(
        page=filed.record,
        statement=statement,
        contact=register.contacts.get(statement.contact or site.feedback),
        enforcement=register.contacts.get(statement.enforcement),
        nation=site.nation,
        barriers=tuple((reason, statement.barriers_of(reason)) for reason in REASONS),
        names=CRITERIA,
    )
