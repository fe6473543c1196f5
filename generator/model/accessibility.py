"""The accessibility statement as data: what fails and why, who tested what, whom to tell.

Its parts are those of the model statement under the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018, regulation 8.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.config import ContactId, Day, Part, Text

CRITERIA: Mapping[str, str] = {
    "1.1.1": "Non-text content",
    "1.2.1": "Audio-only and video-only (prerecorded)",
    "1.2.2": "Captions (prerecorded)",
    "1.2.3": "Audio description or media alternative (prerecorded)",
    "1.2.4": "Captions (live)",
    "1.2.5": "Audio description (prerecorded)",
    "1.3.1": "Info and relationships",
    "1.3.2": "Meaningful sequence",
    "1.3.3": "Sensory characteristics",
    "1.3.4": "Orientation",
    "1.3.5": "Identify input purpose",
    "1.4.1": "Use of color",
    "1.4.2": "Audio control",
    "1.4.3": "Contrast (minimum)",
    "1.4.4": "Resize text",
    "1.4.5": "Images of text",
    "1.4.10": "Reflow",
    "1.4.11": "Non-text contrast",
    "1.4.12": "Text spacing",
    "1.4.13": "Content on hover or focus",
    "2.1.1": "Keyboard",
    "2.1.2": "No keyboard trap",
    "2.1.4": "Character key shortcuts",
    "2.2.1": "Timing adjustable",
    "2.2.2": "Pause, stop, hide",
    "2.3.1": "Three flashes or below threshold",
    "2.4.1": "Bypass blocks",
    "2.4.2": "Page titled",
    "2.4.3": "Focus order",
    "2.4.4": "Link purpose (in context)",
    "2.4.5": "Multiple ways",
    "2.4.6": "Headings and labels",
    "2.4.7": "Focus visible",
    "2.4.11": "Focus not obscured (minimum)",
    "2.5.1": "Pointer gestures",
    "2.5.2": "Pointer cancellation",
    "2.5.3": "Label in name",
    "2.5.4": "Motion actuation",
    "2.5.7": "Dragging movements",
    "2.5.8": "Target size (minimum)",
    "3.1.1": "Language of page",
    "3.1.2": "Language of parts",
    "3.2.1": "On focus",
    "3.2.2": "On input",
    "3.2.3": "Consistent navigation",
    "3.2.4": "Consistent identification",
    "3.2.6": "Consistent help",
    "3.3.1": "Error identification",
    "3.3.2": "Labels or instructions",
    "3.3.3": "Error suggestion",
    "3.3.4": "Error prevention (legal, financial, data)",
    "3.3.7": "Redundant entry",
    "3.3.8": "Accessible authentication (minimum)",
    "4.1.2": "Name, role, value",
    "4.1.3": "Status messages",
}
"""The success criteria of WCAG 2.2 at levels A and AA, with the names that the standard gives them."""


def _criterion(value: str) -> str:
    if value not in CRITERIA:
        raise ValueError(
            f"holds {value}, which is no success criterion of WCAG 2.2 at level A or AA; write one like 1.4.3"
        )
    return value


Criterion = Annotated[Text, AfterValidator(_criterion)]


class Barrier(Part):
    """Content that not everyone can use, and the reason that the regulations know for it."""

    what: Text = Field(description="What does not work and for whom, in plain words.")
    reason: Literal["non-compliance", "disproportionate-burden", "out-of-scope"] = Field(
        description="`non-compliance`: it fails the standard. `disproportionate-burden`: to mend it would be "
        "too much. `out-of-scope`: the regulations leave it out."
    )
    criteria: tuple[Criterion, ...] = Field(
        (), description='The success criteria of WCAG 2.2 that it fails, each like "1.4.3".'
    )
    why: Text | None = Field(
        None, description="Why mending it is a disproportionate burden, or which exemption leaves it out."
    )
    assessed: Day | None = Field(None, description="The day on which the burden was assessed.")
    instead: Text | None = Field(None, description="What people can do until then.")
    mended_by: Day | None = Field(None, description="The day by which it is mended.")


class AccessibilityTest(Part):
    """One test of the site: when, by whom, of what, and how."""

    on: Day = Field(description="The day of the test, or its last day.")
    kind: Literal["automated", "manual"] = Field(
        description="`automated`: by a program. `manual`: people audited it by hand against the standard."
    )
    by: Text = Field(description="Who tested: the body's own team, or the name of another organisation.")
    what: Text = Field(description="Which pages were tested, and how they were chosen.")
    how: Text = Field(description="With which tools, browsers and assistive technologies.")


class AccessibilityStatement(Part):
    """What the model accessibility statement asks for; the page is made from it."""

    applies_to: Text | None = Field(None, description="What it covers, if more or less than this site.")
    compliance: Literal["fully", "partially", "not"] = Field(
        description="How far the site complies with WCAG 2.2 AA. `fully` needs a manual test on record."
    )
    barriers: tuple[Barrier, ...] = Field((), description="Everything that is not accessible.")
    not_checked: tuple[Text, ...] = Field((), description="What nobody has checked by hand yet.")
    tests: tuple[AccessibilityTest, ...] = Field((), description="The tests, the latest first.")
    plans: tuple[Text, ...] = Field((), description="What is being done to make the site more accessible.")
    prepared: Day = Field(description="The day the statement was prepared.")
    contact: ContactId | None = Field(
        None,
        description="Who takes reports and requests for other formats; left out: `feedback` of site.yaml.",
    )
    reply_within: Text = Field(description="How soon people get a reply, for example `10 working days`.")
    enforcement: ContactId = Field(
        description="Who helps people whom a reply does not satisfy, from contacts.yaml: the Equality "
        "Advisory and Support Service; in Northern Ireland the Equality Commission for Northern Ireland."
    )

    def barriers_of(self, reason: str) -> tuple[Barrier, ...]:
        """The barriers that have this reason."""
        return tuple(barrier for barrier in self.barriers if barrier.reason == reason)

    @property
    def listed(self) -> Literal["none", "non-compliances", "exemptions", "both"]:
        """What the statement lists, by the words of the model statement."""
        fails = bool(self.barriers_of("non-compliance"))
        exempt = len(self.barriers) > len(self.barriers_of("non-compliance"))
        if fails and exempt:
            return "both"
        return "non-compliances" if fails else "exemptions" if exempt else "none"

    @property
    def audited(self) -> bool:
        """Whether a test by hand is on record."""
        return any(test.kind == "manual" for test in self.tests)
