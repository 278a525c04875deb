"""The `tejido` command. Answers go to standard output, everything else to standard error.

Exit codes: 0 done, 1 the answer is no, 2 used wrongly.
"""

import os
import sys
from collections.abc import Sequence

from .faults import Fault, explain


def main() -> None:
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code. What goes wrong is said in one sentence; nothing is half done."""
    from .app import app

    try:
        code = app(args=list(arguments), prog_name="tejido", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:  # noqa: BLE001  # also what nobody foresaw is said in one sentence
        fault = explain(problem)
        fault.tell(as_json="--json" in arguments)
        return fault.exit_code
    return code if isinstance(code, int) else 0


__all__ = ["Fault", "main", "run"]
