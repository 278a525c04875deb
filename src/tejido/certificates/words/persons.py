"""A transcript as its pages and papers say it."""

from django.utils.translation import gettext as _

from tejido.records.names import Result
from tejido.records.words import score_words
from tejido.training.words import duration
from tejido.web.dates import in_words
from tejido.web.languages import in_my_language

from ..names import Standing
from ..queries import Entry


def entry_words(entry: Entry) -> dict[str, str]:
    """A line of a transcript in words of the language that is active."""
    line, cohort = entry.line, entry.cohort
    told = {"title": in_my_language(cohort.revision.text.title), "number": cohort.revision.number}
    version = _("%(title)s, revision %(number)s") % told
    if cohort.edition:
        edition = _("edition %(number)s") % {"number": cohort.edition.number}
        version = f"{version} ({edition})"
    return {
        "course": in_my_language(cohort.course.title),
        "cohort": cohort.code,
        "time": duration(line.minutes),
        "version": version,
        "day": in_words(line.day),
        "result": _result(line.result, score_words(line.score, line.out_of)),
        "until": in_words(line.valid_until) if line.valid_until else "",
        "certificate": _certificate(entry),
    }


def _result(result: str, mark: str) -> str:
    said = str(Result(result).label) if result in Result.values else "—"
    return f"{said} ({mark})" if mark else said


def _certificate(entry: Entry) -> str:
    if entry.certificate is None:
        return "—"
    return f"{entry.certificate.certificate.number} · {Standing(entry.standing).label}"
