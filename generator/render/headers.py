"""The policy that browsers enforce, and what a web server should do: headers, and old addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.artefacts import Artefact
from generator.config import Site

FRESH, LASTING = "no-cache", "public, max-age=31536000, immutable"
"""Pages are asked for anew each time; assets have a hash in their name and never change."""

COMPRESSED = (
    *("text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml"),
    *("text/plain", "text/csv", "text/xml", "application/xml", "application/atom+xml"),
)
"""Media types that are sent compressed; HTML always is."""

REFUSED = ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
"""Features of browsers that no page of ours uses."""


def policy(site: Site, frames: Iterable[str] = ()) -> str:
    """The Content-Security-Policy: this site alone, and the hosts that site.yaml declares."""
    hosts = "".join(f" {host}" for host in site.cookies.hosts)
    framed = " ".join(sorted(set(frames)))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self'{hosts}",
            "style-src 'self'",
            f"img-src 'self'{hosts}",
            f"connect-src 'self'{hosts}",
            "font-src 'self'",
            *((f"frame-src {framed}",) if framed else ()),
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def headers(site: Site, frames: Sequence[str] = ()) -> Mapping[str, str]:
    """The headers that every page should be sent with; it is framed by nobody, or by itself alone."""
    ancestors = "'self'" if "'self'" in frames else "'none'"
    return {
        "Content-Security-Policy": f"{policy(site, frames)}; frame-ancestors {ancestors}",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in REFUSED),
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def server_files(site: Site, moved: Mapping[str, str], frames: Iterable[str] = ()) -> Iterator[Artefact]:
    """The headers and the old addresses, for hosts that read `_headers` and `_redirects`, and for nginx.

    `moved` gives for each old address the new one, both from the root of the site.
    """
    given = headers(site, tuple(frames))
    rules = {site.base_path + old.lstrip("/"): site.base_path + new.lstrip("/") for old, new in moved.items()}
    files = {
        "/_headers": _plain(site, given),
        "/_redirects": (f"{old} {new} 301" for old, new in sorted(rules.items())),
        "/nginx.conf": _nginx(site, given, rules),
    }
    for url, lines in files.items():
        yield Artefact(url, "".join(f"{line}\n" for line in lines).encode(), "text/plain")


def _plain(site: Site, given: Mapping[str, str]) -> Iterator[str]:
    yield f"{site.base_path}*"
    yield from (f"  {name}: {value}" for name, value in given.items())
    yield f"  Cache-Control: {FRESH}"
    yield f"{site.base_path}assets/*"
    yield "  ! Cache-Control"
    yield f"  Cache-Control: {LASTING}"


def _nginx(site: Site, given: Mapping[str, str], rules: Mapping[str, str]) -> Iterator[str]:
    """A location that sends a header of its own sends none of the others, so assets name all again."""
    sent = [f'add_header {name} "{value}" always;' for name, value in given.items()]
    yield "# The headers of this site. In a server block of nginx:"
    yield "#   include /path/to/the/site/nginx.conf;"
    yield from sent
    yield f'add_header Cache-Control "{FRESH}" always;'
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_comp_level 9;"
    yield f"gzip_types {' '.join(COMPRESSED)};"
    yield "absolute_redirect off;"
    yield f"error_page 404 {site.base_path}404.html;"
    yield f"location {site.base_path}assets/ {{"
    yield from (f"    {line}" for line in sent)
    yield f'    add_header Cache-Control "{LASTING}" always;'
    yield "}"
    for name in ("nginx.conf", "_headers", "_redirects"):
        yield f"location = {site.base_path}{name} {{ internal; }}"
    for old, new in sorted(rules.items()):
        for place in dict.fromkeys((old, old.rstrip("/") or "/")):
            yield f"location = {place} {{ return 301 {new}; }}"
