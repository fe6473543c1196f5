"""Search on the reader's own device: what is found in, how it is weighed, and the files that hold it.

`language` tells words apart, `text` takes them from pages, `documents` says what each page is about,
`synonyms` adds the words that people use instead, `weighing` says how much a word counts on a page,
`parts` keeps what follows from documents that lie together,
`coding` packs numbers and texts, `shards` and `blocks` make the parts, and `index` puts them together.
"""
