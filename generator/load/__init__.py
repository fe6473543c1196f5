"""Bytes on disk → located values. Knows nothing of privacy.

`files` finds and reads, `front_matter` splits, `yaml` parses strictly, `documents` puts the
values together with their places, `templates` reads what the site looks like.
"""

from generator.load.documents import Document, FieldPath, Value
from generator.load.site import Loaded, load
from generator.load.templates import TemplateFiles

__all__ = ["Document", "FieldPath", "Loaded", "TemplateFiles", "Value", "load"]
