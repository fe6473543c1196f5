"""The life of every record: who answers for it, when it was checked, when it holds."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, RULES, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

UPKEEP = "UK GDPR Article 5(1)(d), 5(2); regular review (ICO)"

_HONORIFIC = on_demand(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Sir|Dame)\.?\s+[A-Z]")
_LISTED = (
    "Adam Ahmed Alan Alex Alison Amanda Amina Andrew Angela Anita Ann Anna Anne Anthony Barbara Ben Brian "
    "Carol Caroline Catherine Charles Charlotte Chris Christine Christopher Claire Colin Daniel Dave "
    "David Deborah Diane Elizabeth Emily Emma Fatima Fiona Gareth Gary George Graham Hannah Helen Ian "
    "Jack Jacqueline James Jane Janet Jennifer Jessica Jill Joan Joanna Joanne John Jonathan Joseph Julia "
    "Julie Karen Kate Katherine Keith Kevin Laura Linda Lisa Louise Lucy Margaret Maria Mark Martin Mary "
    "Matthew Michael Michelle Mohammed Muhammad Natalie Neil Nicholas Nicola Olivia Patricia Paul Paula "
    "Peter Philip Priya Rachel Raj Rebecca Richard Robert Roger Ruth Samantha Sandra Sarah Sharon Simon "
    "Sophie Stephen Steve Steven Stuart Sue Susan Suzanne Thomas Tim Timothy Tom Tony Tracey Victoria "
    "Wendy William "
)
FIRST_NAMES = frozenset(_LISTED.split())
"""First names that are common among people who work for councils."""
_NAME = on_demand(r"([A-Z][a-z]+)(?: [A-Z]\.?)?(?: [A-Z][a-z'’]+(?:-[A-Z][a-z]+)?)(?=$|,| \()")
_NO_PERSON = on_demand(
    r" (?:Manager|Officer|Team|Director|Clerk|Head|Lead|Library|Centre|Hall|House|Street|Road|Park|School"
    r"|Office|Museum|Desk|Line|Service|Services|Court|Hospital|Club|Trust|Hub|Board|Committee)$"
)
_INITIAL = on_demand(r"[A-Z]\.? (?:[A-Z]\.? )?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?=$|,| \()")


def is_a_name(owner: str) -> bool:
    """Whether an owner reads like a person's name; in doubt it does not."""
    name, initial = _NAME.match(owner.strip()), _INITIAL.match(owner.strip())
    found = name or initial
    if found and _NO_PERSON.search(found[0]):
        return False
    return "@" in owner or bool(_HONORIFIC.search(owner) or initial or (name and name[1] in FIRST_NAMES))


@rule("owner-stated", WARNING, UPKEEP, "records")
def owner_stated(filed: Filed[Record]) -> Problems:
    """
    What: Every record says which role answers for it.
    Why: A page that nobody answers for is not kept up.
    How: Add `owner`, for example "Council tax manager".
    """
    if not filed.record.owner:
        yield Problem((), "Nobody answers for this page.", 'Add `owner`, for example "Council tax manager".')


_NOBODY = on_demand(
    r"(?:various|everyone|everybody|anyone|all(?: staff| teams| services)?|(?:the |our )?council|us|we"
    r"|n/?a|none"
    r"|nobody|no one|unknown|not known|someone|somebody|staff|officers?|others?|as above|see above|\W*|\?+)",
    re.I,
)


@rule("owner-is-a-role", WARNING, UPKEEP, "records")
def owner_is_a_role(filed: Filed[Record]) -> Problems:
    """
    What: The owner is a role, not a person.
    Why: People leave, roles stay; and a name is personal data that need not be published.
    How: Write the role, for example "Council tax manager".
    """
    owner = filed.record.owner
    if owner and _NOBODY.fullmatch(owner.strip()):
        yield Problem(
            ("owner",), f"“{owner}” is no role that answers for this page.", "Write one role or one team."
        )
    elif owner and (is_a_name(owner) or owner.strip() in FIRST_NAMES):
        yield Problem(
            ("owner",), f"The owner “{owner}” looks like a person's name.", "Write the role instead."
        )


@rule("review-dates-stated", WARNING, UPKEEP, "records")
def review_dates_stated(filed: Filed[Record]) -> Problems:
    """
    What: Every record says when it was last checked and by when it is checked again.
    Why: Readers can tell how far to trust a page, and you are reminded in time.
    How: Add `reviewed` and `review_due`.
    """
    missing = [f"`{name}`" for name in ("reviewed", "review_due") if getattr(filed.record, name) is None]
    if missing and filed.stage.is_current:
        yield Problem((), "This page does not say when it is checked.", f"Add {' and '.join(missing)}.")


