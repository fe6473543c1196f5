"""What lies somewhere, compared with what its manifest lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Differences:
    """Files that somebody added, changed or took away since the publication, by their paths."""

    release: str
    files: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.added or self.changed or self.missing)

    def lines(self) -> Iterator[str]:
        """Each file with what happened to it, in order of its path."""
        named = (("added", self.added), ("changed", self.changed), ("missing", self.missing))
        for path, what in sorted((path, what) for what, paths in named for path in paths):
            yield f"{what:8} {path}"


def compare(
    release: str, listed: Mapping[str, str], found: Mapping[str, str], kept: Mapping[str, str]
) -> Differences:
    """Hashes that are listed beside those that were found.

    `kept` are assets of other releases, for pages that people have open: they may be there or not.
    """
    known = {**kept, **listed}
    return Differences(
        release,
        len(listed),
        added=tuple(sorted(found.keys() - known.keys())),
        changed=tuple(sorted(path for path in found.keys() & known.keys() if found[path] != known[path])),
        missing=tuple(sorted(listed.keys() - found.keys())),
    )
