"""What is made from the schema for people who write: new records, canonical form, schemas and forms."""

from generator.scaffold.canonical import Refused, canonical, canonical_file
from generator.scaffold.records import CannotBegin, begin, record, slug_of
from generator.scaffold.reference import reference
from generator.scaffold.schemas import CannotWrite, ids_of, write_schemas

__all__ = [
    "CannotBegin",
    "CannotWrite",
    "Refused",
    "begin",
    "canonical",
    "canonical_file",
    "ids_of",
    "record",
    "reference",
    "slug_of",
    "write_schemas",
]
