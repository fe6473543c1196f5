"""The commands that make no site: they begin a record, or answer a question."""

from __future__ import annotations

import argparse
import sys

from generator.cli.parser import KINDS
from generator.cli.status import CLEAN, misuse, today_of


def new_command(options: argparse.Namespace) -> int:
    """Begins a record and prints its path."""
    from generator.scaffold import CannotBegin, begin

    try:
        path = begin(options.site, KINDS[options.kind], options.title)
    except CannotBegin as problem:
        return misuse(str(problem))
    print(path)
    if not options.quiet:
        print(
            "A draft. `serve` shows it, and `check --ready` says what it still needs before it can be "
            "published.",
            file=sys.stderr,
        )
    return CLEAN


def list_command(options: argparse.Namespace) -> int:
    """Prints what is due, the earliest first."""
    from generator.load.site import load
    from generator.model.assemble import model
    from generator.model.due import due
    from generator.report import due_as_json, due_as_text, dump

    today = today_of(options)
    register = model(load(options.site.resolve()), today, drafts=True).register
    if register is None:
        return misuse("site.yaml cannot be used; run `check` to see why.")
    items = due(register)
    print(dump(due_as_json(items, today)) if options.format == "json" else due_as_text(items, today))
    return CLEAN


def explain_command(options: argparse.Namespace) -> int:
    """Prints what a rule says, why, how to mend it, and an example before and after."""
    from generator.load.examples import read_examples
    from generator.proofread.rules import RULES
    from generator.report import dump, explain, near_rules, rule_as_json

    rule = RULES.get(options.rule)
    if rule is None:
        return misuse(near_rules(options.rule, RULES))
    example = read_examples(rule.family).get(rule.id)
    print(dump(rule_as_json(rule, example)) if options.format == "json" else explain(rule, example))
    return CLEAN


def rules_command(options: argparse.Namespace) -> int:
    """Prints the catalogue of rules."""
    from generator.proofread.rules import RULES
    from generator.report import dump, rule_list, rules_as_json

    print(dump(rules_as_json(RULES.values())) if options.format == "json" else rule_list(RULES.values()))
    return CLEAN
