"""A site beside what was published last: nothing vanishes, and what was said is not changed in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.artefacts import Artefact
from generator.diagnostics import Finding, Location
from generator.load.published import Published
from generator.model.addresses import unmade
from generator.model.differences.compare import differences
from generator.model.differences.difference import Difference, Weight
from generator.model.fingerprints import (
    entry_fingerprints,
    record_fingerprint,
    version_key,
)
from generator.model.history import began
from generator.model.published import published_record, published_values
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.sayings import Sayings
from generator.model.version import Version
from generator.proofread.catalogue import ERROR, REVIEW, RULES, WARNING, Problem, Problems, rule

BLOCK_PUBLICATION = frozenset({"address-kept", "change-note-missing", "version-kept"})
"""Rules that warn while a site is worked on, and block where it is to take the place of what is published."""

NDG = "National Data Guardian, What do we mean by public benefit? (2022)"


NOT_KEPT = Sayings()
"""What records say, worked out anew."""


@dataclass(frozen=True, slots=True)
class Before:
    """A record as it was published: `said` is absent where the site does not tell it any more."""

    published: Published
    said: Record | None
    fingerprint: str
    entries: Mapping[str, str]
    found: tuple[Difference, ...]

    def changed(self, now: Record, weight: Weight) -> bool:
        """Whether anything of a weight has changed; without the published words all counts as fact."""
        if self.said is None:
            return weight == "fact" and self.fingerprint not in ("", record_fingerprint(now))
        return any(difference.weight == weight for difference in self.found)


def before(filed: Filed[Record], published: Published, now: Sayings = NOT_KEPT) -> Before:
    """A record beside what was published of it."""
    key = filed.key
    values = published.said.get(key)
    if values == now.values(filed):  # which is most often so, and quick to see
        return Before(published, filed.record, "", now.entries(filed), ())
    said = published_record(key, values) if values else None
    entries = entry_fingerprints(said) if said else published.entries.get(key, {})
    found = differences(said, filed.record) if said else ()
    return Before(published, said, published.records.get(key, ""), entries, found)


def before_publication(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings as they count where the site is to take the place of what is published."""
    for finding in findings:
        blocks = finding.rule in BLOCK_PUBLICATION
        yield replace(finding, severity=ERROR) if blocks else finding


def proofread_published(
    artefacts: Iterable[Artefact], register: Register, published: Published, now: Sayings = NOT_KEPT
) -> Iterator[Finding]:
    """The findings of all rules that compare with the last publication."""
    rules = [kept for kept in RULES.values() if kept.check and kept.subject == "published"]
    for filed in register.records():
        was = before(filed, published, now) if filed.record.status == "published" else None
        for kept in rules if was else ():
            for problem in kept.check(filed, was) if kept.check else ():
                document = filed.document
                where = document.locate(*problem.field)
                said = (problem.message, where, problem.hint, kept.source, document.excerpt(where))
                yield Finding(kept.id, kept.severity, *said)
    pages = frozenset(f"/{artefact.path}" for artefact in artefacts)
    for identifier, problems in (
        ("address-kept", address_kept(pages | _of_broken_files(register, published), published)),
        ("version-kept", version_kept(register, published)),
    ):
        gone = RULES[identifier]
        for problem in problems:
            where = Location(problem.phrase or "site.yaml")
            yield Finding(gone.id, gone.severity, problem.message, where, problem.hint, gone.source)


_MADE_OF_RECORDS = ("/organisations/", "/data-categories/", "/topics/", "/rights/")
"""Where the pages stand that are made of what records say."""


def _of_broken_files(register: Register, published: Published) -> frozenset[str]:
    """Published pages of which nobody can say that they would vanish: what makes them could not be read."""
    if not register.unreadable:
        return frozenset()
    languages = register.site.languages
    said = (published.said.get(f"{name}/{slug}", {}) for name, slug in register.unreadable)
    moved = [f"/{str(old).strip('/')}/" for one in said for old in one.get("redirect_from", ())]
    made = [*_MADE_OF_RECORDS, *(f"/{one}{begin}" for begin in _MADE_OF_RECORDS for one in languages)]
    same = (*unmade(register.unreadable, languages), *moved, *made)
    return frozenset(path for path in published.addresses if path.startswith(same))


def _noted(filed: Filed[Record], published: Published) -> bool:
    return any(change.date >= published.today for change in filed.record.changes)


