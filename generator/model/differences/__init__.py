"""Two versions of a record → what has changed for people, field by field, without a word of English.

`difference` says what a difference is, `passages` compares texts sentence by sentence, `matching`
finds the entry that an entry was, `vocabulary` knows what is told and how, `rights` compares what
follows from the lawful basis, `compare` puts it together.
"""
