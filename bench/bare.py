"""A page and nothing else: a WSGI application that answers with the bytes of one file, for the same server to serve."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

PAGE = Path(os.environ["TEJIDO_BENCH_PAGE"]).read_bytes() if "TEJIDO_BENCH_PAGE" in os.environ else b""


def application(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))])
    return [PAGE]
