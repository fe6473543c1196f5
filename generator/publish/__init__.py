"""A built site → where the public sees it: switched over whole, remembered, and checked afterwards.

`publication` is one entry of the record, `record` the file of them, `differences` compares what
lies somewhere with its manifest, `target` says what every place can do. `folder` is a folder that a
web server shows, with its `releases`; `store` a store that speaks S3, with its `bucket`, the
`listing` of each release and the `memory` of them all. `places` knows which is meant.
"""
