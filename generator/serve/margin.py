"""The margin: what an editor should know about the page that is shown. It exists in the preview only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator.artefacts import Artefact
from generator.diagnostics import Finding, Severity
from generator.model.naming import line_for, name_of, to_add, way_of
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.reading import record_grade
from generator.proofread.rules import RULES
from generator.render.views.common import Link
from generator.serve.neighbours import appears_on, used_by
from generator.serve.opening import Opening, opening
from generator.serve.places import anchor
from generator.serve.preview import Preview, Shown, Standing


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with where to open it and the line that it points at."""

    finding: Finding
    opening: Opening
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class FieldRemarks:
    """What was found about one field, and the id of the part of the page on which it stands."""

    name: str
    anchor: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The record that a page shows: its life, how hard it is to read, and what is kept back."""

    stage: str
    status: str
    publish_on: date | None
    grade: float | None
    reviewed: date | None
    review_due: date | None
    late: bool
    owner: str
    public: tuple[str, ...]
    internal: tuple[str, ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """All that the panel of one page shows.

    `because` are the findings that keep the page from being made, where they lie in what every page
    needs; `others` those about other pages, the gravest first.
    """

    standing: str
    because: tuple[Remark, ...]
    checking: bool
    today: date
    sources: tuple[Opening, ...]
    own: tuple[FieldRemarks, ...]
    unready: tuple[FieldRemarks, ...]
    others: tuple[Remark, ...]
    about: About | None
    used_by: tuple[Link, ...]
    appears_on: tuple[Link, ...]

    @property
    def number(self) -> int:
        """How many findings there are about this page."""
        return sum(len(field.remarks) for field in (*self.own, *self.unready))


def margin(preview: Preview, shown: Shown) -> Margin:
    """The margin of a page as it is shown; of none in particular where there is no page."""
    page = shown.artefact
    sources = page.sources if page else ()
    first = [shown.problem] if shown.problem else []
    own = [*first, *preview.about(sources)]
    later = [finding for finding in preview.unready if finding.location.path in sources]
    because = _in_the_way(preview) if shown.standing is Standing.STALE and not own else ()
    others = _gravest_first(f for f in preview.found if f not in (*own, *because))
    filed = _record_of(preview, sources)
    named = _named(page, filed)
    register = preview.pages.register if preview.pages else None
    return Margin(
        standing=str(shown.standing),
        because=tuple(remark(preview, finding) for finding in because),
        checking=preview.checking,
        today=preview.order.today,
        sources=tuple(opening(preview, source) for source in sources),
        own=_by_field(preview, own, page),
        unready=_by_field(preview, later, page),
        others=tuple(remark(preview, finding) for finding in others),
        about=_about(register, filed) if register and filed else None,
        used_by=used_by(register, *named) if register and named else (),
        appears_on=appears_on(register, filed.record) if register and filed else (),
    )


NEEDED_BY_ALL = ("site.yaml", "templates/", "content/reference/")
"""How the paths of files begin without which no page can be made."""


def _in_the_way(preview: Preview) -> tuple[Finding, ...]:
    """What is wrong with the files that every page needs."""
    return tuple(f for f in preview.found if _unread(f) and f.location.path.startswith(NEEDED_BY_ALL))


def _gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What blocks comes first, and of that what could not be read at all: much may follow from it."""
    order = list(Severity)
    return tuple(sorted(findings, key=lambda found: (order.index(found.severity), not _unread(found))))


def _unread(finding: Finding) -> bool:
    """Whether something could not be read or used as it stands, which no rule had to look for."""
    known = RULES.get(finding.rule)
    return finding.severity is Severity.ERROR and (known is None or known.check is None)


def remark(preview: Preview, finding: Finding) -> Remark:
    """A finding with all that is needed to mend it."""
    place = finding.location
    document = preview.document(place.path)
    if document and to_add(document, finding):
        return Remark(finding, opening(preview, place.path, line_for(document, finding)))
    where = opening(preview, place.path, place.line, place.column)
    return Remark(finding, where, preview.excerpt(finding).strip())


def _record_of(preview: Preview, sources: Iterable[str]) -> Filed[Record] | None:
    if preview.pages is None:
        return None
    return next((f for f in preview.pages.register.records() if f.document.path in sources), None)


def _named(page: Artefact | None, filed: Filed[Record] | None) -> tuple[str, str] | None:
    """The collection and the id of what a page is about: a record, or an entry of a reference list."""
    if filed:
        return filed.document.collection, filed.slug
    parts = page.url.strip("/").split("/") if page else []
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _by_field(
    preview: Preview, findings: Iterable[Finding], page: Artefact | None
) -> tuple[FieldRemarks, ...]:
    """The findings grouped by the field they stand in, in the order of the file."""
    html = page.body.decode("utf-8", "replace") if page else ""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for finding in sorted(findings, key=lambda finding: _line(preview, finding)):
        document = preview.document(finding.location.path)
        way = way_of(document, finding) if document else ()
        collection = document.collection if document else ""
        key = (name_of(document, way) if document else "", anchor(collection, way, html))
        groups.setdefault(key, []).append(remark(preview, finding))
    return tuple(FieldRemarks(name, place, tuple(remarks)) for (name, place), remarks in groups.items())


def _line(preview: Preview, finding: Finding) -> tuple[str, int]:
    document = preview.document(finding.location.path)
    return finding.location.path, line_for(document, finding) if document else finding.location.line


def _about(register: Register, filed: Filed[Record]) -> About:
    record = filed.record
    public, internal = _kept_apart(record)
    return About(
        stage=str(filed.stage),
        status=record.status,
        publish_on=record.publish_on,
        grade=record_grade(filed),
        reviewed=record.reviewed,
        review_due=record.review_due,
        late=bool(record.review_due and record.review_due < register.today),
        owner=record.owner or "",
        public=public,
        internal=internal,
        unanswered=tuple(_unanswered(record)),
    )


INTERNAL = ("internal", "accepted")
"""The fields that no page, export or index shows: what is kept for colleagues, and accepted findings."""


def _kept_apart(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the fields that are filled: those that will be public, and those that never are."""
    filled = [name for name in type(record).model_fields if name in record.model_fields_set]
    public = tuple(_in_words(name) for name in filled if name not in INTERNAL)
    internal = (_inside(name, getattr(record, name)) for name in filled if name in INTERNAL)
    return public, tuple(chain.from_iterable(internal))


def _inside(name: str, value: Any) -> Iterator[str]:
    """What stands in a group that is internal, by the names of its fields."""
    if isinstance(value, BaseModel):
        yield from (_in_words(inner) for inner in sorted(value.model_fields_set))
    elif value:
        yield _in_words(name)


def _unanswered(record: Record) -> Iterator[str]:
    """The questions that can be answered with `does_not_apply` and that nobody has answered."""
    for name, field in type(record).model_fields.items():
        if "DoesNotApply" in repr(field.annotation) and getattr(record, name) is None:
            yield _in_words(name)


def _in_words(name: str) -> str:
    return name.replace("_", " ")
