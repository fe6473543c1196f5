"""Bytes on disk → located values. Knows nothing of privacy.

`files` finds and reads, `front_matter` splits, `yaml` parses strictly, `documents` puts the
values together with their places, `templates` reads what the site looks like.
"""
