"""The words of alumni."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """To whom somebody who stays reachable is shown."""

    MEMBER = "member", _("The seats of my state")
    NETWORK = "network", _("All seats of the network")


class Field(TextChoices):
    """What is shown of them besides that they are there."""

    NAME = "name", _("My name")
    INSTITUTION = "institution", _("My institution")
    TOPIC = "topic", _("What I work on")
    LANGUAGES = "languages", _("My languages")


class Act(TextChoices):
    STAYED = "alumnus-stayed", _("Participant agreed to stay reachable")
    CHANGED = "alumnus-changed", _("What is shown of a former participant changed")
    LEFT = "alumnus-left", _("Former participant no longer reachable")
    WRITTEN_TO = "alumni-written-to", _("Letter sent to former participants")


class No(TextChoices):
    NO_CONSENT = "no_consent", _("Nothing is kept without your consent. Tick the box, or leave this page.")
    NOT_YET = "seminar_not_begun", _("This is asked once the seminar has begun.")
    NO_WORDS = "no_letter_words", _("Write a subject and a text.")
    NOBODY = "nobody_reachable", _("Nobody is reachable there.")
    ENOUGH = "enough_letters", _("Your seat has sent many letters today. Write again tomorrow.")
