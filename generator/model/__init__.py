"""Located values → typed records, with references resolved, reverse indexes and the life cycle."""
