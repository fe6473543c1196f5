"""Register → artefacts: pages, assets, search index and exports. Writes no file."""

from generator.render.render import Rendered, render

__all__ = ["Rendered", "render"]
