"""The report for machines: the same facts as the page, as plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.render.prose import Prose
from generator.render.words import Words
from generator.report.facts import Facts
from generator.report.machine import as_json, due_as_json
from generator.report.notices import Cell, Notice, Test


def figures(facts: Facts, words: Words, prose: Prose) -> dict[str, Any]:
    """Everything that the page says."""
    owned = facts.owned()
    found = as_json([finding for _, finding in owned])
    for (owner, _), finding in zip(owned, found["findings"], strict=True):
        finding["owner"] = owner
    return {
        "site": facts.register.site.name,
        "controller": facts.controller,
        "today": facts.today.isoformat(),
        "version": facts.version,
        "complete": facts.complete,
        "notices": [_notice(notice, words, prose) for notice in facts.notices],
        "apart": [asdict(apart) for apart in facts.apart],
        **due_as_json(facts.due, facts.today),
        "accepted": [{**asdict(a), "until": a.until.isoformat()} for a in facts.accepted],
        "severities": [asdict(changed) for changed in facts.severities],
        **found,
    }


def _notice(notice: Notice, words: Words, prose: Prose) -> dict[str, Any]:
    return {
        "slug": notice.slug,
        "title": notice.title,
        "path": notice.path,
        "owner": notice.owner,
        "reading_grade": notice.grade,
        "complete": not notice.missing,
        "items": [_cell(cell, words, prose) for cell in notice.cells],
        "lawful_basis": [_test(test, prose) for test in notice.basis],
        "confidentiality": _test(notice.confidentiality, prose),
        "national_data_opt_out": _test(notice.opt_out, prose),
        "public_benefit": [_test(test, prose) for test in notice.benefit],
    }


def _cell(cell: Cell, words: Words, prose: Prose) -> dict[str, Any]:
    return {
        "item": cell.item.id,
        "name": words(f"report.items.{cell.item.id}.name"),
        "article_13": cell.item.article_13,
        "article_14": cell.item.article_14,
        "state": cell.state,
        "reason": prose.plain(cell.reason),
        "rule": cell.rule,
        "path": cell.where.path,
        "line": cell.where.line,
    }


def _test(test: Test, prose: Prose) -> dict[str, str]:
    return {"answer": prose.plain(test.answer), "detail": prose.plain(test.detail)}
