"""What the clock does for records: it checks, enters and takes back files."""

from datetime import datetime

from .commands import run_due as work_on_files


def run_due(at: datetime) -> int:
    return work_on_files(at=at)
