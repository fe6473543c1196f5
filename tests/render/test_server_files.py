"""What web servers and other programs read: old addresses, headers, sitemap, security.txt, packed files."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from conftest import fingerprints, listed, page_text, replace_once, run_build

SECURITY = """security:
  contact: ["mailto:security@pellbridge.example", "https://www.pellbridge.example/security"]
  expires: 2027-05-01
  policy: https://www.pellbridge.example/security/policy
review:
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site under a path, with a page that has moved twice, security.txt and packed files."""
    import shutil

    from conftest import SMALL

    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("servers") / "small"))
    moved = page_text("redirect_from: [/old-page/, /older/page, /privacy.html]", title="A page that moved")
    (site / "content/pages/moved.md").write_text(moved, "utf-8")
    replace_once(site / "site.yaml", "review:\n", SECURITY)
    ran = run_build("build", "--site", site, "--precompress", "--base-url", "https://example.org/privacy/")
    assert ran.status == 0, ran.stdout + ran.stderr
    return site / "public"


def test_old_addresses_are_pages_and_rules_of_servers(built: Path) -> None:
    rules = (built / "_redirects").read_text("utf-8").splitlines()
    assert rules == [
        "/privacy/old-page/ /privacy/moved/ 301",
        "/privacy/older/page/ /privacy/moved/ 301",
        "/privacy/privacy.html /privacy/moved/ 301",
    ]
    nginx = (built / "nginx.conf").read_text("utf-8")
    for rule in rules:
        old, new, _ = rule.split()
        assert f"location = {old} {{ return 301 {new}; }}" in nginx
        page = built / (old.removeprefix("/privacy/") + ("index.html" if old.endswith("/") else ""))
        assert f"url={new}" in page.read_text("utf-8")


def test_security_txt_says_whom_to_tell_and_until_when(built: Path, published_small: Path) -> None:
    assert (built / ".well-known/security.txt").read_text("utf-8").splitlines() == [
        "Contact: mailto:security@pellbridge.example",
        "Contact: https://www.pellbridge.example/security",
        "Expires: 2027-05-01T23:59:59Z",
        "Policy: https://www.pellbridge.example/security/policy",
        "Preferred-Languages: en",
        "Canonical: https://example.org/privacy/.well-known/security.txt",
    ]
    assert not (published_small / "public/.well-known").exists()


def test_packed_files_hold_what_the_files_beside_them_hold(built: Path) -> None:
    packed = [name for name in fingerprints(built) if name.endswith((".br", ".gz"))]
    assert {"index.html.br", "index.html.gz", "register.csv.gz"} <= set(packed)
    for name in packed:
        unpack = brotli.decompress if name.endswith(".br") else gzip.decompress
        assert unpack((built / name).read_bytes()) == (built / name[:-3]).read_bytes()
    assert not {"nginx.conf.gz", "_headers.br", "manifest.json.gz"} & set(packed)
    assert set(packed) <= listed(built).keys()


def test_files_are_packed_on_request_only(published_small: Path) -> None:
    assert not [name for name in fingerprints(published_small / "public") if name.endswith((".br", ".gz"))]


def test_packed_files_hold_no_time(built: Path) -> None:
    assert (built / "index.html.gz").read_bytes()[4:8] == b"\0\0\0\0"


def test_the_sitemap_states_the_day_of_the_last_change_and_none_to_come(small_site: Path) -> None:
    page = small_site / "content/pages/about.md"
    replace_once(page, "status: published", "status: published\npublish_on: 2026-11-20")
    ran = run_build("build", "--site", small_site, "--format", "json")
    assert ran.status == 0, ran.stdout
    text = (small_site / "public/sitemap.xml").read_text("utf-8")
    dated = dict(re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc><lastmod>([^<]+)</lastmod>", text))
    assert dated["/about/"] == "2026-11-20"
    assert all(day <= "2026-11-22" for day in dated.values())
    assert dated["/public-benefit/falls-prevention/"] >= "2026-01-01"
    today = json.loads((small_site / "public/manifest.json").read_text("utf-8"))["today"]
    assert today == "2026-11-22"
