"""The commands that change or compare what the public sees: `publish`, `rollback` and `verify`."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.cli.building import findings_as_asked, ordered, progress_for, status_of
from generator.cli.result import Result, say
from generator.cli.shown import last_target, target_in_settings
from generator.cli.status import BLOCKED, CLEAN, misuse

if TYPE_CHECKING:
    from generator.build import Built
    from generator.publish.differences import Differences
    from generator.publish.target import Shown

NO_TARGET = "Name a target: a folder, or s3://bucket/prefix; or write it into site.yaml under `publishing`."


def publish_command(options: argparse.Namespace) -> int:
    """Builds and, where nothing blocks, shows it to the public."""
    from generator.publish.publication import CannotPublish

    try:
        return _publish(options)
    except CannotPublish as problem:
        return misuse(str(problem))


def _publish(options: argparse.Namespace) -> int:
    from generator.build import build, show
    from generator.publish.places import target_at

    started, progress = time.perf_counter(), progress_for(options)
    name = options.target or target_in_settings(options)
    if not name:
        return misuse(NO_TARGET)
    target = target_at(name)
    progress("Looking at what is published")
    built = build(ordered(options, target.published()), progress)
    status = status_of(built, options)
    shown = None
    if status == CLEAN and built.register:
        progress("Publishing")
        keep = options.keep or built.register.site.publishing.keep
        try:
            shown = show(built, target, name, _now(), keep)
        finally:
            progress("")
    progress("")
    spoken = options.format == "text" and not options.quiet
    result: Result = {
        "status": _remembered(options, shown, status) if shown else status,
        "findings": findings_as_asked(built.findings, options),
        "numbers": _numbers(built, shown, name),
        "closing": _closing_line(built, shown, name) if spoken else "",
    }
    return say(result, time.perf_counter() - started)


def _numbers(built: Built, shown: Shown | None, name: str) -> dict[str, str | float]:
    return {
        "target": name,
        "release": shown.publication.release if shown and shown.publication else "",
        "pages": built.pages if shown else 0,
        "written": shown.saved.written if shown else 0,
        "unchanged": shown.saved.unchanged if shown else 0,
        "removed": shown.saved.removed if shown else 0,
    }


def _closing_line(built: Built, shown: Shown | None, name: str) -> str:
    from generator.report import summary

    found = summary(built.findings)
    name = name.replace("{", "{{").replace("}", "}}")  # the line is filled in with the numbers
    if shown is None:
        return f"Nothing was published: what {name} shows stays as it is ({found})."
    if shown.publication is None:
        return f"{name} shows just this already: nothing was changed, {found}."
    return (
        f"{name} now shows {shown.publication.release}: "
        "{pages} pages, {written} files written, {unchanged} unchanged, {removed} gone, " + f"{found}."
    )


def _remembered(options: argparse.Namespace, shown: Shown, status: int) -> int:
    """Adds to the record that lies with the content, if there is a site to keep it with."""
    from generator.publish.record import remember

    if (options.site / "content").is_dir():
        remember(options.site.resolve(), shown.log)
    return status


def rollback_command(options: argparse.Namespace) -> int:
    """Shows an earlier release again."""
    from generator.publish.places import target_at
    from generator.publish.publication import CannotPublish, Publication, written_moment
    from generator.report import dump

    try:
        name = options.target or last_target(options)
        if not name:
            return misuse(NO_TARGET)
        shown = target_at(name).rollback(Publication(written_moment(_now()), "rollback", name), options.to)
        release = shown.publication.release if shown.publication else ""
        if options.format == "json":
            print(dump({"target": name, "release": release}))
        elif not options.quiet:
            print(f"{name} now shows {release} again.", file=sys.stderr)
        return _remembered(options, shown, CLEAN)
    except CannotPublish as problem:
        return misuse(str(problem))


def verify_command(options: argparse.Namespace) -> int:
    """Names every file that differs from what was published."""
    from generator.publish.places import target_at
    from generator.publish.publication import CannotPublish
    from generator.publish.record import remembered

    try:
        name = options.target or last_target(options)
        if not name:
            return misuse(NO_TARGET)
        known = [entry for entry in remembered(options.site) if entry.target == name]
        found = target_at(name).verify(known)
    except CannotPublish as problem:
        return misuse(str(problem))
    _print_differences(found, name, options)
    return BLOCKED if found else CLEAN


def _print_differences(found: Differences, name: str, options: argparse.Namespace) -> None:
    from generator.report import dump
    from generator.save import MANIFEST

    if options.format == "json":
        lists = {"added": found.added, "changed": found.changed, "missing": found.missing}
        print(dump({"target": name, "release": found.release, "files": found.files, **lists}))
        return
    for line in found.lines():
        print(line)
    if not options.quiet:
        count = len(found.added) + len(found.changed) + len(found.missing)
        differ = "1 file differs" if count == 1 else f"{count} files differ"
        what = differ if found else f"all {found.files} files are as they were published"
        print(f"{name} {found.release}".rstrip() + f": {what}.", file=sys.stderr)
        if MANIFEST in found.changed:
            print(
                "The manifest itself is not the one that was published, and all else is measured by it: "
                "publish again, or go back to a release that is whole.",
                file=sys.stderr,
            )


def _now() -> datetime:
    """The clock is read here: when something is published is a fact of its own."""
    return datetime.now(UTC)
