"""Earlier versions and the notes that go with them: together they say what changed, and when."""

from __future__ import annotations

from generator.model.history import history
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule

MEMORY = "UK GDPR Article 5(1)(a) and 5(2)"


@rule("change-told", WARNING, MEMORY, "records")
def change_told(filed: Filed[Record], register: Register) -> Problems:
    """
    What: A change says what has changed, in its own words or through the version before it.
    Why: A reason alone tells nobody what is different.
    How: Add `what`, or keep the version before with `revise`, so that the page says it from the facts.
    """
    silent = any(change.what is None for change in filed.record.changes)
    steps = history(filed.record, filed.stage, register.versions.get(filed.key, ())) if silent else ()
    told = {step.day for step in steps if step.differences}
    for number, change in enumerate(filed.record.changes):
        if change.what is None and change.date not in told:
            yield Problem(
                ("changes", number),
                f"The change of {change.date} says why, but not what, and no version before it shows that.",
                "Add `what` in plain words.",
            )


@rule("version-superseded", WARNING, MEMORY, "records")
def version_superseded(filed: Filed[Record], register: Register) -> Problems:
    """
    What: For every earlier version a later change says when and why it was superseded.
    Why: Otherwise nobody can tell until when it held, and which of two versions is the one that counts.
    How: Add an entry to `changes` with the day on which the record took the place of the version.
    """
    versions = register.versions.get(filed.key, ())
    last = versions[-1].began if versions else None
    if last and not any(change.date > last for change in filed.record.changes):
        yield Problem(
            ("changes",) if filed.record.changes else (),
            f"The version of {last} is kept, and no later change says when and why it was superseded.",
            "Add an entry to `changes` with `date`, `what` and `why`.",
        )