@rule("reviewed-in-future", ERROR, UPKEEP, "records")
def reviewed_in_future(filed: Filed[Record], register: Register) -> Problems:
    """
    What: The day of the last check is not in the future.
    Why: The page would tell readers of a check that has not happened.
    How: Correct `reviewed`.
    """
    if filed.record.reviewed and filed.record.reviewed > register.today:
        yield Problem(
            ("reviewed",), "This page is checked on a day that is still to come.", "Correct `reviewed`."
        )


@rule("review-due-after-reviewed", ERROR, UPKEEP, "records")
def review_due_after_reviewed(filed: Filed[Record]) -> Problems:
    """
    What: The next check comes after the last one.
    Why: One of the two dates is wrong, and readers see both.
    How: Correct `reviewed` or `review_due`.
    """
    record = filed.record
    if record.reviewed and record.review_due and record.review_due <= record.reviewed:
        yield Problem(
            ("review_due",),
            "The next check is dated before the last one.",
            "Correct `reviewed` or `review_due`.",
        )


@rule("review-overdue", WARNING, UPKEEP, "records")
def review_overdue(filed: Filed[Record]) -> Problems:
    """
    What: A record is checked again by the day that was set.
    Why: What was true when it was written may no longer be; the page shows that its check is late.
    How: Check all of it, and then set `reviewed` and `review_due`.
    """
    if filed.stage is Stage.OVERDUE:
        yield Problem(
            ("review_due",),
            f"The check of this page was due on {filed.record.review_due}.",
            "Check all of it, and then set `reviewed` and `review_due`.",
        )


@rule("dates-in-order", ERROR, UPKEEP, "records")
def dates_in_order(filed: Filed[Record]) -> Problems:
    """
    What: A record does not end before it begins.
    Why: It would never be shown as holding.
    How: Correct `publish_on` or `expires_on`.
    """
    record = filed.record
    if record.publish_on and record.expires_on and record.expires_on < record.publish_on:
        yield Problem(
            ("expires_on",), "This page ends before it begins.", "Correct `publish_on` or `expires_on`."
        )


@rule("withdrawn-because", ERROR, UPKEEP, "records")
def withdrawn_because(filed: Filed[Record]) -> Problems:
    """
    What: A withdrawn record says why.
    Why: Readers who come by an old link want to know what happened.
    How: Add `withdrawn_because`.
    """
    if filed.record.status == "withdrawn" and not filed.record.withdrawn_because:
        yield Problem(
            ("status",), "This page is withdrawn, and nothing says why.", "Add `withdrawn_because`."
        )


@rule("accepted-known", WARNING, "The catalogue of rules", "records")
def accepted_known(filed: Filed[Record]) -> Problems:
    """
    What: An accepted finding names a rule that exists.
    Why: With a misspelt id nothing is accepted.
    How: Correct the id; the command `rules` lists them all.
    """
    for number, accepted in enumerate(filed.record.accepted):
        if accepted.rule not in RULES:
            yield Problem(
                ("accepted", number, "rule"),
                f"There is no rule `{accepted.rule}`.",
                "The command `rules` lists them all.",
            )


@rule("accepted-expired", WARNING, "Accepted findings have an end", "records")
def accepted_expired(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No accepted finding is past its last day.
    Why: It was accepted for a time only; the finding is back.
    How: Mend what was accepted and take the entry out, or decide again and set another day.
    """
    for number, accepted in enumerate(filed.record.accepted):
        if accepted.until < register.today:
            yield Problem(
                ("accepted", number, "until"),
                f"The finding `{accepted.rule}` was accepted until {accepted.until} only.",
                "Mend it and take the entry out, or decide again.",
            )


@rule("changes-in-future", ERROR, UPKEEP, "records")
def changes_in_future(filed: Filed[Record], register: Register) -> Problems:
    """
    What: A change is told once the record that holds it is published.
    Why: The page would tell readers of a change that has not happened.
    How: Correct the date.
    """
    latest = max(register.today, filed.record.publish_on or register.today)
    for number, change in enumerate(filed.record.changes):
        if change.date > latest:
            yield Problem(
                ("changes", number, "date"),
                "This change is dated on a day still to come.",
                "Correct the date.",
            )


@rule("changes-newest-first", WARNING, UPKEEP, "records")
def changes_newest_first(filed: Filed[Record]) -> Problems:
    """
    What: Changes stand newest first.
    Why: Readers look for the latest change at the top.
    How: Put the changes in order.
    """
    for number, (above, below) in enumerate(pairwise(filed.record.changes), 1):
        if below.date > above.date:
            yield Problem(
                ("changes", number, "date"), "This change is newer than the one above it.", "Put it first."
            )
