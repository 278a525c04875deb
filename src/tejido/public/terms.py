"""The words of procedure, each in one sentence: what diplomats know by heart, and whoever is new to a seat does not."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy


@dataclass(frozen=True, slots=True)
class Word:
    """`code` is its place on the page, and stays: other pages lead to it."""

    code: str
    name: Promise
    meaning: Promise

    def elsewhere(self, language: str) -> list[tuple[str, str]]:
        """What it is called in the other languages of the interface, each with its tag."""
        return [(tag, self._called(tag)) for tag, _name in settings.LANGUAGES if tag != language]

    def _called(self, language: str) -> str:
        with override(language):
            return str(self.name)


@dataclass(frozen=True, slots=True)
class Chapter:
    code: str
    name: Promise
    words: tuple[Word, ...]


CHAPTERS = (
    Chapter(
        "body-words",
        _("Who agrees"),
        (
            Word(
                "body",
                pgettext_lazy("word of procedure", "Body"),
                _(
                    "Whoever agrees on a text or meets: the network, a National Mechanism, a committee or a "
                    "regional initiative."
                ),
            ),
            Word(
                "party",
                pgettext_lazy("word of procedure", "Party"),
                _("One of the equals of a body: in the network a member, in a National Mechanism an institution."),
            ),
            Word(
                "seat",
                pgettext_lazy("word of procedure", "Seat"),
                _(
                    "What a person acts from, and an institution holds: persons pass, and what was said from the "
                    "seat stays with it."
                ),
            ),
            Word(
                "members-of-record",
                pgettext_lazy("word of procedure", "Members of record"),
                _(
                    "The members whose agreement counts; they are fixed at the instant at which a round or a "
                    "procedure opens."
                ),
            ),
            Word(
                "facilitation",
                pgettext_lazy("word of procedure", "Facilitation"),
                _(
                    "The service of who drafts, opens rounds, answers comments and proposes, without a voice in "
                    "the decision: in the network the Technical Secretariat."
                ),
            ),
            Word(
                "formal-act",
                pgettext_lazy("word of procedure", "Formal act"),
                _(
                    "An act that binds a party or cannot be undone: the page says first what follows, and a "
                    "second factor is asked for."
                ),
            ),
        ),
    ),
    Chapter(
        "consultation-words",
        _("Being consulted"),
        (
            Word(
                "round",
                pgettext_lazy("word of procedure", "Round"),
                _(
                    "A consultation on one revision of a text, with a deadline; each party releases one position,"
                    " or none."
                ),
            ),
            Word(
                "remark",
                pgettext_lazy("word of procedure", "Remark"),
                _("What an institution says among its own; no other party reads it, nor learns that there is one."),
            ),
            Word(
                "position",
                pgettext_lazy("word of procedure", "Position"),
                _("The one answer of a party in a round; it is made of answers to passages."),
            ),
            Word(
                "clearance",
                pgettext_lazy("word of procedure", "Clearance"),
                _(
                    "The validating authority’s consent to a position word for word as it stands; a changed word "
                    "needs a new one."
                ),
            ),
            Word(
                "release",
                pgettext_lazy("word of procedure", "Release"),
                _(
                    "The formal act by which a party shows others exactly what stands there; until then nobody "
                    "outside knows of it."
                ),
            ),
            Word(
                "comment",
                pgettext_lazy("word of procedure", "Comment"),
                _(
                    "An answer of a released position, with a number, to which facilitation owes an answer with a"
                    " reason."
                ),
            ),
            Word(
                "disposition",
                pgettext_lazy("word of procedure", "Disposition"),
                _(
                    "The answer to a comment: accepted, accepted with modification, noted or not accepted, always"
                    " with the reason; it recommends and decides nothing."
                ),
            ),
            Word(
                "reply",
                pgettext_lazy("word of procedure", "Reply to a disposition"),
                _(
                    "What a member says of the disposition: that it is satisfied, or that it maintains its "
                    "comment; nothing said counts as silence, not as agreement."
                ),
            ),
        ),
    ),
    Chapter(
        "adoption-words",
        _("Adopting a text"),
        (
            Word(
                "procedure",
                pgettext_lazy("word of procedure", "Procedure"),
                _("The way of exactly one text to its adoption: by silence, or in a meeting."),
            ),
            Word(
                "consensus",
                pgettext_lazy("word of procedure", "Consensus"),
                _(
                    "No member of record objects: it is not a count of votes, and one objection is enough to "
                    "prevent it."
                ),
            ),
            Word(
                "silence-procedure",
                pgettext_lazy("word of procedure", "Silence procedure"),
                _(
                    "The text is adopted at the deadline if no objection stands then; a member whose seat was "
                    "vacant all the time has not consented."
                ),
            ),
            Word(
                "agreement",
                pgettext_lazy("word of procedure", "Agreement"),
                _(
                    "A member’s consent to exactly one text; it holds as long as that text does not change in "
                    "substance."
                ),
            ),
            Word(
                "objection",
                pgettext_lazy("word of procedure", "Objection"),
                _(
                    "What prevents an adoption, with a reason and the wording that would lift it; only who raised"
                    " it can lift it."
                ),
            ),
            Word(
                "lapse",
                pgettext_lazy("word of procedure", "Lapse"),
                _(
                    "A silence that ends while an objection stands: nothing is adopted, and lifting the objection"
                    " afterwards changes nothing."
                ),
            ),
            Word(
                "extension",
                pgettext_lazy("word of procedure", "Extension"),
                _("A later deadline for a round or a silence; there is no earlier one."),
            ),
            Word(
                "reservation",
                pgettext_lazy("word of procedure", "Reservation"),
                _(
                    "A member agrees to the text and sets apart what it does not take part in; it blocks nothing "
                    "and travels with the edition in every language."
                ),
            ),
            Word(
                "declaration",
                pgettext_lazy("word of procedure", "Interpretative declaration"),
                _(
                    "A member says how it understands the text that it agrees to; it changes no word and travels "
                    "with the edition."
                ),
            ),
            Word(
                "explanation-of-position",
                pgettext_lazy("word of procedure", "Explanation of position"),
                _(
                    "What a member says in a meeting on why it joins the consensus or not; it stands in the "
                    "minutes, and binds nobody."
                ),
            ),
        ),
    ),
    Chapter(
        "after-words",
        _("What remains"),
        (
            Word(
                "revision",
                pgettext_lazy("word of procedure", "Revision"),
                _("A text as it stood at one moment; it never changes."),
            ),
            Word(
                "edition",
                pgettext_lazy("word of procedure", "Edition"),
                _("A revision that was adopted, sealed with all its reservations and declarations."),
            ),
            Word(
                "digest",
                pgettext_lazy("word of procedure", "Digest"),
                _("64 characters that stand for exactly these words; one changed letter gives another digest."),
            ),
            Word(
                "adoption-record",
                pgettext_lazy("word of procedure", "Adoption record"),
                _("The file that proves to anybody, without a connection, what was adopted, when and by whom."),
            ),
            Word(
                "ledger",
                pgettext_lazy("word of procedure", "Ledger"),
                _(
                    "The register of every act, to which lines are only added; whoever keeps a receipt finds out "
                    "if one was changed."
                ),
            ),
            Word(
                "receipt",
                pgettext_lazy("word of procedure", "Receipt"),
                _("A file that a member keeps outside this server, and against which the ledger can be checked later."),
            ),
            Word(
                "concordance",
                pgettext_lazy("word of procedure", "Concordance"),
                _(
                    "The signature of named seats that a language version says the same as the negotiated one, "
                    "passage by passage."
                ),
            ),
            Word(
                "derogation",
                pgettext_lazy("word of procedure", "Derogation"),
                _(
                    "A departure of a national version from a passage that the network keeps as core; it is "
                    "declared with its reason."
                ),
            ),
        ),
    ),
)
