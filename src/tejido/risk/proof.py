"""How an analysis is sealed: which key seals what, and what each is bound to.

    key file of the analysis ──┐
    passphrase, by scrypt ─────┴─> data key ──> each version, each request to release
    secret of a browser ──────────> data key, while it is open there

Everything is bound to what it is, to its analysis, and to its number or key. So a row that was moved, exchanged or
changed is not read as something else: it is not read at all (NotAuthentic).
"""

import hashlib
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.engine.proof import canonical_digest, read_canonical, write_canonical
from tejido.engine.sealing import (
    KEY_LENGTH,
    NONCE_LENGTH,
    SALT_LENGTH,
    Cost,
    NotAuthentic,
    binding,
    seal,
    stretched,
    token,
    unseal,
)

from .names import Factor

Cells = Mapping[str, Any]
FORMAT = "tejido-risk-1"
MOST_BYTES = 2**20  # of an analysis before it is pressed together
BLOCK = 4096  # bytes: what is sealed has a multiple of it
COST = Cost(n=2**16, r=8, p=2)  # 64 MiB, some tenths of a second


class WrongPassphrase(Exception):  # noqa: N818  # it names what is the case
    """The data key does not open with what was typed."""


def _new_cost() -> dict[str, Any]:
    """A salt of its own, and what scrypt costs today."""
    return {"salt": secrets.token_hex(SALT_LENGTH), "n": COST.n, "r": COST.r, "p": COST.p}


def _of_passphrase(passphrase: str, cost: Mapping[str, Any]) -> bytes:
    return stretched(passphrase, bytes.fromhex(cost["salt"]), Cost(cost["n"], cost["r"], cost["p"]))


def _seal(key: bytes, clear: bytes, bound: bytes, block: int = 1) -> bytes:
    return seal(key, clear, nonce=secrets.token_bytes(NONCE_LENGTH), bound=bound, block=block)


def wrap(
    data_key: bytes, node_key: bytes, passphrase: str, cost: Mapping[str, Any], analysis: str, number: int
) -> bytes:
    """The data key, sealed with the passphrase where there is one (`cost` is not empty), and then with the key file."""
    inner = data_key
    if cost:
        inner = _seal(_of_passphrase(passphrase, cost), data_key, binding("passphrase", analysis, number))
    return _seal(node_key, inner, binding("data key", analysis, number))


def unwrap(
    wrapped: bytes, node_key: bytes, passphrase: str, cost: Mapping[str, Any], analysis: str, number: int
) -> bytes:
    """The inverse. NotAuthentic where the key file is another one or the row was changed; WrongPassphrase."""
    inner = unseal(node_key, wrapped, bound=binding("data key", analysis, number))
    if not cost:
        return inner
    try:
        return unseal(_of_passphrase(passphrase, cost), inner, bound=binding("passphrase", analysis, number))
    except NotAuthentic as problem:
        raise WrongPassphrase from problem


@dataclass(frozen=True, slots=True)
class Lock:
    """A new data key, and what is kept of it."""

    data_key: bytes
    wrapped: bytes
    cost: dict[str, Any]


def new_lock(node_key: bytes, passphrase: str, analysis: str, number: int) -> Lock:
    """With a passphrase it takes the time of scrypt: make it before a transaction begins."""
    data_key, cost = secrets.token_bytes(KEY_LENGTH), _new_cost() if passphrase.strip() else {}
    return Lock(data_key, wrap(data_key, node_key, passphrase, cost, analysis, number), cost)


def write_book(cells: Cells) -> bytes:
    """The cells as bytes, pressed together. ValueError where they are too many."""
    clear = write_canonical({"format": FORMAT, "cells": dict(cells)})
    if len(clear) > MOST_BYTES:
        raise ValueError("more than an analysis can hold")
    return zlib.compress(clear, 9)


def read_book(pressed: bytes) -> dict[str, Any]:
    """The inverse: only ever of bytes that were sealed here."""
    found: dict[str, Any] = read_canonical(zlib.decompress(pressed))["cells"]
    return found


def seal_cells(data_key: bytes, cells: Cells, analysis: str, version: int) -> bytes:
    """ValueError where it is more than an analysis can hold."""
    return _seal(data_key, write_book(cells), binding("version", analysis, version), BLOCK)


def unseal_cells(data_key: bytes, sealed: bytes, analysis: str, version: int) -> dict[str, Any]:
    return read_book(unseal(data_key, sealed, bound=binding("version", analysis, version)))


def seal_asking(data_key: bytes, asked: Mapping[str, Any], analysis: str, asking: str) -> bytes:
    return _seal(data_key, write_canonical(dict(asked)), binding("asking", analysis, asking), BLOCK)


def unseal_asking(data_key: bytes, sealed: bytes, analysis: str, asking: str) -> dict[str, Any]:
    found: dict[str, Any] = read_canonical(unseal(data_key, sealed, bound=binding("asking", analysis, asking)))
    return found


def seal_for_browser(secret: bytes, data_key: bytes, admission: str, number: int) -> bytes:
    return _seal(secret, data_key, binding("opening", admission, number))


def unseal_from_browser(secret: bytes, sealed: bytes, admission: str, number: int) -> bytes:
    return unseal(secret, sealed, bound=binding("opening", admission, number))


def digest_of_sealed(sealed: bytes) -> str:
    """What the ledger keeps of a version: it tells nothing of the words, and shows an older version put back."""
    return hashlib.sha256(sealed).hexdigest()


def digest_of(summary: Mapping[str, Any]) -> str:
    """The digest of what a summary says: for a form, not for the ledger."""
    return canonical_digest(dict(summary))


def digest_of_release(asked: Mapping[str, Any], salt: bytes) -> str:
    """The digest of what a summary says, and to whom. A ledger keeps it for ever: without the salt it tells nothing,
    also to whoever has a guess at the words."""
    return digest_of({"salt": salt.hex(), "asked": dict(asked)})


def places(data_key: bytes) -> dict[str, Factor]:
    """The addresses of the factors in this analysis. They are not the factors' numbers, so that no log of addresses
    says on which of them somebody works."""
    return {token(data_key, factor): factor for factor in Factor}
