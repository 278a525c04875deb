"""What many tests begin with is made once, by the acts themselves. Afterwards the same statements are sent again."""

import pickle
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from django.db import connection
from django.db.models import F

from tejido.ledger.models import Tree

Made = TypeVar("Made")
Statement = tuple[str, Any, bool]

WRITES = ("INSERT", "UPDATE", "DELETE")
_made: dict[tuple[object, ...], tuple[bytes, Sequence[Statement]]] = {}


def again(name: str, build: Callable[[], Made]) -> Made:
    """What `build` returns, and in the database what it writes.

    It is built anew where the ledgers stand otherwise than they did when it was built first, and where no transaction
    keeps what happens after a commit from happening.
    """
    if not connection.in_atomic_block:
        return build()
    state = (name, *Tree.objects.order_by(F("name")).values_list("name", "size"))
    if state in _made:
        made, statements = _made[state]
        _send(statements)
        return pickle.loads(made)  # type: ignore[no-any-return]  # what was built # noqa: S301  # we wrote it ourselves
    sent: list[Statement] = []
    with connection.execute_wrapper(partial(_keep, sent)):
        built = build()
    _made[state] = pickle.dumps(built), sent
    return built


def _keep(sent: list[Statement], execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.startswith(WRITES):
        sent.append((sql, params, many))
    return execute(sql, params, many, context)


def _send(statements: Sequence[Statement]) -> None:
    with connection.cursor() as cursor:
        for sql, params, many in statements:
            (cursor.executemany if many else cursor.execute)(sql, params)
