"""The site's facts as open data: JSON and CSV, each with a schema, made from an allow-list.

`allowed` says which fields may leave the house, `shape` describes them, `whole` is register.json,
`table` what tables are made of, `uses` and `projects` are the tables, `files` the artefacts.
"""
