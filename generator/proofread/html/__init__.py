"""Any HTML page → findings: a small tree, names and roles as ARIA computes them, and rules by subject.

`tree` reads, `styles` and `colour` know what is drawn how, `exposure` and `names` what assistive technology
is told, `page` puts them together; every other module holds the rules of one subject.
"""
