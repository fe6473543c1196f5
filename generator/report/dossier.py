"""Register and findings → the files of the report for the data protection officer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.templates import TemplateFiles
from generator.model.register import Register
from generator.render.words import MissingWords, Words, read_words, unusable_words
from generator.report.facts import Facts, facts
from generator.report.figures import figures
from generator.report.icalendar import icalendar
from generator.report.page import page, report_prose
from generator.report.sheets import due_sheet, finding_sheet

LISTING = "report.json"
"""Lists the files of a report, so that a later one knows them for its own."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The files of the report, the same facts for machines, and what it counts."""

    artefacts: tuple[Artefact, ...]
    figures: dict[str, Any]
    facts: Facts


def dossier(register: Register, findings: Sequence[Finding], templates: TemplateFiles) -> Dossier | Finding:
    """The whole report, or what is wrong with its template or its words."""
    words = read_words(templates, register.site.languages[0])
    if isinstance(words, Finding):
        return words
    try:
        return _dossier(facts(register, findings, words), templates, words)
    except MissingWords as problem:
        return unusable_words(templates, words.language, str(problem))


def _dossier(gathered: Facts, templates: TemplateFiles, words: Words) -> Dossier | Finding:
    html = page(gathered, templates, words)
    if isinstance(html, Finding):
        return html
    site, today, due = gathered.register.site, gathered.today, gathered.due
    files = (
        Artefact("/index.html", html.encode(), "text/html"),
        Artefact("/calendar.ics", icalendar(due, site, today, words), "text/calendar"),
        Artefact("/calendar.csv", due_sheet(due, today), "text/csv"),
        Artefact("/findings.csv", finding_sheet(gathered.owned()), "text/csv"),
    )
    said = figures(gathered, words, report_prose(gathered))
    return Dossier((*files, _listing(files, gathered)), said, gathered)


def _listing(files: Sequence[Artefact], gathered: Facts) -> Artefact:
    listed = {f"/{file.path}": file.fingerprint for file in files}
    content = {"version": gathered.version, "today": gathered.today.isoformat(), "files": listed}
    return Artefact(f"/{LISTING}", (json.dumps(content, indent=1) + "\n").encode(), "application/json")
