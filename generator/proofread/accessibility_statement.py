"""The accessibility statement: there is one, and what it claims is on record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.config import Site
from generator.load.documents import FieldPath
from generator.model.accessibility import AccessibilityStatement, Barrier
from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import says

REGULATIONS = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
MODEL = f"{REGULATIONS}, regulation 8 and the model statement"
BURDEN = f"{REGULATIONS}, regulation 7"

A_YEAR = timedelta(days=366)
"""How long a statement may stand before somebody looks at it again."""

_CLAIM = on_demand(
    r"(?<!not )(?<!not yet )(?<!n[’']t )\b(?:fully\s+compli(?:ant|es)|complies\s+fully)\s+with\s+(?:the\s+)?"
    r"(?:WCAG|Web Content Accessibility)",
    re.I,
)


@rule("statement-published", WARNING, MODEL, "site")
def statement_published(_: Site, register: Register) -> Problems:
    """
    What: The site has an accessibility statement.
    Why: Public bodies must publish one for each website, and people look there for other formats.
    How: Write content/pages/accessibility.md with the facts of the statement under `accessibility`.
    """
    shown = register.shown(register.pages.values())
    there = any(page.record.accessibility or page.slug == "accessibility" for page in shown)
    if not there and register.could_read("pages", "accessibility"):
        yield Problem(
            (), "This site has no accessibility statement.", "Write the page content/pages/accessibility.md."
        )


@rule("statement-fully-needs-audit", ERROR, MODEL, "pages")
def statement_fully_needs_audit(filed: Filed[Page], register: Register) -> Problems:
    """
    What: “Fully compliant” is said only where a test by hand is on record.
    Why: Programs find a third of all barriers at most; a claim that nobody has checked misleads people.
    How: Record the audit under `tests` with `kind: manual`, or write `compliance: partially`.
    """
    statement = filed.record.accessibility
    message = "The site is said to be fully compliant, and no test by hand is on record."
    hint = "Add the audit to `tests` with `kind: manual`, or write `compliance: partially`."
    if statement and statement.compliance == "fully" and not statement.audited:
        yield Problem(("accessibility", "compliance"), message, hint)
    claim = says(filed.record.body, _CLAIM)
    if claim and not any(_audited(page.record) for page in register.pages.values()):
        yield Problem(("body",), message, hint, claim[0])


def _audited(page: Page) -> bool:
    return bool(page.accessibility and page.accessibility.audited)


@rule("statement-problems-listed", ERROR, MODEL, "pages")
def statement_problems_listed(filed: Filed[Page]) -> Problems:
    """
    What: A site that does not comply fully lists what fails, and one that does lists no failure.
    Why: People need to know what will not work for them; two answers to one question are none.
    How: Add what fails to `barriers` with its reason, or correct `compliance`.
    """
    statement = filed.record.accessibility
    if statement is None:
        return
    if statement.compliance == "fully" and statement.barriers_of("non-compliance"):
        yield Problem(
            ("accessibility", "compliance"),
            "The site is said to be fully compliant, and yet a failure is listed.",
            "Write `compliance: partially`, or take out what is mended.",
        )
    if statement.compliance != "fully" and not statement.barriers:
        yield Problem(
            ("accessibility", "compliance"),
            "The statement says that something fails, but not what.",
            "Add it to `barriers` with its reason.",
        )


@rule("statement-criteria-named", WARNING, MODEL, "pages")
def statement_criteria_named(filed: Filed[Page]) -> Problems:
    """
    What: Each failure names the success criteria of WCAG 2.2 that it fails.
    Why: The model statement asks for it, and whoever mends the failure has to know.
    How: Add `criteria`, for example ["1.4.3"].
    """
    for way, barrier in _barriers(filed, lambda b: b.reason == "non-compliance" and not b.criteria):
        yield Problem(way, f"“{barrier.what}” names no success criterion.", 'Add `criteria`, like ["1.4.3"].')


@rule("statement-mending-dated", WARNING, MODEL, "pages")
def statement_mending_dated(filed: Filed[Page], register: Register) -> Problems:
    """
    What: Each failure says by when it is mended, and that day has not passed.
    Why: The model statement asks when; a promise whose day has passed is a broken one.
    How: Add or move `mended_by`, or take the failure out once it is mended.
    """
    for way, barrier in _barriers(filed, lambda b: b.reason == "non-compliance"):
        if barrier.mended_by is None:
            yield Problem(way, f"“{barrier.what}” does not say by when it is mended.", "Add `mended_by`.")
        elif barrier.mended_by < register.today:
            yield Problem(
                (*way, "mended_by"),
                f"“{barrier.what}” should have been mended by {barrier.mended_by}.",
                "Take it out if it is mended; otherwise set a new day.",
            )


@rule("statement-burden-assessed", ERROR, BURDEN, "pages")
def statement_burden_assessed(filed: Filed[Page]) -> Problems:
    """
    What: Whoever calls something a disproportionate burden has assessed it, on a day, with a reason.
    Why: The regulations allow the exception only after an assessment, and the statement must explain it.
    How: Add `assessed` and `why`; lack of time or of knowledge is no reason.
    """
    for way, barrier in _barriers(filed, lambda b: b.reason == "disproportionate-burden"):
        missing = [f"`{name}`" for name in ("assessed", "why") if getattr(barrier, name) is None]
        if missing:
            yield Problem(
                way,
                f"“{barrier.what}” is called a disproportionate burden without an assessment.",
                f"Add {' and '.join(missing)}.",
            )


@rule("statement-exemption-named", WARNING, f"{REGULATIONS}, regulation 4", "pages")
def statement_exemption_named(filed: Filed[Page]) -> Problems:
    """
    What: What is called out of scope says which exemption leaves it out.
    Why: The regulations list the exemptions, and what is not on that list has to be accessible.
    How: Add `why`, for example "It is a map, and the addresses are listed below it."
    """
    for way, barrier in _barriers(filed, lambda b: b.reason == "out-of-scope" and not b.why):
        yield Problem(way, f"“{barrier.what}” does not say why it is out of scope.", "Add `why`.")


@rule("statement-tested", WARNING, MODEL, "pages")
def statement_tested(filed: Filed[Page]) -> Problems:
    """
    What: The statement says when the site was tested, by whom and how.
    Why: A statement about a site that nobody has tested is a guess.
    How: Add the tests to `tests`, those by programs as well.
    """
    statement = filed.record.accessibility
    if statement and not statement.tests:
        yield Problem(("accessibility",), "The statement names no test of the site.", "Add it to `tests`.")


@rule("statement-dates-possible", ERROR, MODEL, "pages")
def statement_dates_possible(filed: Filed[Page], register: Register) -> Problems:
    """
    What: Nothing in the statement has happened on a day that is still to come.
    Why: The statement would tell people of a test or an assessment that nobody has made.
    How: Correct the day.
    """
    for way, day in _past_days(filed.record.accessibility):
        if day > register.today:
            yield Problem(
                way, f"{day} is still to come, but the statement speaks of it as past.", "Correct it."
            )


def _past_days(statement: AccessibilityStatement | None) -> Iterator[tuple[FieldPath, date]]:
    if statement is None:
        return
    yield ("accessibility", "prepared"), statement.prepared
    for number, test in enumerate(statement.tests):
        yield ("accessibility", "tests", number, "on"), test.on
    for number, barrier in enumerate(statement.barriers):
        if barrier.assessed:
            yield ("accessibility", "barriers", number, "assessed"), barrier.assessed


@rule("statement-review-due", WARNING, f"{REGULATIONS}, regulation 8(2): keep it under review", "pages")
def statement_review_due(filed: Filed[Page], register: Register) -> Problems:
    """
    What: Somebody has looked at the accessibility statement within the last year.
    Why: The regulations ask for regular review, and sites change.
    How: Test the site anew, correct the statement, and set `reviewed`.
    """
    statement = filed.record.accessibility
    if statement is None:
        return
    last = filed.record.reviewed or statement.prepared
    if register.today - last > A_YEAR:
        yield Problem(
            ("reviewed",) if filed.record.reviewed else ("accessibility", "prepared"),
            f"Nobody has looked at the accessibility statement since {last}.",
            "Test the site anew, correct the statement, and set `reviewed`.",
        )


def _barriers(filed: Filed[Page], wanted: Callable[[Barrier], bool]) -> Iterator[tuple[FieldPath, Barrier]]:
    statement = filed.record.accessibility
    for number, barrier in enumerate(statement.barriers if statement else ()):
        if wanted(barrier):
            yield ("accessibility", "barriers", number), barrier
