"""Instants as they stand in heads and records."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tejido.engine.proof import BadProof, rfc3339
from tejido.engine.proof.shapes import instant, instant_or_empty


def test_instants_are_written_in_utc() -> None:
    at = datetime(2026, 12, 4, 17, 0, 0, 5, tzinfo=timezone(timedelta(hours=-3)))
    assert rfc3339(at) == "2026-12-04T20:00:00.000005Z"
    assert rfc3339(datetime(2026, 12, 4, 20, tzinfo=UTC)) == "2026-12-04T20:00:00Z"
    with pytest.raises(ValueError, match="zone"):
        rfc3339(datetime(2026, 12, 4, 20))  # noqa: DTZ001  # the naive one that must be refused


@pytest.mark.parametrize(
    "text", ["2026-12-04T20:00:00Z", "2026-12-04T20:00:00.123456+00:00", "2026-12-04T20:00:00-03:30"]
)
def test_instants_are_kept_as_written(text: str) -> None:
    assert instant(text, "at") == text
    assert instant_or_empty(text, "at") == text
    assert instant_or_empty("", "at") == ""


@pytest.mark.parametrize(
    "value",
    ["", "2026-12-04", "2026-12-04T20:00Z", "2026-12-04 20:00:00Z", "2026-12-04T24:01:00Z", "2026-02-30T00:00:00Z",
     "2026-12-04T20:00:00", "2026-12-04T20:00:00Z\n", "2026-12-04T20:00:00+99:00", "٢٠٢٦-12-04T20:00:00Z", None, 5],
)  # fmt: skip  # one list, read as one
def test_what_is_no_instant_is_refused(value: object) -> None:
    with pytest.raises(BadProof):
        instant(value, "at")
