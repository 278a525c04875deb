"""Compiles the gettext catalogues when a wheel is built or installed in place: no generated file is committed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's hook is generic only for its own builders
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        for source in Path(self.root, "src", "tejido", "locale").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as catalogue, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(catalogue, locale=source.parts[-3]))
