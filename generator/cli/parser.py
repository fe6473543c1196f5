"""What can be asked on the command line: commands, their options and what these may be."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

COMMANDS = {
    "build": "make the site, or nothing where a finding blocks",
    "serve": "preview the site and follow every change",
    "diff": "say what the public would see change, and what blocks it",
    "check": "say what is wrong; write nothing",
    "new": "begin a new record with every field explained",
    "format": "put fields in order and take spare quotes out; keep every comment",
    "schemas": "write schemas, settings and forms for editing programs",
    "revise": "keep a record as it was published, and date the new version",
    "list": "`list due`: what is to be reviewed or checked, and when",
    "report": "write the report for the data protection officer, apart from the site",
    "publish": "build and show it to the public, or nothing where a finding blocks",
    "rollback": "show an earlier release again",
    "verify": "name every file that differs from what was published",
    "explain": "what a rule says, why, and how to mend it",
    "rules": "every rule",
}

LAST_PORT = 65535

KINDS = {
    "data-use": "data-uses",
    "opt-out": "opt-outs",
    "choice": "opt-outs",
    "public-benefit": "public-benefit",
    "page": "pages",
}
"""What `new` can begin, and the folder it goes to."""


_TARGET = "what is published: a target, a folder or its manifest.json; default: the site's target, or public"


def parser() -> argparse.ArgumentParser:
    """The whole command line: every command with its options."""
    made_of = argparse.ArgumentParser(
        prog="build.py",
        description="Fair Notice: privacy information, checked and published. Without a command it builds.",
    )
    commands = made_of.add_subparsers(dest="command", required=True, metavar="COMMAND")
    made = {name: _command(commands, name, text) for name, text in COMMANDS.items()}
    _add_building(made)
    made["build"].add_argument("--output", type=Path, metavar="DIR", help="default: public in the site")
    made["report"].add_argument("--output", type=Path, metavar="DIR", help="default: report in the site")
    made["diff"].add_argument("target", nargs="?", metavar="TARGET", help=_TARGET)
    made["diff"].add_argument("--strict", action="store_true", help="warnings block too")
    made["diff"].add_argument("--base-url", metavar="URL", help="address in place of site.yaml's")
    made["diff"].set_defaults(drafts=False, jobs=None)
    made["report"].set_defaults(strict=False, drafts=False, jobs=None, base_url=None)
    _add_publishing(made)
    made["serve"].add_argument("--port", type=_port, default=8000, metavar="N", help="0: any free one")
    made["serve"].add_argument("--open", action="store_true", help="open the browser")
    made["new"].add_argument("kind", choices=sorted(KINDS), help="kind of record")
    made["new"].add_argument("title", help="its title, in quotes")
    made["format"].add_argument("files", nargs="*", type=Path, metavar="FILE", help="default: all content")
    made["format"].add_argument("--check", action="store_true", help="write nothing; status 1 if it would")
    made["revise"].add_argument("path", type=Path, metavar="PATH", help="the record's file")
    made["revise"].add_argument("--why", metavar="TEXT", help="why it changes, as citizens will read it")
    made["revise"].add_argument("--what", metavar="TEXT", help="what changes; else the page says it")
    made["revise"].add_argument("--published", metavar="TARGET", help=_TARGET)
    made["list"].add_argument("what", choices=["due"], help="what to list")
    made["explain"].add_argument("rule", help="id of a rule, as findings print it")
    return made_of


def _add_building(made: dict[str, argparse.ArgumentParser]) -> None:
    for name in ("build", "check", "publish"):
        made[name].add_argument("--strict", action="store_true", help="warnings block too")
        made[name].add_argument("--jobs", type=_positive, metavar="N", help="processes; default: the cores")
        made[name].add_argument("--base-url", metavar="URL", help="address in place of site.yaml's")
    for name in ("build", "check", "publish", "serve"):
        made[name].add_argument("--no-cache", action="store_true", help="make everything anew")
    for name in ("build", "publish"):
        made[name].add_argument(
            "--precompress", action="store_true", help="put .br and .gz beside every text file"
        )
    for name in ("build", "check"):
        made[name].add_argument("--drafts", action="store_true", help="take drafts and scheduled records in")
    made["check"].add_argument(
        "--ready", action="store_true", help="say also what drafts still need before they can be published"
    )
    made["check"].add_argument(
        "--html", nargs="+", metavar="FILE", help="these pages only, whoever made them"
    )


def _add_publishing(made: dict[str, argparse.ArgumentParser]) -> None:
    for name in ("publish", "rollback", "verify"):
        made[name].add_argument(
            "target", nargs="?", metavar="TARGET", help="a folder or s3://bucket/prefix; default: site.yaml's"
        )
    made["publish"].add_argument("--keep", type=_several, metavar="N", help="releases to keep, from 2 up")
    made["publish"].set_defaults(drafts=False)
    made["rollback"].add_argument(
        "--to", metavar="RELEASE", help="its name, or a day; default: the one before"
    )


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="folder with site.yaml")
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="year-month-day")
    command.add_argument("--format", choices=["text", "json", "github"], default="text")
    command.add_argument("--quiet", action="store_true", help="no progress, no closing line")
    return command


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-22") from None


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"ports go from 0 to {LAST_PORT}")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("is not a number from 1 up")
    return int(text)


def _several(text: str) -> int:
    if not text.isdigit() or int(text) < 2:
        raise argparse.ArgumentTypeError("is not a number from 2 up: what is shown now stays beside the new")
    return int(text)
