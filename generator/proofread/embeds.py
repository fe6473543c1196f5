"""Videos and maps of others: the most private address of each, and what they show in words."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from generator.config import Embed, Site
from generator.load.documents import FieldPath
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule

_YOUTUBE = ("youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be")
_VIMEO = "player.vimeo.com"


def _embeds(site: Site) -> Iterator[tuple[FieldPath, Embed]]:
    for name, embed in site.embeds.items():
        yield ("embeds", name), embed


@rule("embed-private", ERROR, "UK GDPR Article 25; PECR regulation 6", "site")
def embed_private(site: Site) -> Problems:
    """
    What: A video is shown from the address at which its host keeps least about viewers.
    Why: Data protection by design asks for the most private setting, and the hosts offer one.
    How: For YouTube write https://www.youtube-nocookie.com/embed/ and the id; for Vimeo end with ?dnt=1.
    """
    for way, embed in _embeds(site):
        parts = urlsplit(embed.address)
        if parts.netloc in _YOUTUBE:
            hint = "Write https://www.youtube-nocookie.com/embed/ and the id of the video."
        elif parts.netloc == _VIMEO and parse_qs(parts.query).get("dnt") != ["1"]:
            hint = "Add ?dnt=1 to the end of the address."
        else:
            continue
        yield Problem(
            (*way, "address"), f"“{embed.title}” is shown from an address that tracks viewers.", hint
        )


@rule("embed-in-words", WARNING, "WCAG 2.2, 1.1.1 and 1.2.1", "site")
def embed_in_words(site: Site) -> Problems:
    """
    What: Each video and map says in words what it shows.
    Why: Some people cannot see or hear it, and some would rather not load it.
    How: Add `shows`, or say there where the words are that say the same.
    """
    for way, embed in _embeds(site):
        if embed.shows is None:
            yield Problem(way, f"“{embed.title}” does not say in words what it shows.", "Add `shows`.")
