"""tejido round: what the secretariat may do with rounds at the console. Nothing here shows what is not released."""

from datetime import datetime
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _

from .console import answer, say, table
from .faults import Fault, misused
from .house import now, open_house
from .options import Data, Json, Slug, argument, examples, option
from .text import text_of

app = typer.Typer(no_args_is_help=True, help=_("Consultation rounds: list them, show one, open one."))

OneSlug = Annotated[str, argument("[SLUG]", _("Only the rounds of this text."))]
Number = Annotated[int, option("--number", "N", _("The number of the round. Default: the latest."))]
Deadline = Annotated[str, option("--deadline", "'YYYY-MM-DD HH:MM'", _("Date and time of the deadline."))]
Zone = Annotated[str, option("--zone", "ZONE", _("The zone of that time, such as America/Asuncion."))]
_REPLY_DAYS = _("Days after the deadline in which members answer the dispositions.")
ReplyDays = Annotated[int, option("--reply-days", "N", _REPLY_DAYS, min=1)]
Invitation = Annotated[str, option("--invitation", "TEXT", _("A few words to the members."))]

FORMAT = "%Y-%m-%d %H:%M"


@app.command(
    "list",
    help=_("Lists the rounds of every text, or of one, each with the sentence that says where it stands."),
    epilog=examples("tejido round list", "tejido round list curriculo --json"),
)
def list_(slug: OneSlug = "", data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.curriculum.queries import texts_for
    from tejido.deliberation.queries.rounds import rounds_of
    from tejido.ledger.actors import CONSOLE

    texts = [text_of(slug)] if slug else [line.text for line in texts_for(CONSOLE)]
    at = now()
    found = [describe(row, at) for text in texts for row in rounds_of(text)]
    head = [_("Text"), _("Round"), _("Where it stands")]
    rows = [[line["text"], line["number"], line["sentence"]] for line in found]
    empty = _("There is no round yet. “tejido round open” opens one.")
    answer(found, table(head, rows) if rows else empty, as_json=json)


@app.command(
    help=_("Shows a round of a text: its deadline, who has released a position and who has not."),
    epilog=examples("tejido round show curriculo", "tejido round show curriculo --number 1 --json"),
)
def show(slug: Slug, number: Number = 0, data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.deliberation.queries.rounds import rounds_of

    rows = {row.number: row for row in rounds_of(text_of(slug))}
    wanted = number or max(rows, default=0)
    if wanted not in rows:
        raise Fault(
            _("“%(slug)s” has no such round; it has %(count)s.") % {"slug": slug, "count": len(rows)}, "unknown_round"
        )
    line = describe(rows[wanted], now())
    answer(line, _shown(line), as_json=json)


def _shown(line: dict[str, Any]) -> str:
    parts = [
        _("Round %(number)s of %(text)s") % line,
        line["sentence"],
        _("Released: %(names)s") % {"names": ", ".join(line["released"]) or "—"},
        _("Missing: %(names)s") % {"names": ", ".join(line["missing"]) or "—"},
    ]
    return "\n".join(parts)


@app.command(
    "open",
    help=_(
        "Opens a consultation round on a text as it now stands, for all members of record of today.\n\n"
        "The deadline is a date and time on the clocks of a named zone. Every member's seats are written to."
    ),
    epilog=examples("tejido round open curriculo --deadline '2027-03-31 18:00' --zone America/Asuncion"),
)
def open_(
    slug: Slug,
    deadline: Deadline,
    zone: Zone,
    reply_days: ReplyDays = 21,
    invitation: Invitation = "",
    data: Data = None,
    json: Json = False,
) -> None:
    local = _local(deadline)
    open_house(data)
    from tejido.curriculum.queries import latest_revision
    from tejido.deliberation.commands import open_round
    from tejido.ledger.actors import CONSOLE

    at, text = now(), text_of(slug)
    said = {text.negotiated_language: invitation} if invitation else {}
    row = open_round(
        actor=CONSOLE, text=text, revision=latest_revision(text), local=local, zone=zone, reply_days=reply_days,
        invitation=said, at=at,
    )  # fmt: skip  # one row of a table, read as one
    line = describe(row, at)
    answer(line, _shown(line), as_json=json)
    say(_("The members are written to as soon as “tejido serve” runs."))


def _local(deadline: str) -> datetime:
    """The date and time on the clocks of the zone that --zone names."""
    try:
        return datetime.strptime(deadline, FORMAT)  # noqa: DTZ007  # naive on purpose: its zone is another option
    except ValueError as problem:
        sentence = _("“%(deadline)s” is not a date and time like 2027-03-31 18:00.")
        raise misused(sentence % {"deadline": deadline}) from problem


def describe(row: Any, at: datetime) -> dict[str, Any]:
    """A round as plain data. `released` and `missing` are codes of parties, `sentence` says where it stands."""
    from tejido.deliberation import sentences
    from tejido.deliberation.queries.comments import comments_of
    from tejido.deliberation.queries.positions import progress, standing_releases
    from tejido.deliberation.queries.rounds import round_for
    from tejido.engine.proof import rfc3339
    from tejido.ledger.actors import CONSOLE

    context = round_for(CONSOLE, row.key)
    standing = progress(context.parties, standing_releases(context.round))
    comments = comments_of(context.round)
    unanswered = sum(line.needs_answer for line in comments)
    return {
        "round": row.key,
        "text": context.text.slug,
        "number": row.number,
        "deadline": rfc3339(context.deadline),
        "zone": row.zone,
        "is_open": context.is_open(at),
        "released": [p.party.code for p in standing if p.release is not None],
        "missing": [p.party.code for p in standing if p.release is None],
        "comments": len(comments),
        "unanswered": unanswered,
        "sentence": sentences.of_round(context, standing, unanswered, at).text,
    }
