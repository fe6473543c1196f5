"""Rules that reading, modelling and rendering keep: their stories, for `explain` and `rules`."""

from __future__ import annotations

from generator.proofread.catalogue import WARNING, documented

YAML = "YAML 1.2, read strictly"
FIELDS = "The fields of each kind of record"

documented(
    "file-unreadable",
    "Reading the content",
    """
    What: Every file and folder of the site can be opened.
    Why: A file that cannot be read is missing from the site without anybody noticing.
    How: Check who may open the file, and whether another program has locked it.
    """,
)
documented(
    "file-link",
    "Reading the content",
    """
    What: No file or folder of the content is a link that leads out of the site or nowhere.
    Why: A link could publish a file that was never meant for the public.
    How: Put the file itself in the folder.
    """,
)
documented(
    "file-unexpected",
    "Reading the content",
    """
    What: The folders hold only content files, where they belong: records in their folder, lists in reference.
    Why: A file in the wrong place is not published, and its author believes that it is.
    How: Move the file to the folder that fits, or take it out.
    """,
)
documented(
    "file-size",
    "Reading the content",
    """
    What: A content file is at most 1 MiB.
    Why: Nothing that people read is so long; something was pasted in by mistake.
    How: Split it into several records, or take out what does not belong.
    """,
)
documented(
    "file-encoding",
    "Reading the content",
    """
    What: Every file is UTF-8 text without invisible control characters.
    Why: Letters would be garbled, and hidden characters can hide words from whoever checks the text.
    How: Save the file as UTF-8, or delete the character that the message names.
    """,
)
documented(
    "file-name",
    "Addresses of pages",
    """
    What: A file name has small letters, digits and hyphens only, and a language that the site publishes.
    Why: The name becomes the address of the page, which people type, print and send on.
    How: Rename the file, for example `blue-badges.yaml`.
    """,
)
documented(
    "version-without-record",
    "Evidence of what was told: UK GDPR Article 5(2)",
    """
    What: An earlier version lies in the folder of a record that exists.
    Why: It is published below the page of its record; without that page nobody finds it.
    How: Put the record back as withdrawn, or rename the folder of its versions like the record.
    """,
)
documented(
    "version-field-lost",
    "Evidence of what was told: UK GDPR Article 5(2)",
    """
    What: Everything in an earlier version is in a form that is known today.
    Why: What is not cannot be shown, and the page of the version says so instead.
    How: Bring the field into its present form. What it says must stay what people were told.
    """,
    WARNING,
)
documented(
    "version-reference-gone",
    "Evidence of what was told: UK GDPR Article 5(2)",
    """
    What: What an earlier version names is still in the reference lists and among the records.
    Why: Otherwise its page can only show the id, and nobody knows who or what that was.
    How: Put the entry back; an organisation that has ended says so with `end`.
    """,
    WARNING,
)
documented(
    "file-shape",
    FIELDS,
    """
    What: A record is a set of fields, and a reference file is a list of entries.
    Why: Anything else cannot be turned into a page.
    How: Write `title: …` and the other fields; in a reference file begin each entry with `- id:`.
    """,
)
documented(
    "front-matter",
    FIELDS,
    """
    What: A Markdown file begins with its fields between two lines `---`.
    Why: Without them nobody knows the title, the owner or the status of the page.
    How: Begin with a line `---`, write the fields, and close them with another line `---`.
    """,
)
documented(
    "yaml-syntax",
    YAML,
    """
    What: The fields can be read: colons, dashes, quotes and brackets are where they must be.
    Why: A file that cannot be read is not published.
    How: Look at the line that the message names and the one above; put text with a colon in quotes.
    """,
)
documented(
    "yaml-tab",
    YAML,
    """
    What: Lines are indented with spaces, not with tabs.
    Why: Programs disagree on how wide a tab is, so a field could end up in the wrong place.
    How: Use two spaces for each step to the right.
    """,
)
documented(
    "yaml-nesting",
    YAML,
    """
    What: Values are not nested deeper than any field needs.
    Why: Such a file was damaged or made to slow the build down.
    How: Look for brackets that were typed by mistake.
    """,
)
documented(
    "yaml-alias",
    YAML,
    """
    What: No part of a file is marked with `&` or repeated with `*`.
    Why: A reader of the file must see what is published, and a small file could grow without end.
    How: Write the part out in full; put a text that begins with `&` or `*` in quotes.
    """,
)
documented(
    "yaml-tag",
    YAML,
    """
    What: No value carries a tag (a word that begins with `!`).
    Why: Tags can make other programs run code when they read the file.
    How: Take the tag off; if it is part of the text, put the text in quotes.
    """,
)
documented(
    "yaml-duplicate-key",
    YAML,
    """
    What: No field is given twice in the same place.
    Why: Only one of the two could be published, and nobody would know which.
    How: Keep one of the two.
    """,
)
documented(
    "unknown-key",
    FIELDS,
    """
    What: Every field is one that this kind of record has.
    Why: A misspelt field would silently be left out of the page.
    How: Use the name that the message suggests, or look it up in the field reference.
    """,
)
documented(
    "missing-field",
    FIELDS,
    """
    What: Fields that no record can do without, such as `title` and `summary`, are there.
    Why: The page could not be made without them.
    How: Add the field that the message names.
    """,
)
documented(
    "wrong-value",
    FIELDS,
    """
    What: A value is one of those that its field can have: a date that exists, a word from the list.
    Why: A wrong value would be published as a fact.
    How: Correct the value; the message names those that are possible.
    """,
)
documented(
    "wrong-type",
    FIELDS,
    """
    What: A value has the form of its field: text, a list, a date, a group of fields, yes or no.
    Why: A value of another form cannot be shown.
    How: Write it in the form that the message names.
    """,
)
documented(
    "unknown-id",
    "References between records",
    """
    What: Every id that a record names exists: organisations, contacts, laws, categories, choices, projects.
    Why: The page would name somebody or something that the site does not know.
    How: Correct the id, or add the entry to the reference list.
    """,
)
documented(
    "duplicate-id",
    "References between records",
    """
    What: An id stands once in its reference list.
    Why: Records that name it could mean either entry.
    How: Give one of the two another id, or take it out.
    """,
)
documented(
    "template-error",
    "Templates",
    """
    What: Every template can be used for every page that needs it.
    Why: The pages made from it would be missing from the site.
    How: Undo the last change to the template, or correct the line that the message names.
    """,
)
