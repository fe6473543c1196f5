"""What the consent script has to know, from site.yaml."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.artefacts import Artefact
from generator.config import CookieGroup, Cookies, Service
from generator.render.lean import lean_script
from generator.render.short_names import with_short_names

CONSENT_SCRIPT = "consent.js"
CONSENT_SCRIPTS = frozenset({CONSENT_SCRIPT, "cookie-settings.js"})
"""The scripts that a site has only where people can say no to something."""

PROVIDER_SCRIPTS = "providers/"
"""Where templates/assets keeps the scripts that begin a provider's own."""

_STORES = {
    "cookie": "cookie",
    "local-storage": "localStorage",
    "session-storage": "sessionStorage",
    "indexed-db": "indexedDB",
}


def list_fingerprint(cookies: Cookies) -> str:
    """Eight hex digits that change when people would agree to something else.

    Names, purposes, providers, lifetimes and bases count; the words of the banner do not.
    """
    return sha256(json.dumps([_agreed(group) for group in cookies.choices]).encode()).hexdigest()[:8]


def _agreed(group: CookieGroup) -> list[Any]:
    services = [
        [s.provider, s.address, s.account, s.set_by, s.every_host, [k.model_dump() for k in s.every_kept]]
        for s in group.services
    ]
    return [group.id, group.basis, group.purpose, services]


def consent_script(source: str, cookies: Cookies, base_path: str, named: Mapping[str, Artefact]) -> str:
    """The consent script with the site's list in the place of `LIST`, on as little room as it needs."""
    groups = [
        {
            "id": group.id,
            "asks": int(group.needs_consent),
            "runs": [_inserted(service, base_path, named) for service in group.services if service.provider],
            "keeps": [[_STORES[k.kind], k.name] for s in group.services for k in s.every_kept],
        }
        for group in cookies.choices
    ]
    site_list = {"hash": list_fingerprint(cookies), "days": cookies.ask_again_days, "groups": groups}
    small = with_short_names(lean_script(source))
    return small.replace("LIST", json.dumps(site_list, separators=(",", ":")))


def integrity(artefact: Artefact) -> str:
    """What a browser compares a script or stylesheet with (Subresource Integrity)."""
    return "sha256-" + b64encode(sha256(artefact.body).digest()).decode()


def _inserted(service: Service, base_path: str, named: Mapping[str, Artefact]) -> list[Any]:
    """A script's address, the data that it gets, and what it has to be where it is our own."""
    own = named.get(f"{PROVIDER_SCRIPTS}{service.provider}.js") or named.get(service.address or "")
    given = {"address": service.address, "account": service.account}
    data = {key: value for key, value in given.items() if value and service.provider != "script"}
    if own:
        return [base_path.rstrip("/") + own.url, data, integrity(own)]
    return [service.address or "", data, ""]


def wanted_scripts(cookies: Cookies) -> frozenset[str]:
    """The scripts of templates/assets that a site with these cookies needs."""
    if not cookies.choices:
        return frozenset()
    services = [service for group in cookies.choices for service in group.services]
    providers = {f"{PROVIDER_SCRIPTS}{service.provider}.js" for service in services}
    return CONSENT_SCRIPTS | providers
