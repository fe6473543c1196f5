"""What can be revised, and how: the version that was published is kept, then the record is dated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.load.documents import Document
from generator.load.published import Published, load_published
from generator.load.reading import read_text
from generator.load.site import VERSIONED, VERSIONS, Loaded, load
from generator.model.assemble import KINDS, model
from generator.model.history import began
from generator.model.life_cycle import Stage
from generator.model.published import published_record, published_values
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.validate import validate
from generator.revise.edit import CannotEdit, Note, edited


class CannotRevise(Exception):
    """The record cannot be revised; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to revise and why. `published` is the last publication, or the folder that holds it."""

    site: Path
    path: Path
    today: date
    why: str
    what: str = ""
    published: Path | Published | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What was done: the version that was kept and from when it held.

    `from_site` says that the file had been changed before, so that the version was taken from what
    is published; `noted` that a note for today was there already.
    """

    kept: str
    record: str
    began: date
    from_site: bool
    noted: bool


def revise(request: Request) -> Revision:
    """Keeps what was published and dates the record anew. Raises CannotRevise and changes nothing."""
    loaded = load(request.site)
    register = model(loaded, request.today, drafts=True).register
    if register is None:
        raise CannotRevise("site.yaml cannot be used; run `check` to see why.")
    filed = _wanted(request, loaded, register)
    _refuse_unpublished(filed)
    before = load_published(request.published) if isinstance(request.published, Path) else request.published
    was, values = _published(filed, before)
    day = _day(was, register, filed, request.today)
    ending = Path(filed.document.path).suffix if values is None else ".yaml"
    kept = f"content/{VERSIONS}/{filed.key}/{day.isoformat()}{ending}"
    noted = values is not None and any(change.date >= request.today for change in filed.record.changes)
    text = _dated(filed, request, noted)
    old = request.site / filed.document.path
    body = old.read_bytes() if values is None else _as_yaml(values, before)
    _write(request.site / kept, body, old, text)
    return Revision(kept, filed.document.path, day, values is not None, noted)


def _wanted(request: Request, loaded: Loaded, register: Register) -> Filed[Record]:
    """The record that is asked for, where it can have versions at all."""
    path = _in_site(request)
    found = next((filed for filed in register.records() if filed.document.path == path), None)
    if found and found.key != "pages/home":
        return found
    if path.startswith(f"content/{VERSIONS}/"):
        raise CannotRevise("This is an earlier version. It stays as it was published; revise its record.")
    if found or not path.startswith(tuple(f"content/{folder}/" for folder in VERSIONED)):
        raise CannotRevise(
            f"{path} has no versions. Records in {', '.join(VERSIONED)} have, but not the front page."
        )
    wrong = next((finding for finding in loaded.findings if finding.location.path == path), None)
    said = f" {wrong.message}" if wrong else ""
    raise CannotRevise(
        f"{path} cannot be read as it stands.{said} Run `check`, and mend what it finds there."
    )


def _in_site(request: Request) -> str:
    """A path that begins where the command was given or at the site's folder, from the site's folder."""
    site = request.site.resolve()
    places = [place.resolve() for place in (request.path, site / request.path) if place.is_file()]
    inside = [place for place in places if place.is_relative_to(site)]
    if not inside:
        where = "in this site" if places else "there"
        raise CannotRevise(f"The file {request.path} is not {where}.")
    return inside[0].relative_to(site).as_posix()


def _refuse_unpublished(filed: Filed[Record]) -> None:
    if filed.stage is Stage.DRAFT:
        raise CannotRevise(
            "This is a draft and was never published, so there is nothing to keep. Just change it."
        )
    if filed.stage is Stage.SCHEDULED:
        raise CannotRevise(f"This is published on {filed.record.publish_on}. Until then, just change it.")


def _published(filed: Filed[Record], before: Published | None) -> tuple[Record, Mapping[str, Any] | None]:
    """The record as it was published, and its values where the file says something else by now."""
    if before is None or not before.said:
        return filed.record, None
    values = before.said.get(filed.key)
    if values is None:
        raise CannotRevise(
            f"This was not published yet: it is not in the site of {before.today}. Just change it; "
            "or name the folder of what is published with --published."
        )
    if values == published_values(filed.record):
        return filed.record, None
    was = published_record(filed.key, values)
    if was is None:
        raise CannotRevise(
            "The file was changed since it was published, and what is published has a form that is not known "
            "any more. Put the published words back into the file, revise it, and then change it."
        )
    return was, values


def _day(was: Record, register: Register, filed: Filed[Record], today: date) -> date:
    """The day from which the published version held."""
    versions = register.versions.get(filed.key, ())
    day = began(was, versions)
    if day is None:
        raise CannotRevise("Nothing says since when this holds. Add `reviewed` with the day, and publish it.")
    if day > today:
        raise CannotRevise(f"This says that it changed on {day}, which is not here yet. Correct that first.")
    if any(version.began == day for version in versions):
        raise CannotRevise(
            f"The version of {day} is kept already. Just change the file; or, where that is a change of its "
            "own, publish the last one first."
        )
    if day == today:
        raise CannotRevise(
            "This was dated today already, and a day has one version only. Just change the file: what you "
            "change today belongs to the version of today."
        )
    return day


def _dated(filed: Filed[Record], request: Request, noted: bool) -> str:
    record, today = filed.record, request.today
    days = {"reviewed": today}
    if record.reviewed and record.review_due and record.review_due > record.reviewed:
        days["review_due"] = today + (record.review_due - record.reviewed)
    note = None if noted else Note(today, request.why, request.what)
    try:
        text = edited(filed.document, days, note)
    except CannotEdit as problem:
        raise CannotRevise(f"{filed.document.path}: {problem} Then revise it again.") from None
    _make_sure(filed, text, days, note)
    return text


def _make_sure(filed: Filed[Record], text: str, days: dict[str, date], note: Note | None) -> None:
    """Reads the new text as a build would: all but the dates and the note is what it was."""
    document = read_text(text, filed.document)
    kind = KINDS[filed.document.collection]
    new = validate(kind, document.values, document)[0] if isinstance(document, Document) else None
    changes = len(filed.record.changes) + (note is not None)
    expected = filed.record.model_copy(update={**days, "changes": new.changes if new else ()})
    if new is None or new != expected or len(new.changes) != changes:
        raise CannotRevise(
            f"{filed.document.path} is written in a way that cannot be changed safely. Write `reviewed`, "
            "`review_due` and `changes` each on lines of their own."
        )


def _as_yaml(values: Mapping[str, Any], before: Published | None) -> bytes:
    day = before.today if before else ""
    lead = f"# As it was published on {day}; taken from the site, because the file had been changed since.\n"
    return (lead + yaml.safe_dump(dict(values), sort_keys=False, allow_unicode=True, width=110)).encode()


def _write(kept: Path, body: bytes, record: Path, text: str) -> None:
    """Both files or none: the version first, then the record in one step."""
    raw = record.read_bytes()
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    new = mark + (text.replace("\n", "\r\n") if b"\r\n" in raw else text).encode()
    fresh = record.with_name(f".{record.name}.new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(new)
        with kept.open("xb") as file:
            file.write(body)
        fresh.replace(record)
    except FileExistsError:
        fresh.unlink(missing_ok=True)
        raise CannotRevise(f"{kept} is there already.") from None
    except OSError as error:
        fresh.unlink(missing_ok=True)
        kept.unlink(missing_ok=True)
        raise CannotRevise(f"{kept} could not be written: {error.strerror}.") from error
