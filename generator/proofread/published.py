"""A site beside what was published last: nothing vanishes, and what was said is not changed in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.artefacts import Artefact
from generator.diagnostics import Finding, Location
from generator.load.published import Published
from generator.model.fingerprints import entry_fingerprints, record_fingerprint
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, RULES, WARNING, Problem, Problems, rule

NDG = "National Data Guardian, What do we mean by public benefit? (2022)"


def proofread_published(
    artefacts: Iterable[Artefact], register: Register, published: Published
) -> Iterator[Finding]:
    """The findings of all rules that compare with the last publication."""
    for kept in RULES.values():
        if kept.check and kept.subject == "published":
            for filed in register.records():
                for problem in kept.check(filed, published) if filed.record.status == "published" else ():
                    document = filed.document
                    where = document.locate(*problem.field)
                    said = (problem.message, where, problem.hint, kept.source, document.excerpt(where))
                    yield Finding(kept.id, kept.severity, *said)
    gone = RULES["address-kept"]
    pages = frozenset(f"/{artefact.path}" for artefact in artefacts)
    for problem in address_kept(pages, published):
        where = Location("site.yaml")
        yield Finding(gone.id, gone.severity, problem.message, where, problem.hint, gone.source)


def key(filed: Filed[Record]) -> str:
    """A record's name among the fingerprints."""
    return f"{filed.document.collection}/{filed.slug}"


def _noted(filed: Filed[Record], published: Published) -> bool:
    return any(change.date >= published.today for change in filed.record.changes)


@rule("published-entry-changed", ERROR, f"{NDG}; published entries are only added to", "published")
def published_entry_changed(filed: Filed[Record], published: Published) -> Problems:
    """
    What: Evaluations, steps, lessons and outcomes that were published stay as they were.
    Why: They are the record of what was known and decided; changed in silence it proves nothing.
    How: Put the old words back and add a new entry; or say under `changes` what was corrected and why.
    """
    now = entry_fingerprints(filed.record)
    for entry, before in published.entries.get(key(filed), {}).items():
        if entry not in now:
            yield Problem(
                (),
                f"The {entry} was published on {published.today}, and is not here any more.",
                "Put it back; add a new entry that says what is different.",
            )
        elif now[entry] != before and not _noted(filed, published):
            yield Problem(
                _place(filed, entry),
                f"The {entry} was changed after it was published on {published.today}.",
                "Put the old words back and add a new entry, or say under `changes` what was corrected.",
            )


def _place(filed: Filed[Record], entry: str) -> tuple[str | int, ...]:
    named = {"evaluation": "evaluations", "step": "steps", "learning": "learning", "outcome": "outcome"}
    field = named[entry.split(" ", 1)[0]]
    names = [name for name in entry_fingerprints(filed.record) if name.startswith(entry.split(" ", 1)[0])]
    return (field,) if field == "outcome" else (field, names.index(entry))


@rule("change-note-missing", REVIEW, "UK GDPR Article 5(1)(a), 13(3) and 14(4)", "published")
def change_note_missing(filed: Filed[Record], published: Published) -> Problems:
    """
    What: A page that says something else than when it was last published says what has changed.
    Why: People who read it before cannot see it, and a new use must be told before it starts.
    How: Add an entry to `changes` with `date`, `what` and `why`.
    """
    before = published.records.get(key(filed))
    if before and before != record_fingerprint(filed.record) and not _noted(filed, published):
        yield Problem(
            ("changes",) if filed.record.changes else (),
            f"This page says something else than on {published.today}, and does not say what has changed.",
            "Add an entry to `changes` with `date`, `what` and `why`.",
        )


@rule("address-kept", WARNING, "Addresses of pages", "addresses")
def address_kept(pages: frozenset[str], published: Published) -> Problems:
    """
    What: Every page that was published before is still there, or leads on to another.
    Why: People have its address in letters and bookmarks, and a notice is evidence.
    How: Withdraw a record instead of deleting it, or add its address to `redirect_from` of another page.
    """
    for path in sorted(published.addresses - pages):
        address = path.removesuffix("index.html")
        yield Problem(
            (),
            f"The page {address} was published on {published.today}, and would vanish.",
            f"Write `status: withdrawn` into its file, or `redirect_from: [{address}]` into another.",
        )
