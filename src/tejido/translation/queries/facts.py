"""The recorded facts of a text's translations, as the engine reads them."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from threading import Lock

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import documents_of
from tejido.engine.document import Document
from tejido.engine.translation import Facts, Mark, Origins, Standing, State, origins, same_meaning, standings

from ..models import Propagation, Signatory, TranslationMark

KEPT = 64
_kept: OrderedDict[str, Origins] = OrderedDict()
_lock = Lock()


def facts_of(text: Text, revision: Revision) -> Facts:
    """Everything said of the translations of a text, and what its history up to this revision tells. Five queries at
    most."""
    marks: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for row in TranslationMark.objects.filter(text=text):
        marks[row.passage, row.language].append(Mark(State(row.state), row.target, row.source, row.who))
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for passage, before, after in Propagation.objects.filter(text=text).values_list("passage", "before", "after"):
        pairs[passage].append((before, after))
    same = {passage: same_meaning(found) for passage, found in pairs.items()}
    return Facts(origins_of(text, revision), marks, same, signatories_of(text))


def signatories_of(text: Text) -> dict[str, frozenset[str]]:
    """The keys of the seats that sign the concordance, by language."""
    named: dict[str, set[str]] = defaultdict(set)
    for language, seat in Signatory.objects.filter(text=text, ended_at=None).values_list("language", "seat_id"):
        named[language].add(seat)
    return {language: frozenset(seats) for language, seats in named.items()}


def writers_of(text: Text, passage: str, language: str, target: str) -> set[str]:
    """The seats that wrote these very words of a passage; `target` is their digest. One query."""
    rows = TranslationMark.objects.filter(
        text=text, passage=passage, language=language, target=target, state=State.HUMAN
    )
    return {row.who for row in rows}


def standings_of(text: Text, revision: Revision, languages: Iterable[str]) -> dict[str, dict[str, Standing]]:
    """How every passage of a revision stands in each of these languages."""
    facts, document = facts_of(text, revision), documents_of([revision])[revision.digest]
    return {tag: standings(document, tag, text.negotiated_language, facts) for tag in languages}


def origins_of(text: Text, revision: Revision) -> Origins:
    """When the words of each passage came in, and what the source said then. A revision never changes, so what was
    worked out is kept in memory, and the next revision goes on from there."""
    if (known := _recall(revision.key)) is not None:
        return known
    rows = list(Revision.objects.filter(text=text, number__lte=revision.number).order_by("number"))
    by_key = {row.key: row for row in rows}
    done = next((place for place in reversed(range(len(rows))) if _recall(rows[place].key) is not None), None)
    wanted = rows if done is None else rows[done:]
    documents = documents_of([*wanted, *(by_key[row.made_on_id] for row in wanted if row.made_on_id)])
    found: Origins = {}
    old: Document | None = None
    for row in wanted:
        made_on = documents[by_key[row.made_on_id].digest] if row.made_on_id else None
        new = documents[row.digest]
        found = _recall(row.key) or origins(found, old, new, text.negotiated_language, made_on)
        _keep(row.key, found)
        old = new
    return found


def _recall(key: str) -> Origins | None:
    with _lock:
        return _kept.get(key)


def _keep(key: str, found: Origins) -> None:
    with _lock:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
