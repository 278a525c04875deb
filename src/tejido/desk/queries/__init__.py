"""What waits for a seat, by when; what changed; where each open text stands. The desk reads all and owns nothing."""

from .items import Waiting, stretches
from .memory import Memory, memory_of, recent
from .steps import Step, first_steps
from .texts import OpenText, texts_in
from .waiting import waiting_in
from .work import Work, handover_in, work_of

__all__ = [
    "Memory",
    "OpenText",
    "Step",
    "Waiting",
    "Work",
    "first_steps",
    "handover_in",
    "memory_of",
    "recent",
    "stretches",
    "texts_in",
    "waiting_in",
    "work_of",
]
