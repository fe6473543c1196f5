"""public-benefit/register.csv: one line for each project, in the columns that data-use registers share.

The first 31 columns are those of the data-use register standard of the UK Health Data Research
Alliance (2022), by the names and in the order in which the HDR UK Gateway takes them; an asterisk is
part of a name. The others say what that standard has no place for: the evaluation, the outcome and
what was learned. Cells that we have no fact for are empty. Names of people are never published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from generator.model.access import Access
from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, stated
from generator.model.outcome import outcome_state
from generator.model.public_benefit import Outcome, PublicBenefit
from generator.render.registers.table import Column, Line, day

Project = Line[PublicBenefit]
_LISTED = ", "
"""The Gateway takes a comma between names, so that a name itself must have none."""


def _uses(line: Project) -> list[DataUse]:
    return [use.record for use in line.register.uses_by_project[line.filed.slug]]


def _names(line: Project, names: Iterable[str]) -> str:
    return line.joined((name.replace(",", ";") for name in names), _LISTED)


def _users(line: Project) -> str:
    return _names(line, (line.organisation(user) for user in line.record.users))


def _sector(line: Project) -> str:
    known = (line.register.organisations.get(user) for user in line.record.users)
    return line.joined(line.words(f"organisation_kind.{user.kind}") for user in known if user)


def _benefit(line: Project) -> str:
    latest = line.record.latest_evaluation
    if latest is None:
        return line.plain(line.record.question)
    who = [latest.public_aspect.who] if latest.public_aspect else []
    return line.joined((*who, *(benefit.benefit for benefit in latest.benefits)), " ")


def _committees(line: Project) -> str:
    basis = (stated(use.confidentiality) for use in _uses(line))
    return line.joined(one.reference for one in basis if one)


def _approved(line: Project) -> date | None:
    approved = [step.on for step in line.record.steps if step.state == "approved"]
    met = [e.date for e in line.record.evaluations if e.state in ("met", "met-with-conditions")]
    return max((*approved, *met), default=None)


def _began(line: Project) -> date | None:
    return next((step.on for step in line.record.steps if step.state == "active"), None)


def _datasets(line: Project) -> str:
    known = line.register.categories
    named = (i.category for use in _uses(line) for i in use.data)
    found = _names(line, (known[name].name if name in known else name for name in named))
    return found or (line.plain(line.record.statement.data) if line.record.statement else "")


def _word(line: Project, key: str, value: str | None) -> str:
    return line.words(f"{key}.{value}") if value else ""


def _article_6(line: Project) -> str:
    bases = (purpose.lawful_basis for use in _uses(line) for purpose in use.purposes)
    return line.joined(_article(line, f"basis.{basis}") for basis in bases if basis)


def _article_9(line: Project) -> str:
    found = (c.condition for use in _uses(line) for purpose in use.purposes for c in purpose.conditions)
    return line.joined(_article(line, f"condition.{condition}") for condition in found)


def _article(line: Project, key: str) -> str:
    return f"{line.words(f'{key}.article')}: {line.words(f'{key}.name')}"


def _confidentiality(line: Project) -> str:
    return line.joined(
        line.told(use.confidentiality, lambda one: line.words(f"confidentiality.{one.basis}"))
        for use in _uses(line)
    )


def _opt_out(line: Project) -> str:
    answers = (use.national_data_opt_out for use in _uses(line))
    return line.joined(_word(line, "register.opt_out", a.applies) for a in answers if a)


def _statement(line: Project) -> str:
    return line.plain(line.record.statement.data) if line.record.statement else ""


def _outputs(line: Project) -> str:
    made = line.record.outcome.outputs if line.record.outcome else ()
    return _names(line, (output.address or output.title for output in made))


def _access(line: Project, of: Callable[[Access], str | None]) -> str:
    return line.plain(of(line.record.access)) if line.record.access else ""


def _privacy(line: Project) -> str:
    known = _word(line, "identifiability", line.record.identifiability)
    return _access(line, lambda access: access.privacy) or known


def _nothing(_: Project) -> str:
    return ""


def _latest(line: Project, field: str) -> str:
    latest = line.record.latest_evaluation
    value = getattr(latest, field) if latest else None
    return day(value) if isinstance(value, date) else line.plain(value)


def _evaluation(line: Project) -> str:
    latest = line.record.latest_evaluation
    return _word(line, "evaluation_state", latest.state if latest else None)


def _evaluations(line: Project) -> str:
    return line.joined(
        f"{e.date} {line.words(f'evaluation_state.{e.state}')}" + (f" ({e.trigger})" if e.trigger else "")
        for e in line.record.evaluations
    )


def _outcome(line: Project, of: Callable[[Outcome], Iterable[str] | DoesNotApply | None]) -> str:
    return line.told(of(line.record.outcome), line.joined) if line.record.outcome else ""


def _outcome_state(line: Project) -> str:
    state = outcome_state(line.record, line.register.site.review.outcome_days, line.register.today)
    return line.words(f"outcome_state.{state}")


def _achieved(line: Project) -> str:
    became = line.record.outcome.benefits if line.record.outcome else ()
    return line.joined(f"{one.benefit} ({line.words(f'benefit_state.{one.state}')})" for one in became)


def _learned(line: Project) -> str:
    return line.joined(
        f"{learned.date}: " + " ".join(text for text in (learned.did_not_work, learned.changed) if text)
        for learned in line.record.learning
    )


def _column(
    heading: str, meaning: str, cell: Callable[[Project], str], kind: str = "string"
) -> Column[PublicBenefit]:
    return Column(heading, f"register.project.{meaning}", cell, kind)


STANDARD: tuple[Column[PublicBenefit], ...] = (
    _column("Project ID", "id", lambda line: line.filed.slug),
    _column("Organisation name*", "organisation", _users),
    _column("Organisation ID", "organisation_id", lambda line: line.joined(line.record.users, _LISTED)),
    _column("Organisation sector", "sector", _sector),
    _column("Applicant name(s)", "people", _nothing),
    _column("Applicant ID", "people", _nothing),
    _column("Funders/ Sponsors", "funders", lambda line: _access(line, lambda a: _names(line, a.funders))),
    _column("DEA accredited researcher?", "not_held", _nothing),
    _column(
        "Sub-licence arrangements (if any)?", "sublicence", lambda line: _access(line, lambda a: a.sublicence)
    ),
    _column("Project title*", "title", lambda line: line.plain(line.record.title)),
    _column("Lay summary*", "summary", lambda line: line.plain(line.record.summary)),
    _column("Public benefit statement*", "benefit", _benefit),
    _column("Request category type", "not_held", _nothing),
    _column("Technical summary", "question", lambda line: line.plain(line.record.question)),
    _column("Other approval committees", "committees", _committees),
    _column("Project start date", "start", lambda line: day(line.record.start), "date"),
    _column("Project end date", "end", lambda line: day(line.record.end), "date"),
    _column("Latest approval date*", "approved", lambda line: day(_approved(line)), "date"),
    _column("Dataset(s) name*", "datasets", _datasets),
    _column(
        "Data sensitivity level",
        "sensitivity",
        lambda line: _word(line, "register.sensitivity", line.record.identifiability),
    ),
    _column("Legal basis for provision of data under Article 6", "article_6", _article_6),
    _column("Lawful conditions for provision of data under Article 9", "article_9", _article_9),
    _column("Common Law Duty of Confidentiality", "confidentiality", _confidentiality),
    _column("National data opt-out applied?", "opt_out", _opt_out),
    _column(
        "Request frequency",
        "frequency",
        lambda line: _access(line, lambda a: _word(line, "access.frequency", a.frequency)),
    ),
    _column(
        "For linked datasets, specify how the linkage will take place",
        "linkage",
        lambda line: _access(line, lambda a: a.linkage),
    ),
    _column("Description of the confidential data being used", "data", _statement),
    _column("Release/Access date", "began", lambda line: day(_began(line)), "date"),
    _column(
        "Access type*", "access", lambda line: _access(line, lambda a: _word(line, "access.kind", a.kind))
    ),
    _column("How has data been processed to enhance privacy?", "privacy", _privacy),
    _column("Link to research outputs", "outputs", _outputs),
)
"""The columns of the standard."""

COLUMNS: tuple[Column[PublicBenefit], ...] = (
    *STANDARD,
    _column("Address", "address", lambda line: line.page),
    _column(
        "Project state",
        "state",
        lambda line: _word(line, "use_state", line.record.state),
    ),
    _column("Evaluation result", "result", _evaluation),
    _column("Evaluation date", "evaluated", lambda line: _latest(line, "date"), "date"),
    _column("Evaluation decision", "decision", lambda line: _latest(line, "decision")),
    _column("Evaluation rationale", "rationale", lambda line: _latest(line, "rationale")),
    _column("Every evaluation", "evaluations", _evaluations),
    _column("Outcome state", "outcome_state", _outcome_state),
    _column(
        "Outcome date",
        "outcome_date",
        lambda line: day(line.record.outcome.published_on) if line.record.outcome else "",
        "date",
    ),
    _column("Outcome", "outcome", lambda line: _outcome(line, lambda o: (o.summary,))),
    _column("Benefits and what became of them", "benefits", _achieved),
    _column(
        "Not achieved", "not_achieved", lambda line: _outcome(line, lambda outcome: outcome.not_achieved)
    ),
    _column("Harm done", "harms", lambda line: _outcome(line, lambda outcome: outcome.harms)),
    _column("Learning", "learning", _learned),
)
"""Those of the standard, and those that it lacks."""
