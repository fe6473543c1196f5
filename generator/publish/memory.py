"""What a store remembers of the releases it has shown, and what of that nobody needs any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from generator.publish.bucket import Bucket, Held, Upload, md5_of
from generator.publish.listing import CLAIM, LISTINGS, LOG, OBJECTS, STATE, Listing, kept_at, listing_read
from generator.publish.publication import CannotPublish, Publication
from generator.publish.record import parse
from generator.publish.releases import ASSETS
from generator.save import MANIFEST

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

AT_ONCE = 8
"""Requests on their way at the same time."""


def every(work: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> list[ResultT]:
    """The results of some work, several at a time. Raises what the work raised first."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, items))


@dataclass
class Memory:
    """Releases by their names, the one that is shown, and every publication that was completed.

    `held` is what lies in the bucket now; `settings` what browsers are told with a file, as far as
    that is known without asking.
    """

    bucket: Bucket
    held: dict[str, Held]
    listings: dict[str, Listing]
    log: list[Publication]
    current: str
    settings: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, bucket: Bucket, held: dict[str, Held]) -> Memory:
        """Reads what the store remembers. A publication that could not be written down is added.

        What is shown now and was claimed last has got through, whatever happened after it.
        """
        names = sorted(path.removeprefix(LISTINGS) for path in held if path.startswith(LISTINGS))
        bodies = every(lambda name: bucket.get(LISTINGS + name) or b"", names)
        listings = {
            name: listing_read(body, LISTINGS + name) for name, body in zip(names, bodies, strict=True)
        }
        log = list(parse(bucket.get(LOG) or b"", LOG))
        current = bucket.release_of(MANIFEST)
        shown = listings.get(current)
        known = {entry.identity for entry in log}
        begun = parse(bucket.get(CLAIM) or b"", CLAIM)
        log += [entry for entry in begun if entry.release == current and entry.identity not in known]
        files = shown.files.items() if shown else ()
        return cls(bucket, held, listings, log, current, {path: (f.media_type, f.cache) for path, f in files})

    @property
    def complete(self) -> list[str]:
        """The releases that were shown at some time, the oldest first."""
        shown = {entry.release for entry in self.log}
        return sorted(name for name in self.listings if name in shown)

    @property
    def assets(self) -> dict[str, str]:
        """The assets of all releases, with their hashes."""
        files = (item for listing in self.listings.values() for item in listing.files.items())
        return {path: file.sha256 for path, file in files if path.startswith(ASSETS)}

    def differing(self, uploads: Sequence[Upload]) -> list[Upload]:
        """Those that are not there just so. Where the list does not tell, the file itself is asked."""
        same = every(self._is_there, uploads)
        return [upload for upload, there in zip(uploads, same, strict=True) if not there]

    def _is_there(self, upload: Upload) -> bool:
        held = self.held.get(upload.path)
        if held is None or held.size != len(upload.body):
            return False
        told = upload.path.startswith(STATE) or self.settings.get(upload.path) == upload.settings
        return (told and held.tag == md5_of(upload.body)) or self.bucket.has(upload)

    def upload_of(self, name: str, path: str) -> Upload:
        """A file of an earlier release, as it was. Raises CannotPublish where it is lost or damaged."""
        file = self.listings[name].files[path]
        body = self.bucket.get(kept_at(path, file.sha256))
        if body is None or sha256(body).hexdigest() != file.sha256:
            raise CannotPublish(
                f"The store has lost or changed {path} of {name}, so what is shown stays. "
                "Name another release with --to."
            )
        return Upload(path, body, file.media_type, file.cache, name if path == MANIFEST else "")

    def staying(self, keep: int) -> set[str]:
        """The releases that are kept."""
        return {*self.complete[-keep:], self.current}

    def vanished(self, keep: int) -> list[str]:
        """Files of earlier releases that the one that is shown does not have, and nobody may need."""
        known = {path for listing in self.listings.values() for path in listing.files}
        needed = set(self.listings[self.current].files)
        for name in self.staying(keep):
            needed |= {path for path in self.listings[name].files if path.startswith(ASSETS)}
        return sorted((known - needed) & self.held.keys())

    def forget(self, keep: int) -> list[str]:
        """Forgets the oldest releases and those that never were complete; where their listings lie."""
        gone = sorted(self.listings.keys() - self.staying(keep))
        for name in gone:
            del self.listings[name]
        return [LISTINGS + name for name in gone]

    def unneeded(self) -> list[str]:
        """Kept files that belong to no release any more."""
        needed = {path for listing in self.listings.values() for path in listing.objects}
        return sorted(path for path in self.held if path.startswith(OBJECTS) and path not in needed)
