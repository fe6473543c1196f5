"""What a tab and its workers fetch, and how slow their network is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from playwright.sync_api import Page, Request

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""1.6 Mbit/s down, 750 kbit/s up, 150 ms from a request to its answer."""


@dataclass(frozen=True)
class Fetched:
    """One response. Times are in milliseconds since 1970, sizes in bytes as they were sent."""

    url: str
    is_page: bool
    began: float
    ended: float
    head: int
    body: int


class Network:
    """Listens to all that a tab fetches from now on."""

    def __init__(self, page: Page, slow: bool = False) -> None:
        self._requests: list[Request] = []
        page.on("requestfinished", lambda request: self._requests.append(request))
        if slow:
            protocol = page.context.new_cdp_session(page)
            protocol.send("Network.enable")
            protocol.send("Network.emulateNetworkConditions", SLOW_4G)

    @property
    def everything(self) -> list[Fetched]:
        """All that was fetched so far, in the order in which it was asked for."""
        found = [_fetched(request) for request in self._requests if request.url.startswith("http")]
        return sorted((one for one in found if one.head), key=lambda one: one.began)

    def beside(self, ordinary: Collection[str]) -> list[Fetched]:
        """What was fetched beside the page itself and what an ordinary page of the site needs too."""
        return [one for one in self.everything if not one.is_page and one.url not in ordinary]


def _fetched(request: Request) -> Fetched:
    """A request with its sizes; one that was answered from the browser's cache has no head.

    The size of the body is taken from the answer's own head: browsers do not tell it of a worker's script.
    """
    timing, response = request.timing, request.response()
    return Fetched(
        request.url,
        request.is_navigation_request(),
        timing["startTime"],
        timing["startTime"] + timing["responseEnd"],
        request.sizes()["responseHeadersSize"],
        int(response.headers.get("content-length", "0")) if response else 0,
    )


def round_trips(fetched: list[Fetched], until: float) -> int:
    """The longest chain of requests that each began when the one before had ended, up to a time."""
    chains: list[tuple[float, int]] = []
    for one in fetched:
        if one.began <= until:
            before = (length for ended, length in chains if ended <= one.began)
            chains.append((one.ended, 1 + max(before, default=0)))
    return max((length for _, length in chains), default=0)