@rule("published-entry-changed", ERROR, f"{NDG}; published entries are only added to", "published")
def published_entry_changed(filed: Filed[Record], before: Before) -> Problems:
    """
    What: Evaluations, steps, lessons and outcomes that were published stay as they were.
    Why: They are the record of what was known and decided; changed in silence it proves nothing.
    How: Put the old words back and add a new entry; or say under `changes` what was corrected and why.
    """
    now, day = entry_fingerprints(filed.record), before.published.today
    for entry, was in before.entries.items():
        if entry not in now:
            yield Problem(
                (),
                f"The {entry} was published on {day}, and is not here any more.",
                "Put it back; add a new entry that says what is different.",
            )
        elif now[entry] != was and not _noted(filed, before.published):
            yield Problem(
                _place(filed, entry),
                f"The {entry} was changed after it was published on {day}.",
                "Put the old words back and add a new entry, or say under `changes` what was corrected.",
            )


def _place(filed: Filed[Record], entry: str) -> tuple[str | int, ...]:
    named = {"evaluation": "evaluations", "step": "steps", "learning": "learning", "outcome": "outcome"}
    field = named[entry.split(" ", 1)[0]]
    names = [name for name in entry_fingerprints(filed.record) if name.startswith(entry.split(" ", 1)[0])]
    return (field,) if field == "outcome" else (field, names.index(entry))


@rule("change-note-missing", WARNING, "UK GDPR Article 5(1)(a), 13(3) and 14(4)", "published")
def change_note_missing(filed: Filed[Record], before: Before) -> Problems:
    """
    What: A page that tells another fact than when it was last published says what has changed.
    Why: People who read it before cannot see it, and a new use must be told before it starts.
    How: Run `revise` with the file; it keeps what was published, and adds an entry to `changes`.
    """
    if before.changed(filed.record, "fact") and not _noted(filed, before.published):
        day = before.published.today
        yield Problem(
            ("changes",) if filed.record.changes else (),
            f"This page tells another fact than on {day}, and does not say what has changed.",
            f'Run `revise {filed.document.path} --why "…"`, or add an entry to `changes`.',
        )


@rule("wording-changed", REVIEW, "UK GDPR Article 5(1)(a) and 12(1)", "published")
def wording_changed(filed: Filed[Record], before: Before) -> Problems:
    """
    What: A page that explains the same facts in other words has been looked at by a person.
    Why: Only a person can tell whether other words mean something else for people.
    How: If they do, run `revise` with the file or add an entry to `changes`; if not, there is nothing to do.
    """
    said = before.changed(filed.record, "fact") or _noted(filed, before.published)
    if not said and before.changed(filed.record, "wording"):
        field = next(found.field for found in before.found if found.weight == "wording")
        yield Problem(
            (field,),
            f"This page explains something in other words than on {before.published.today}.",
            "If it means something else for people, add an entry to `changes`. If not, leave it.",
        )


@rule("version-kept", WARNING, "Evidence of what was told: UK GDPR Article 5(2)", "addresses")
def version_kept(register: Register, published: Published) -> Problems:
    """
    What: An earlier version says what was published, and stays as it is.
    Why: It is the proof of what people were told on a day; changed or taken away it proves nothing.
    How: Put the file in content/versions back as it was.
    """
    now = NOT_KEPT.versions(register)
    kept = {version_key(v): v.document.path for listed in register.versions.values() for v in listed}
    for name, was in published.versions.items():
        if now.get(name) != was:
            done = "changed" if name in now else "taken away"
            yield Problem(
                (),
                f"The earlier version content/versions/{name} was published, and has been {done}.",
                "Put it back as it was: it is the proof of what people were told.",
                kept.get(name, f"content/versions/{name}"),
            )
    for version in _otherwise_than_published(register, published):
        yield Problem(
            (),
            f"This version is to show what was published on {published.today}, and says something else.",
            "Delete it, and run `revise` again: it takes the version from what is published.",
            version.document.path,
        )


def _otherwise_than_published(register: Register, published: Published) -> Iterator[Version]:
    """Versions that were kept since the last publication, of what held then, and are not what it said."""
    for key, kept in register.versions.items():
        values = published.said.get(key)
        was = published_record(key, values) if values else None
        fresh = [version for version in kept if version_key(version) not in published.versions]
        day = began(was, [version for version in kept if version not in fresh]) if was and fresh else None
        for version in fresh:
            if was and version.began == day and published_values(version.record) != published_values(was):
                yield version


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
