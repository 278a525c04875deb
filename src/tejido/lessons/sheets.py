"""The trace as tables: a row a matter, and a row a changed passage."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import base, in_my_language

from .names import Part
from .queries.traces import Traced, Traces
from .words import STEPS, ThreadShown, changes_shown, thread


def trace_sheets(traces: Traces, language: str) -> list[Sheet]:
    with override(base(language)):
        return [_matters(traces), _passages(traces, language)]


def _matters(traces: Traces) -> Sheet:
    header = (
        _("Number"), _("Matter"), _("About"), _("Observations"), _("Comments"),
        *(str(words) for words in STEPS.values()), _("What lacks"),
    )  # fmt: skip  # one row of a table, read as one
    return Sheet("matters", header, tuple(_row(traced, thread(traced, traces)) for traced in traces.matters))


def _row(traced: Traced, shown: ThreadShown) -> tuple[Cell, ...]:
    line = traced.line
    steps = ("; ".join(f"{link.words} {link.note}".strip() for link in stage.links) for stage in shown.stages)
    return (
        line.matter.number, in_my_language(line.matter.title), str(Part(line.matter.part).label),
        len(line.observations), len(line.standing), *steps, shown.end or shown.waits_for,
    )  # fmt: skip  # one row of a table, read as one


def _passages(traces: Traces, language: str) -> Sheet:
    header = (
        _("Number of the matter"), _("Passage"), _("Id"), _("What happened"), _("Revision"), _("Before"), _("After"),
        _("Still so"),
    )  # fmt: skip  # one row of a table, read as one
    rows = [row for traced in traces.matters for row in _changed(traced, language)]
    return Sheet("passages", header, tuple(rows))


def _changed(traced: Traced, language: str) -> list[tuple[Cell, ...]]:
    ids = [change.passage for change in traced.chain.changes]
    return [
        (
            traced.line.matter.number, each.address, id, each.words, each.revision, each.before, each.after,
            _("yes") if each.stands else _("no"),
        )
        for id, each in zip(ids, changes_shown(traced, language), strict=True)
    ]  # fmt: skip  # one row of a table, read as one
