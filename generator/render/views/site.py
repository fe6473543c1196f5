"""Pages about the site itself: front page, search, content pages, not found."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.render.views.browse import AZView, a_to_z_view
from generator.render.views.common import Card, Counted, Link, card, topic_link


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page. `introduction` is the Markdown of content/pages/home."""

    introduction: str
    uses: int
    topics: tuple[Counted, ...]
    choices: tuple[Card, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page, which without JavaScript is an index of topics and an A to Z.

    `told` is what its script has to know of the index of all other pages.
    """

    topics: tuple[Link, ...]
    index: AZView
    told: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """A content page."""

    page: Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere."""

    topics: tuple[Link, ...]


def home_view(register: Register) -> HomeView:
    """The first layer: what we hold, the choices there are, where to search."""
    home = register.pages.get("home")
    topics = (
        Counted(topic_link(register, topic.id), topic.summary, len(register.uses_by_topic[topic.id]))
        for topic in register.topics.values()
    )
    return HomeView(
        introduction=home.record.body if home else "",
        uses=len(register.uses),
        topics=tuple(topic for topic in topics if topic.number),
        choices=tuple(card(c) for c in register.current(register.opt_outs.values())),
        projects=len(register.shown(register.public_benefit.values())),
    )


def search_view(register: Register) -> SearchView:
    """Topics and the A to Z, for readers without JavaScript."""
    return SearchView(topic_links(register), a_to_z_view(register))


def page_view(filed: Filed[Page]) -> PageView:
    """A content page."""
    return PageView(filed.record)


def not_found_view(register: Register) -> NotFoundView:
    """Topics to go on from."""
    return NotFoundView(topic_links(register))


def topic_links(register: Register) -> tuple[Link, ...]:
    """The topics that have data uses."""
    return tuple(topic_link(register, t) for t in register.topics if register.uses_by_topic[t])
