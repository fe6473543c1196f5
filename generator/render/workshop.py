"""What all pages of a register are made with: templates, words, assets, and what is the same on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.artefacts import Artefact
from generator.load.memory import Memory
from generator.load.templates import TemplateFiles, fingerprint
from generator.model.prints import told
from generator.model.register import Register
from generator.render.assets import assets
from generator.render.compiled import Compiled
from generator.render.consent import integrity
from generator.render.embeds import figures
from generator.render.engine import environment, prose_of
from generator.render.headers import policy
from generator.render.pages import index_link
from generator.render.prose import Prose
from generator.render.views.common import Asset, Chrome, link_to
from generator.render.views.cookies import banner
from generator.render.words import Words

NAVIGATION = ("data-uses", "choices", "public-benefit", "rights", "search")
FOOTER = ("a-z", "organisations", "data-categories", "glossary", "changes", "complaints", "cookies")


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the pages of a register are made with: templates, assets by their names, texts as HTML, files."""

    jinja: Environment
    assets: Mapping[str, Artefact]
    prose: Prose
    templates: TemplateFiles
    words: Words


def workshop(
    register: Register, compiled: Compiled, words: Words, preview: bool, memory: Memory | None = None
) -> Workshop:
    """Everything that a register's pages are made with."""
    named = _assets(compiled.templates, register, memory)
    prose = prose_of(register)
    jinja = environment(compiled, register, words, prose)
    prose.figure = figures(jinja, register.site)
    jinja.globals["chrome"] = chrome(register, words, named, preview)
    return Workshop(jinja, named, prose, compiled.templates, words)


def _assets(templates: TemplateFiles, register: Register, memory: Memory | None) -> Mapping[str, Artefact]:
    """The assets by their names: they follow from the templates and site.yaml alone."""
    if memory is None:
        return assets(templates, register.site)
    said = ("assets", fingerprint(templates), told(register.site_document), register.site.base_url)
    kept = memory.value(said, lambda: _plain(assets(templates, register.site)))
    return {name: Artefact(*asset) for name, asset in kept}


def _plain(named: Mapping[str, Artefact]) -> list[tuple[str, tuple[str, bytes, str, tuple[str, ...]]]]:
    return [(name, (one.url, one.body, one.media_type, one.sources)) for name, one in named.items()]


def chrome(register: Register, words: Words, named: Mapping[str, Artefact], preview: bool) -> Chrome:
    """What is the same on every page."""
    site = register.site
    footer = [link_to(p) for p in register.current(register.pages.values()) if p.record.in_footer]
    return Chrome(
        site_name=site.name,
        site_title=site.title,
        notice=site.notice or "",
        main_site=site.main_site or "",
        base_url=site.base_url.rstrip("/"),
        initials=site.theme.initials or "",
        navigation=tuple(index_link(kind, words) for kind in NAVIGATION),
        footer=(*(index_link(kind, words) for kind in FOOTER), *footer),
        controller=register.organisations[site.controller],
        data_protection_officer=register.contacts[site.data_protection_officer],
        feedback=register.contacts[site.feedback],
        today=register.today,
        assets={name: Asset(artefact.url, integrity(artefact)) for name, artefact in named.items()},
        policy=Markup(policy(site)),
        banner=banner(site.cookies),
        preview=preview,
    )
