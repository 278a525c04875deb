"""python -m tejido.cli: for those who have the package but not its command on the path."""

from . import main

main()
