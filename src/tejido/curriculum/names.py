"""The words of the curriculum: texts, their revisions and their editions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

RESERVED = frozenset({"new"})  # addresses beside the texts' own


class Act(TextChoices):
    TEXT_CREATED = "text-created", _("Text created")
    REVISION_SAVED = "revision-saved", _("Revision saved")
    LANGUAGES_JOINED = "languages-joined", _("Passages of two languages joined by hand")
    EDITION_SEALED = "edition-sealed", _("Edition sealed")
    EDITION_RELEASED = "edition-released", _("Edition of a National Mechanism released")
    EDITION_RELEASE_WITHDRAWN = "edition-release-withdrawn", _("Release of an edition withdrawn")


class Readers(TextChoices):
    """To whom a mechanism opens one of its editions."""

    NETWORK = "network", _("Seats of the network")
    PUBLIC = "public", _("Everybody")


class No(TextChoices):
    ONLY_MECHANISMS = "only_mechanisms", _("Only a National Mechanism releases its editions to others.")
    RELEASED_ALREADY = "released_already", _("It is released to these readers already.")
    NO_READERS = "no_readers", _("Say who may read the edition.")
    NOT_RELEASED = "edition_not_released", _("This edition is not released.")
    SLUG_TAKEN = "slug_taken", _("The address “%(slug)s” is already taken. Choose another title.")
    NOT_AS_SAID = (
        "text_not_as_said",
        _("The passages are not those of the digest that was told with them. Nothing was taken in."),
    )
    OTHER_BODY = "text_of_other_body", _("A text of another body has this key here. Nothing was taken in.")
    OTHER_REVISION = (
        "revision_differs",
        _("Revision %(number)s of this text is here already and says something else. Nothing was taken in."),
    )
    EMPTY = "empty", _("There is no text in this file.")
    UNCHANGED = "unchanged", _("Nothing was changed, so there is nothing to save.")
    NO_SECTION = (
        "no_section",
        _("This section is no longer in the text. Somebody may have removed it: see the history."),
    )
    NOT_THIS_PASSAGE = (
        "not_this_passage",
        _("These words do not fit this passage: they are empty, or a table is missing its lines. Nothing was saved."),
    )
    NOT_JOINABLE = "not_joinable", _("These two passages both have a text in %(language)s, so they cannot be joined.")
    ONLY_TRANSLATES = (
        "only_translates",
        _(
            "A translation changes the words of one language. Leave the passages that exist in other languages in "
            "their places; who drafts the text moves or removes them."
        ),
    )
    NO_REASON = "no_reason", _("Say in a few words why: the reason is kept with the revision.")
