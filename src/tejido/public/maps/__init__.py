"""The map: every State the same area, none of its borders drawn."""

from .drawing import Key, Map, Tile, legend, maps

__all__ = ["Key", "Map", "Tile", "legend", "maps"]
