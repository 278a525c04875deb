"""The acts on learning records: of the school, of its systems, and of the clock."""

from .counting import count_failure
from .credentials import make_key, may_ask_again, revoke_key
from .documents import delete_documents, put_document
from .ending import run_due
from .forgetting import forget
from .links import link_activity, unlink_activity
from .settling import settle
from .statements import Taken, take_statements

__all__ = [
    "Taken",
    "count_failure",
    "delete_documents",
    "forget",
    "link_activity",
    "make_key",
    "may_ask_again",
    "put_document",
    "revoke_key",
    "run_due",
    "settle",
    "take_statements",
    "unlink_activity",
]
