"""The report as one page that holds everything it needs, and prints well."""

from __future__ import annotations

from urllib.parse import urljoin

from markupsafe import Markup

from generator.diagnostics import Finding, tally
from generator.load.templates import TemplateFiles
from generator.proofread.items import ITEMS
from generator.render.colours import tokens
from generator.render.compiled import Compiled
from generator.render.engine import environment, link_resolver, render_template
from generator.render.prose import Prose
from generator.render.words import Words
from generator.report.agenda import months, shares
from generator.report.facts import Facts

NAME = "report/index.html"


def page(facts: Facts, templates: TemplateFiles, words: Words) -> str | Finding:
    """The page, or what is wrong with its template."""
    register = facts.register
    jinja = environment(Compiled(templates, {}), register, words, report_prose(facts))
    style = tokens(register.site.theme) + templates.text("report/report.css")
    return render_template(
        jinja,
        NAME,
        facts=facts,
        language=words.language,
        site=register.site,
        items=tuple(ITEMS.values()),
        counts=tally(finding for _, finding in facts.owned()),
        months=months(facts.due, facts.today),
        shares=shares(facts.due, facts.today),
        hardest=sorted(facts.notices, key=lambda notice: -(notice.grade or 0)),
        style=Markup(style),
    )


def report_prose(facts: Facts) -> Prose:
    """Texts as HTML whose links lead to the public site: the report itself lies elsewhere."""
    register = facts.register
    resolve = link_resolver(register)

    def public(href: str) -> str | None:
        found: str | None = resolve(href)
        return urljoin(register.site.base_url, found) if found and found.startswith("/") else found

    return Prose({fact.id: fact.value for fact in register.facts.values()}, public)
