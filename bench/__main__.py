"""All benchmarks, one after the other, or those that are named: python bench [change] [proof] ..."""

import sys
from importlib import import_module

from row import show

# Each has rows(), an iterable of Row.
MODULES = (
    "change",
    "adaptation",
    "joining",
    "proof",
    "exchange",
    "word",
    "papers",
    "packages",
    "pages",
    "running",
    "registry",
    "search",
    "evaluation",
    "annual",
    "records",
    "certificates",
    "experience",
    "keeping",
)


def main(names: list[str]) -> int:
    """Exit code 2 for a name that is none; a ratio over its limit is marked in the table."""
    if unknown := [name for name in names if name not in MODULES]:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(MODULES)}.", file=sys.stderr)
        return 2
    over = []
    for name in names or MODULES:
        module = import_module(name)
        print(f"\n{module.__doc__}")
        over += [row for row in show(module.rows()) if row.is_over]
    print(f"\n{len(over)} over the limit{'' if not over else ': ' + ', '.join(row.name for row in over)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
