"""Options that several commands share, and how options and examples are written."""

from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _


def option(name: str, metavar: str, says: str, **more: Any) -> Any:
    """An option that takes a value: what Annotated[...] needs."""
    return typer.Option(name, metavar=metavar, help=says, **more)


def flag(name: str, says: str) -> Any:
    return typer.Option(name, help=says)


def argument(metavar: str, says: str) -> Any:
    return typer.Argument(metavar=metavar, help=says)


def examples(*lines: str) -> str:
    """The end of a help page: commands to copy."""
    return "\n\n".join([_("Examples:"), *lines])


_DATA = _("The folder that holds everything. Default: TEJIDO_DATA, else the user's own folder.")

Data = Annotated[Path | None, option("--data", "DIR", _DATA)]
Json = Annotated[bool, flag("--json", _("Print one JSON document and nothing else."))]
Slug = Annotated[str, argument("SLUG", _("The short name of the text, as “tejido text list” shows it."))]
