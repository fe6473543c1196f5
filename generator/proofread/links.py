"""Links, pictures and facts in texts: what they name exists, and nothing can do harm."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.model.markup import FACT, SCHEMES
from generator.model.register import Register
from generator.proofread.catalogue import ERROR, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText, without_code

ABROAD = ("https", "http", "mailto", "tel")
"""Schemes of links that may lead out of the site."""

UNSAFE = ("javascript", "data", "vbscript", "file", "blob", "about", "view-source")
"""Schemes that can run code or open what is on the reader's device."""

LINK = on_demand(
    r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^)\s>]{0,2000}+)>?(?:\s+[\"'(][^)]{0,2000}+)?\)"
)
PICTURE = on_demand(r"!\[[^\]]*\][(\[]")
DEFINITION = on_demand(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)", re.M)
AUTOLINK = on_demand(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*)>")
_SIGNS = {LINK: "](", DEFINITION: "]:", AUTOLINK: "<"}
"""What stands in every link of a form, so that few texts need a search."""

_SCHEME = on_demand(r"([a-z][a-z0-9+.-]*):(.*)", re.S | re.I)


def targets(text: PublishedText) -> Iterator[str]:
    """Where the links of a text lead, as they are written."""
    for pattern, sign in _SIGNS.items():
        if sign in text.text:
            for match in pattern.finditer(without_code(text.text)):
                if match[1]:
                    yield match[1]


def split(target: str) -> tuple[str, str]:
    """The scheme of a link and the rest; entities and invisible characters hide nothing."""
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(target))
    match = _SCHEME.fullmatch(plain)
    return (match[1].lower(), match[2]) if match else ("", plain)


@rule(
    "unsafe-link",
    ERROR,
    "OWASP: cross-site scripting; the site's Content-Security-Policy",
    "texts",
    tuple(_SIGNS.values()),
)
def unsafe_link(text: PublishedText) -> Problems:
    """
    What: No link runs code or opens what is on the reader's device.
    Why: Such a link can be used to attack the people who read the page.
    How: Link to a page with https://, or take the link out.
    """
    for target in targets(text):
        scheme, _ = split(target)
        if scheme in UNSAFE:
            yield Problem(
                text.field,
                f"A link here begins with `{scheme}:`, which is not safe to follow.",
                "Link to a page with https://, or take the link out.",
                target,
            )


@rule("unknown-link", ERROR, "WCAG 2.2, 2.4.4", "texts", tuple(_SIGNS.values()))
def unknown_link(text: PublishedText, register: Register) -> Problems:
    """
    What: A link in a text leads to something that exists and is published.
    Why: A link that leads nowhere is printed as plain words, and readers miss what it promised.
    How: Write for example [blue badges](data-use:blue-badges); for other sites begin with https://.
    """
    for target in targets(text):
        scheme, rest = split(target)
        if scheme in UNSAFE or scheme in ABROAD or (not scheme and _local(rest)):
            continue
        message, hint = _astray(scheme, rest.partition("#")[0], register)
        if message:
            yield Problem(text.field, message, hint, target)


def _local(rest: str) -> bool:
    return rest.startswith("#") or (rest.startswith("/") and not rest.startswith("//"))


def _astray(scheme: str, slug: str, register: Register) -> tuple[str, str]:
    """What is wrong with a link within the site, and what to do; empty where nothing is."""
    if scheme not in SCHEMES:
        return _unknown_scheme(scheme, slug)
    collection = SCHEMES[scheme]
    records = register.addresses.get(collection)
    known = records if records is not None else _listed(collection, register)
    if slug not in known and not register.could_read(collection, slug):
        return "", ""
    if slug not in known:
        near = get_close_matches(slug, tuple(known), n=1)
        hint = f"Did you mean `{scheme}:{near[0]}`?" if near else "Correct the name, or take the link out."
        return f"The link `{scheme}:{slug}` leads nowhere.", hint
    if records is not None and not records[slug]:
        return (
            f"The link `{scheme}:{slug}` leads to a page that is not published.",
            "Publish it, or take the link out.",
        )
    return "", ""


def _listed(collection: str, register: Register) -> Collection[str]:
    """The ids of a reference list, or of what site.yaml declares."""
    return register.site.embeds if collection == "embeds" else register.reference.get(collection, {})


def _unknown_scheme(scheme: str, rest: str) -> tuple[str, str]:
    if not scheme:
        return (
            f"The link `{rest}` leads nowhere.",
            "Write for example `data-use:blue-badges`, or begin with https://.",
        )
    near = get_close_matches(scheme, tuple(SCHEMES), n=1)
    hint = (
        f"Did you mean `{near[0]}:{rest}`?" if near else f"Links begin with: {', '.join(SCHEMES)} or https."
    )
    return f"The link `{scheme}:{rest}` begins with a word that means nothing here.", hint


@rule("picture-in-text", ERROR, "WCAG 2.2, 1.1.1; the site's Content-Security-Policy", "texts", ("![",))
def picture_in_text(text: PublishedText) -> Problems:
    """
    What: Texts hold no pictures.
    Why: A picture from elsewhere tells others who reads the page; and it is not printed.
    How: Say it in words, or link to a page that shows the picture.
    """
    for match in PICTURE.finditer(without_code(text.text)):
        yield Problem(
            text.field, "There is a picture in this text.", "Say it in words, or link to it.", match[0]
        )


@rule("unknown-fact", ERROR, "One place for each fact", "texts", ("[[",))
def unknown_fact(text: PublishedText, register: Register) -> Problems:
    """
    What: A fact named in a text with `[[…]]` is in the list of facts.
    Why: In its place the page would say nothing.
    How: Correct the id, or add the fact to facts.yaml.
    """
    for match in FACT.finditer(text.text):
        if match[1] not in register.facts and register.could_read("facts", match[1]):
            near = get_close_matches(match[1], tuple(register.facts), n=1)
            hint = f"Did you mean `[[{near[0]}]]`?" if near else "Add it to content/reference/facts.yaml."
            yield Problem(text.field, f"There is no fact `{match[1]}`.", hint, match[0])
