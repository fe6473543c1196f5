"""A store that speaks S3: assets first, then pages, then the manifest, and last what has vanished.

Every file is whole, and no page is there before what it needs. Only what differs is put, so that
whatever stopped a publication, the next one goes on from there. Beside the site, in `.fair-notice/`,
the store keeps the files of the last releases by their hashes, to go back to.

Two publishers cannot be kept apart in a store as in a folder: the later one claims the place, the
earlier one sees that before each file it puts and stops, and the later one looks at all files once
more before it puts the manifest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from generator.artefacts import Artefact
from generator.load.published import PRINTS, Published, read_published
from generator.load.published_values import VALUES
from generator.publish.bucket import Bucket, Held, Upload
from generator.publish.differences import Differences, compare
from generator.publish.listing import (
    CLAIM,
    LISTINGS,
    LOG,
    OBJECTS,
    STATE,
    listing_of,
    listing_written,
    state,
    upload,
)
from generator.publish.memory import Memory, every
from generator.publish.publication import CannotPublish, Publication, chosen, listed_files, of_release
from generator.publish.record import written
from generator.publish.releases import ASSETS
from generator.publish.target import STORE, Shown
from generator.save import MANIFEST, Saved

LOOKS = 3
"""How often all files are looked at before the manifest is put."""


class Store:
    """A place in a bucket. Every method raises CannotPublish."""

    def __init__(self, bucket: Bucket) -> None:
        """`bucket` is the part of a bucket that the site has for itself."""
        self._bucket = bucket
        self._name = f"{STORE}{bucket.name}/{bucket.prefix}"

    @classmethod
    def at(cls, name: str) -> Store:
        """The store of a name like `s3://bucket/prefix`."""
        bucket, _, prefix = name.removeprefix(STORE).partition("/")
        if not bucket:
            raise CannotPublish(f"{name} names no bucket; write s3://bucket or s3://bucket/prefix.")
        return cls(Bucket.at(bucket, f"{prefix.strip('/')}/" if prefix.strip("/") else ""))

    def published(self) -> Published | None:
        """What is shown now."""
        manifest, prints, values = (self._bucket.get(name) for name in (MANIFEST, PRINTS, VALUES))
        return read_published(manifest, prints, values) if manifest and prints else None

    def publish(self, artefacts: Sequence[Artefact], drafted: Publication, keep: int) -> Shown:
        """Puts what differs, and keeps the last `keep` releases with it."""
        memory = self._remembered()
        publication = of_release(drafted, artefacts, memory.listings)
        uploads = [upload(artefact, publication.release) for artefact in artefacts]
        current = memory.listings.get(memory.current)
        if current and current.publication.manifest == publication.manifest:
            again = [replace(one, release=memory.current if one.release else "") for one in uploads]
            if not memory.differing(again):
                return Shown(Saved(0, len(uploads), 0), None, self._tidied(memory, keep))
        memory.listings[publication.release] = listing_of(publication, uploads)
        gone = set(current.files if current else ()) - {one.path for one in uploads}
        put = self._show(publication, uploads, memory)
        log = self._tidied(memory, keep)
        return Shown(Saved(put, len(uploads) - put, len(gone)), publication, log)

    def rollback(self, drafted: Publication, wanted: str | None) -> Shown:
        """Puts the files of an earlier release again, if all of them are there."""
        memory = self._remembered()
        if not memory.current:
            raise self._nothing()
        name = chosen(wanted, memory.complete, memory.current)
        before = memory.listings[name]
        uploads = every(lambda path: memory.upload_of(name, path), before.files)
        publication = replace(before.publication, when=drafted.when, action="rollback", accepted=(), open=())
        put = self._show(publication, uploads, memory)
        log = self._tidied(memory, len(memory.listings))
        return Shown(Saved(put, len(uploads) - put, 0), publication, log)

    def verify(self, known: Sequence[Publication]) -> Differences:
        """Reads and hashes every file."""
        manifest = self._bucket.get(MANIFEST)
        if manifest is None:
            raise self._nothing()
        memory = self._remembered()
        listed = listed_files(manifest)
        for publication in (*memory.log, *known):
            if publication.release == memory.current and publication.manifest:
                listed[MANIFEST] = publication.manifest
        paths = [path for path in memory.held if not path.startswith(STATE)]
        found = dict(zip(paths, every(self._hash, paths), strict=True))
        return compare(memory.current, listed, found, memory.assets)

    def _hash(self, path: str) -> str:
        return sha256(self._bucket.get(path) or b"").hexdigest()

    def _nothing(self) -> CannotPublish:
        return CannotPublish(f"Nothing is published in {self._name}.")

    def _remembered(self) -> Memory:
        held = self._bucket.held()
        self._refuse_foreign(held)
        return Memory.of(self._bucket, held)

    def _refuse_foreign(self, held: dict[str, Held]) -> None:
        """A place that holds anything else is somebody else's."""
        if not held or any(path.startswith(STATE) for path in held):
            return
        manifest = self._bucket.get(MANIFEST)
        strange = sorted(held.keys() - (listed_files(manifest) if manifest else {}))
        if strange:
            raise CannotPublish(
                f"{self._name} holds files that `publish` did not put there, such as {strange[0]}. "
                "Choose another bucket or prefix."
            )

    def _show(self, publication: Publication, uploads: Sequence[Upload], memory: Memory) -> int:
        """Puts everything in its order, and says how many files of the site it put."""
        claim = written((publication,))
        self._bucket.put(state(CLAIM, claim))
        if publication.action == "publish":
            listing = memory.listings[publication.release]
            self._bucket.put(state(LISTINGS + publication.release, listing_written(listing)))
        pages = [one for one in uploads if not one.path.startswith(ASSETS)]
        kept = {one.sha256: state(OBJECTS + one.sha256, one.body) for one in pages}
        every(self._bucket.put, memory.differing(list(kept.values())))
        count = self._put([one for one in uploads if one.path.startswith(ASSETS)], memory, claim)
        count += self._put([one for one in pages if one.path != MANIFEST], memory, claim)
        for _ in range(LOOKS):
            memory.held = self._bucket.held()
            if not self._put([one for one in uploads if one.path != MANIFEST], memory, claim):
                break
        memory.held.pop(MANIFEST, None)
        count += self._put([one for one in uploads if one.path == MANIFEST], memory, claim)
        memory.current = publication.release
        memory.log.append(publication)
        return count

    def _put(self, uploads: Sequence[Upload], memory: Memory, claim: bytes) -> int:
        """Puts those that differ, for as long as no other publication has begun."""

        def put(one: Upload) -> None:
            if self._bucket.get(CLAIM) != claim:
                raise CannotPublish(
                    "Another publication to the same place has begun, so this one has stopped. "
                    "What is shown is what the other one publishes."
                )
            self._bucket.put(one)
            memory.settings[one.path] = one.settings

        return len(every(put, memory.differing(uploads)))

    def _tidied(self, memory: Memory, keep: int) -> tuple[Publication, ...]:
        """Writes down what is shown now, and deletes what nobody needs any more."""
        log = tuple(memory.log)
        every(self._bucket.put, memory.differing([state(LOG, written(log))]))
        memory.held = self._bucket.held()
        every(self._bucket.delete, memory.vanished(keep))
        every(self._bucket.delete, memory.forget(keep))
        every(self._bucket.delete, memory.unneeded())
        return log
