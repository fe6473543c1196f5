"""Register → artefacts: pages, assets, search index and exports. Writes no file."""
