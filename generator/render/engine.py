"""Jinja, set up once: strict, escaping, and a template's mistake is a finding with its line."""

from __future__ import annotations

import re
import traceback
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateSyntaxError
from markupsafe import Markup

from generator.diagnostics import Finding, Location, Severity
from generator.model.addresses import address
from generator.model.markup import SCHEMES
from generator.model.reference import LISTS
from generator.model.register import Register
from generator.model.watched import note, reading
from generator.render.code import blank_environment
from generator.render.compiled import Compiled
from generator.render.prose import Prose, split_scheme
from generator.render.told import Teller, names_of
from generator.render.words import Words

_BLOCK_ENDS = re.compile(r"\n(?=</(?:dd|dl|div|li|ol|p|section|table|tbody|td|th|tr|ul)>)")


def site_link(base_path: str, href: str) -> str:
    """An address on this site with the base path in front; anything else as it is."""
    return base_path.rstrip("/") + href if href.startswith("/") else href


def link_resolver(register: Register) -> Any:
    """Where a link in a text leads: `None` where it leads nowhere or must not be followed."""
    known = _known(register)

    def resolve(href: str) -> str | None:
        named = split_scheme(href)
        if named:
            collection, slug, anchor = named
            if collection == "embeds":
                embed = register.site.embeds.get(slug)
                return embed.page if embed else None
            if slug not in known[collection]:
                return None
            target = address(collection, slug) + (f"#{anchor}" if anchor else "")
            return site_link(register.site.base_path, target)
        if href.startswith("/") and not href.startswith("//"):
            return site_link(register.site.base_path, href)
        safe = href.startswith("#") or urlsplit(href).scheme in ("https", "http", "mailto", "tel")
        return href if safe else None

    return resolve


def listed_ids(register: Register) -> dict[str, list[str]]:
    """The ids of reference lists to which texts can link, by list: what every text's links depend on.

    What could not be read may be linked to as well, so that one mistake does not change every page.
    """
    lists = register.reference
    linked = [name for name in SCHEMES.values() if name in LISTS]
    return {name: sorted({*lists.get(name, ()), *register.lost(name)}) for name in linked}


def _known(register: Register) -> dict[str, frozenset[str]]:
    """The slugs and ids that have a page, by collection; an old text may name others."""
    known = {name: frozenset(ids) for name, ids in listed_ids(register).items()}
    for name, slugs in register.addresses.items():
        known[name] = frozenset(slug for slug, has_page in slugs.items() if has_page)
    return known


def prose_of(register: Register) -> Prose:
    """What turns a site's texts into HTML: it knows the facts and where links lead.

    A fact that only earlier versions name, and that is kept no more, is printed as its id.
    """
    versions = (version for kept in register.versions.values() for version in kept)
    gone = {identifier: identifier for version in versions for identifier in version.gone}
    return Prose(
        facts={**gone, **{fact.id: fact.value for fact in register.facts.values()}},
        resolve=link_resolver(register),
    )


def absolute(base_url: str, html: Markup) -> Markup:
    """HTML whose links on this site hold the whole address, for whoever shows it elsewhere."""
    parts = urlsplit(base_url)
    return Markup(re.sub(r'(?<=href=")/(?!/)', f"{parts.scheme}://{parts.netloc}/", html))


def environment(compiled: Compiled, register: Register, words: Words, prose: Prose) -> Environment:
    """The templates with the filters and words that every one of them knows."""
    jinja = blank_environment(compiled.templates, compiled.code)
    jinja.filters["inline"] = prose.inline
    jinja.filters["prose"] = prose.block
    jinja.filters["link"] = lambda href: site_link(register.site.base_path, href)
    jinja.filters["day"] = words.day
    jinja.filters["phone"] = telephone_link
    jinja.filters["absolute"] = partial(absolute, register.site.base_url)
    jinja.globals["once"] = Once()
    jinja.globals["t"] = words
    jinja.globals["tell"] = Teller(words, names_of(register), prose)
    return jinja


class Once:
    """Makes what a component says of the same values a single time: `{{ once(contact.short, who) }}`.

    For components that go by the values they are given, and by what is the same on every page. A page
    that shows one has read what was read for it, though another page asked for it first.
    """

    def __init__(self) -> None:
        self.made: dict[tuple[Any, ...], tuple[str, frozenset[str]]] = {}

    def __call__(self, *asked: Any) -> str:
        """What the component says, which comes first among what is asked."""
        if asked not in self.made:
            component, *given = asked
            self.made[asked] = reading(partial(component, *given))
        said, parts = self.made[asked]
        note(parts)
        return said


def telephone_link(number: str) -> str:
    """A telephone number as a link that a telephone can dial."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


def render_page(jinja: Environment, kind: str, **given: Any) -> str | Finding:
    """One page of the site as HTML, or what is wrong with its template and on which line."""
    return render_template(jinja, f"pages/{kind}.html", **given)


def render_feed(jinja: Environment, **given: Any) -> str | Finding:
    """The feed of changes as XML, or what is wrong with its template."""
    xml = render_template(jinja, "feeds/changes.xml", **given)
    return xml if isinstance(xml, Finding) else xml.lstrip()


def render_template(jinja: Environment, name: str, **given: Any) -> str | Finding:
    """A template as HTML, or what is wrong with it and on which line."""
    try:
        return _lean(jinja.get_template(name).render(**given))
    except TemplateSyntaxError as error:
        return _template_error(error.filename or f"templates/{name}", error.lineno, str(error))
    except Exception as error:  # a template can raise anything; the editor gets a line to look at
        path, line = _place(error, f"templates/{name}")
        return _template_error(path, line, str(error) or type(error).__name__)


def _place(error: BaseException, otherwise: str) -> tuple[str, int]:
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith("templates/")]
    return (inside[-1].filename, inside[-1].lineno or 1) if inside else (otherwise, 1)


def _template_error(path: str, line: int, said: str) -> Finding:
    return Finding(
        "template-error",
        Severity.ERROR,
        f"This template cannot be used: {said}.",
        Location(path, line),
        "Undo the last change to the template, or correct the line.",
    )


def _lean(html: str) -> str:
    """Indentation, empty lines and line ends before the end of a block: browsers have no use for them."""
    if "<pre" in html or "<textarea" in html:
        return html
    lines = "\n".join(filter(None, map(str.strip, html.split("\n"))))
    return _BLOCK_ENDS.sub("", lines) + "\n"
