"""Records and pages → findings: one small function per rule, each with its source in law."""
