"""Prints the field reference: `python -m generator.scaffold > docs/fields.md`."""

from generator.scaffold.reference import reference

print(reference(), end="")
