"""Makes sites of any size in our own format, with plain words of its own, the same for the same seed.

words → prose → records (`notices`, `projects`, `choices`, `pages`, `reference`) → `yaml_text` → files.
"""
