"""A record that changes: what was published is kept as an earlier version, and the new one is dated.

`edit` changes the text of a file and nothing else in it; `keep` decides what can be revised and writes.
"""
