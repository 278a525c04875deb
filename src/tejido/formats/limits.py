"""What a child process does before anything else: it limits itself."""

from __future__ import annotations

from contextlib import suppress


def limit(seconds: int, memory: int, **others: int) -> None:
    """Makes the system end this process where it takes more than `seconds` of processor time or `memory` bytes of
    address space, or writes a file. `others` are further limits by the names that `resource` has for them. Windows has
    no such limits: there only the parent's clock holds.
    """
    try:
        import resource
    except ImportError:
        return
    for name, most in {"AS": memory, "CPU": seconds, "FSIZE": 0, "CORE": 0, **others}.items():
        # A system may lack a limit (macOS: AS), or hold this process to a stricter one already.
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most + (name == "CPU")))
