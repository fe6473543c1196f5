"""What records say otherwise than the last publication, for the preview's index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.build import Built, Order, compare, teller
from generator.model.register import Register
from generator.render.words import MissingWords


@dataclass(frozen=True, slots=True)
class Changes:
    """The day of the last publication, and each record that would change as `diff` gives it in JSON."""

    published: date
    records: tuple[Mapping[str, Any], ...]


def changes(order: Order, register: Register) -> Changes | None:
    """What the public would read anew; nothing where nothing is published, or there are no words to tell it.

    Only records are compared: the pages of a preview have its marks and are never those of the site.
    """
    from generator.report.differing import comparison_as_json

    public = Built((), (), replace(register, drafts=False))
    found = compare(public, order.site / "public")
    if found is None or found.before is None:
        return None
    try:
        told = comparison_as_json(found, teller(public, order.site, found.before))
    except MissingWords:
        return None
    return Changes(found.before.today, tuple(told["records"]))
