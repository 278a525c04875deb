"""Who stands in what is kept of rows that could not be taken."""

import secrets
from collections.abc import Collection

from tejido.engine.sealing import NONCE_LENGTH, seal, unseal
from tejido.formats.roster.documents import Paper, number_of
from tejido.formats.roster.values import Problem
from tejido.formats.roster.words import plain

from ..models import Trouble
from ..queries.files import bound_trouble, trouble_bytes, trouble_rows
from .spaces import Locked


def forget(locked: Locked, document: str, names: Collection[str]) -> None:
    """What says this document or one of these names goes from the rows to mend. That so many were bad stays."""
    paper, number = document.split(":", 1)
    folded = {plain(name) for name in names if name}
    for row in Trouble.objects.filter(batch__space=locked.body):
        bound = bound_trouble(row.batch_id, row.first)
        told = trouble_rows(unseal(locked.space_key, bytes(row.sealed), bound=bound))
        kept = [each for each in told if not _is_of(each, Paper(paper), number, folded)]
        if len(kept) == len(told):
            continue
        if not kept:
            row.delete()
            continue
        row.size = len(kept)
        row.sealed = seal(locked.space_key, trouble_bytes(kept), nonce=secrets.token_bytes(NONCE_LENGTH), bound=bound)
        row.save(update_fields=["size", "sealed"])


def _is_of(problem: Problem, paper: Paper, number: str, names: Collection[str]) -> bool:
    said = number_of(problem.value, paper)
    return (bool(said) and said == number) or plain(problem.value) in names
