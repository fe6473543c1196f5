"""A part of a bucket in a store that speaks S3, as files with paths. Needs the extra `s3` (boto3).

Where the store is and who we are, boto3 takes from its own settings: AWS_ENDPOINT_URL, AWS_PROFILE,
AWS_ACCESS_KEY_ID and so on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import md5, sha256
from typing import Any

from generator.publish.publication import CannotPublish


@dataclass(frozen=True, slots=True)
class Held:
    """What a list of the bucket tells of a file. `tag` is the MD5 of its bytes, in most stores."""

    size: int
    tag: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to put: its bytes, what it is, and how long browsers may keep it."""

    path: str
    body: bytes
    media_type: str
    cache: str
    release: str = ""

    @property
    def settings(self) -> tuple[str, str]:
        """What browsers are told with it."""
        return self.media_type, self.cache

    @property
    def sha256(self) -> str:
        return sha256(self.body).hexdigest()


class Bucket:
    """Files below a prefix. Every method raises CannotPublish."""

    def __init__(self, client: Any, name: str, prefix: str) -> None:
        """`prefix` ends with a slash, or is empty."""
        self._client = client
        self.name = name
        self.prefix = prefix

    @classmethod
    def at(cls, name: str, prefix: str) -> Bucket:
        """A bucket in the store that the settings of boto3 name."""
        try:
            import boto3
            from botocore.config import Config
            from botocore.exceptions import BotoCoreError
        except ImportError:
            raise CannotPublish(
                "Publishing to a store needs boto3: install it with `pip install 'fair-notice[s3]'`."
            ) from None
        plain = Config(  # checksums of the newer kind are not known to every store
            retries={"mode": "standard", "total_max_attempts": 4},
            connect_timeout=10,
            read_timeout=60,
            max_pool_connections=16,
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        try:
            return cls(boto3.client("s3", config=plain), name, prefix)
        except (BotoCoreError, ValueError) as problem:
            raise CannotPublish(f"The settings for the store cannot be used: {problem}.") from problem

    def held(self) -> dict[str, Held]:
        """Every file below the prefix, by its path."""
        with self._told("list"):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self.name, Prefix=self.prefix
            )
            return {
                entry["Key"].removeprefix(self.prefix): Held(entry["Size"], entry["ETag"].strip('"'))
                for page in pages
                for entry in page.get("Contents", ())
                if not entry["Key"].endswith("/")  # a folder that the store's own console has made
            }

    def get(self, path: str) -> bytes | None:
        """A file's bytes; `None` where there is no such file."""
        found = self._asked("get_object", path)
        with self._told(f"read {path}"):
            return bytes(found["Body"].read()) if found else None

    def release_of(self, path: str) -> str:
        """The release that a file was put for, if that was said with it."""
        found = self._asked("head_object", path)
        return str(found["Metadata"].get("release", "")) if found else ""

    def has(self, upload: Upload) -> bool:
        """Whether just this file is there, with its settings: where a list does not tell."""
        found = self._asked("head_object", upload.path)
        return bool(
            found
            and found["Metadata"].get("sha256") == upload.sha256
            and (found.get("ContentType"), found.get("CacheControl")) == upload.settings
        )

    def put(self, upload: Upload) -> None:
        """Puts a file, whole or not at all: the store compares what came with its hash."""
        said = {"sha256": upload.sha256, **({"release": upload.release} if upload.release else {})}
        with self._told(f"write {upload.path}"):
            self._client.put_object(
                Bucket=self.name,
                Key=self.prefix + upload.path,
                Body=upload.body,
                ContentType=upload.media_type,
                CacheControl=upload.cache,
                ContentMD5=_base64_md5(upload.body),
                Metadata=said,
            )

    def delete(self, path: str) -> None:
        """Deletes a file; one that is not there is no news."""
        with self._told(f"delete {path}"):
            self._client.delete_object(Bucket=self.name, Key=self.prefix + path)

    def _asked(self, what: str, path: str) -> dict[str, Any] | None:
        from botocore.exceptions import ClientError

        with self._told(f"read {path}"):
            try:
                found: dict[str, Any] = getattr(self._client, what)(Bucket=self.name, Key=self.prefix + path)
                return found
            except ClientError as problem:
                if problem.response.get("Error", {}).get("Code") in ("NoSuchKey", "404", "NotFound"):
                    return None
                raise

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """What the store refuses, in a sentence."""
        from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

        try:
            yield
        except (BotoCoreError, ClientError, HTTPClientError, OSError) as problem:
            raise CannotPublish(
                f"The store did not let us {what} in the bucket {self.name}: {str(problem).rstrip('.')}. "
                f"{_advice(problem)}"
            ) from problem


_ADVICE = {
    "NoSuchBucket": "Make the bucket first, or correct its name.",
    "AccessDenied": "Give the account the rights that docs/publishing.md names.",
    "InvalidAccessKeyId": "Check the keys that boto3 uses: AWS_ACCESS_KEY_ID, or the profile.",
    "SignatureDoesNotMatch": "Check the keys that boto3 uses: AWS_SECRET_ACCESS_KEY, or the profile.",
    "NoCredentialsError": "Tell boto3 who you are: AWS_PROFILE, or AWS_ACCESS_KEY_ID and its secret.",
    "EndpointConnectionError": "Check the address in AWS_ENDPOINT_URL, and whether the store is running.",
}
"""What to do about the problems that trying again does not mend, by the store's word for them."""


def _advice(problem: Exception) -> str:
    said = getattr(problem, "response", {}).get("Error", {}).get("Code", type(problem).__name__)
    return _ADVICE.get(said, "Try again: the next publication goes on from here.")


def md5_of(body: bytes) -> str:
    """MD5 in hexadecimal: what stores tell of a file; no secret depends on it."""
    return md5(body, usedforsecurity=False).hexdigest()


def _base64_md5(body: bytes) -> str:
    from base64 import b64encode

    return b64encode(md5(body, usedforsecurity=False).digest()).decode()
