"""What a file that came back proposes and remarks, passage by passage, and what became of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tejido.engine.change import merge_words
from tejido.engine.document import Document, Kind, longest_increasing

from ...markdown import plain
from ...paper import languages_shown
from .pieces import by_passage, is_typography, joined, text_of
from .placing import Placed, placed
from .proposals import Account, Loose, Proposal, Said, Understanding, Unplaced, What
from .values import Answer, Change, ChangeKind, Comment


def understood(base: Document, languages: Sequence[str], echo: Answer, answer: Answer) -> Understanding:
    """What the answer says about the base, whose columns are in these languages; `echo` is the base as read back from
    the file that was handed out.
    """
    return _Reader(base, languages, echo, answer).all()


class _Reader:
    def __init__(self, base: Document, languages: Sequence[str], echo: Answer, answer: Answer) -> None:
        self._base = base
        self._languages = languages
        self._pieces = answer.pieces
        self._answer = answer
        self._places: Placed = placed(echo.pieces, answer.pieces)
        self._echo = by_passage({p.marks[0]: p for p in echo.pieces if p.marks and p.marks[0].id in base and p.text})
        self._found = by_passage({mark: answer.pieces[at] for mark, at in self._places.first.items()})
        self._changes: dict[int, list[Change]] = {}
        for change in answer.changes:
            self._changes.setdefault(change.piece, []).append(change)
        self._homes = [mark.id if mark is not None and mark.id in base else None for mark in self._places.marks]
        self._added = self._additions()

    def all(self) -> Understanding:
        amended = list(self._amended())
        absent = list(self._absent())
        is_excerpt = 2 * len(self._found) < len(self._echo)
        deleted = [p for p, is_told in absent if is_told or not is_excerpt]
        missing = tuple(p.passage for p, is_told in absent if is_excerpt and not is_told)
        proposals = self._in_order([*amended, *deleted, *self._moved(), *self._new()])
        said = tuple(self._said())
        unplaced = (*self._loose_comments(), *self._loose_changes(), *self._loose_words())
        untracked = sum(not proposal.is_tracked for proposal in proposals)
        return Understanding(
            proposals, said, unplaced, self._account(len(said), untracked), self._places.with_ids, missing
        )

    def _language(self, column: int, passage: str = "") -> str:
        """The language of a column; of a passage of the base the one that it was set in there."""
        place = min(column, len(self._languages) - 1)
        shown = languages_shown(self._base.passage(passage), self._languages)[place] if passage else ""
        return shown or self._languages[place]

    def _edits_in(self, piece: int) -> list[Change]:
        """The tracked changes of a piece that change its words. One of its form says nothing of words: what was written
        beside it unmarked is still unmarked."""
        return [change for change in self._changes.get(piece, ()) if change.kind is not ChangeKind.FORMAT]

    ## Words

    def _amended(self) -> Iterator[Proposal]:
        for (id, column), parts in self._found.items():
            old = self._echo.get((id, column), {})
            passage, language = self._base.passage(id), self._language(column, id)
            echo, read = text_of(passage.kind, old), text_of(passage.kind, parts)
            pieces = self._pieces_of(id, column)
            if not read or plain(read) == plain(echo) or not old:
                continue
            is_tracked = any(map(self._edits_in, pieces))
            if not is_tracked and is_typography(echo, read):
                continue
            before = passage.text(language)
            wording = read if echo == before else merge_words(echo, before, read) or read
            yield self._proposal(
                What.AMEND, id, language, pieces, wording=wording, before=before, is_tracked=is_tracked
            )

    def _absent(self) -> Iterator[tuple[Proposal, bool]]:
        """Passages of which nothing is left, and whether the file still tells so itself."""
        for id, column in self._echo:
            if text_of(Kind.PARAGRAPH, self._found.get((id, column), {})):
                continue
            pieces = self._pieces_of(id, column)
            language = self._language(column, id)
            is_tracked = any(map(self._edits_in, pieces))
            before = self._base.passage(id).text(language)
            proposal = self._proposal(What.DELETE, id, language, pieces, before=before, is_tracked=is_tracked)
            yield proposal, bool(pieces)

    def _moved(self) -> Iterator[Proposal]:
        """The fewest passages whose moving explains the order of the file."""
        seen = dict.fromkeys(
            self._homes[at] for at in range(len(self._pieces)) if self._pieces[at].text and not self._pieces[at].column
        )
        order = [id for id in seen if id is not None]
        staying = {order[at] for at in longest_increasing([self._base.index[id] for id in order])}
        last = ""
        for id in order:
            if id not in staying:
                pieces = self._pieces_of(id, 0)
                is_tracked = any(map(self._edits_in, pieces))
                language = self._language(0, id)
                text = self._base.passage(id).text(language)
                yield self._proposal(What.MOVE, id, language, pieces, before=text, after=last, is_tracked=is_tracked)
            last = id

    def _new(self) -> Iterator[Proposal]:
        """Words that are nobody's, those that follow each other together."""
        groups: dict[tuple[str, int, int], list[int]] = {}
        run = 0
        for at, home in sorted(self._added.items()):
            run += at - 1 not in self._added
            groups.setdefault((home, self._pieces[at].column, run), []).append(at)
        for (home, column, _), places in groups.items():
            wording = joined([self._pieces[at] for at in places])
            if wording:
                is_tracked = all(map(self._edits_in, places))
                language = self._language(column)
                yield self._proposal(What.ADD, home, language, places, wording=wording, is_tracked=is_tracked)

    def _proposal(
        self,
        what: What,
        passage: str,
        language: str,
        pieces: Iterable[int],
        *,
        wording: str = "",
        before: str = "",
        after: str = "",
        is_tracked: bool,
    ) -> Proposal:
        changes = [change for at in pieces for change in self._edits_in(at)]
        authors = tuple(dict.fromkeys(change.author for change in changes if change.author))
        runs = len({change.run for change in changes})
        return Proposal(what, passage, language, wording, before, after, is_tracked, authors, runs, len(changes))

    def _in_order(self, proposals: list[Proposal]) -> tuple[Proposal, ...]:
        order = self._base.index
        return tuple(sorted(proposals, key=lambda p: (order.get(p.passage, -1), p.what is What.ADD, p.language)))

    def _pieces_of(self, id: str, column: int) -> list[int]:
        return [at for at, home in self._by_home.get(id, ()) if self._pieces[at].column == column and home == id]

    @property
    def _by_home(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        if not hasattr(self, "_homes_by_id"):
            found: dict[str, list[tuple[int, str]]] = {}
            for at, home in enumerate(self._homes):
                if home is not None:
                    found.setdefault(home, []).append((at, home))
            self._homes_by_id = found
        return self._homes_by_id

    ## Places

    def _additions(self) -> dict[int, str]:
        """The pieces that are nobody's, with the passage that they follow. What stands among the paper's own front
        matter follows none.
        """
        last_front = max(self._places.front, default=-1)
        first_home = next((at for at, home in enumerate(self._homes) if home is not None), len(self._homes))
        found: dict[int, str] = {}
        last: dict[int, str] = {}
        for at, piece in enumerate(self._pieces):
            home = self._homes[at]
            if home is not None:
                last[piece.column] = home
            elif (
                at not in self._places.front
                and (piece.text or self._changes.get(at))
                and (at > last_front or (at > first_home and last.get(piece.column)))
            ):
                found[at] = last.get(piece.column, "")
        return found

    def _home(self, piece: int) -> str | None:
        """The passage that something in a piece is about; None where there is none."""
        if not 0 <= piece < len(self._pieces):
            return None
        return self._added.get(piece) if self._homes[piece] is None else self._homes[piece]

    def _said(self) -> Iterator[Said]:
        for at, comment in enumerate(self._answer.comments):
            home = self._home(comment.piece)
            if home is not None:
                language = self._language(self._pieces[comment.piece].column)
                yield Said(at, home, language, comment.author, comment.initials, comment.words, comment.quoted,
                           comment.at, comment.parent, comment.is_resolved)  # fmt: skip  # one value, read as one

    def _loose_comments(self) -> Iterator[Unplaced]:
        for comment in self._answer.comments:
            if self._home(comment.piece) is None:
                yield self._unplaced(Loose.COMMENT, comment.words, comment.piece, comment=comment)

    def _loose_changes(self) -> Iterator[Unplaced]:
        """Changes without a passage, those of one edit together."""
        runs: dict[tuple[int, int], list[Change]] = {}
        for change in self._answer.changes:
            if change.kind is not ChangeKind.FORMAT and self._home(change.piece) is None:
                runs.setdefault((change.piece, change.run), []).append(change)
        for (piece, _), changes in runs.items():
            words = " ".join(filter(None, (change.words for change in changes)))
            yield self._unplaced(Loose.CHANGE, words, piece, change=changes[0], count=len(changes))

    def _loose_words(self) -> Iterator[Unplaced]:
        """Words that nobody tracked among the paper's front matter."""
        for at, piece in enumerate(self._pieces):
            is_placed = self._home(at) is not None or at in self._places.front
            if piece.text and not is_placed and not self._edits_in(at):
                yield self._unplaced(Loose.WORDS, plain(piece.text), at)

    def _unplaced(
        self, kind: Loose, words: str, piece: int, *, comment: Comment | None = None, change: Change | None = None,
        count: int = 1,
    ) -> Unplaced:  # fmt: skip  # its arguments are one list
        above = next((home for at in range(piece - 1, -1, -1) if (home := self._homes[at])), "") if piece >= 0 else ""
        below = next((home for home in self._homes[piece + 1 :] if home), "") if piece >= 0 else ""
        inside = 0 <= piece < len(self._pieces)
        near = (plain(self._pieces[piece].text) or self._pieces[piece].before) if inside else ""
        author = comment.author if comment else change.author if change else ""
        place = change.place if change else ""
        initials = comment.initials if comment else ""
        language = self._language(self._pieces[piece].column if inside else 0)
        return Unplaced(kind, words, language, near, above, below, author, initials, place, count)

    def _account(self, said: int, untracked: int) -> Account:
        changes = self._answer.changes
        form = sum(change.kind is ChangeKind.FORMAT for change in changes)
        placed_ = sum(c.kind is not ChangeKind.FORMAT and self._home(c.piece) is not None for c in changes)
        edits = len({(c.piece, c.run) for c in changes if c.kind is not ChangeKind.FORMAT})
        return Account(len(self._answer.comments), said, len(changes), placed_, form, edits, untracked)
