"""Fair Notice: what a public body does with people's data, told plainly and checked first.

The package reads in the order in which data flows, and imports run one way, from the bottom of
this list to the top:

    diagnostics   what can be wrong, as a value
    artefacts     a thing to publish
    config        site.yaml, and the small vocabulary of values
    load          bytes on disk → located values
    model         located values → typed records, rights, life cycle, who refers to whom
    proofread     records and pages → findings
    render        register → artefacts
    report        findings → terminal, JSON, annotations; the report for the data protection officer
    save          artefacts → output, whole or not at all
    publish       artefacts → where the public sees them, remembered and compared
    scaffold      from the schema, for people who write: new records, canonical form, schemas, forms
    revise        the published version of a record is kept, and the new one dated
    build         the story: load → model → proofread → render → proofread
    serve         watch, rebuild, preview
    cli           the commands
"""

__version__ = "0.1.0"
