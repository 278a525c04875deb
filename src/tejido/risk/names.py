"""The words of private risk analysis; and the risk factors, of which the whole house speaks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Factor(TextChoices):
    """The 14 risk factors of the United Nations' Framework of Analysis for Atrocity Crimes, by their titles. The first
    eight are common to all crimes; then two of genocide, two of crimes against humanity, two of war crimes."""

    F1 = "1", _("Situations of armed conflict or other forms of instability")
    F2 = "2", _("Record of serious violations of international human rights and humanitarian law")
    F3 = "3", _("Weakness of State structures")
    F4 = "4", _("Motives or incentives")
    F5 = "5", _("Capacity to commit atrocity crimes")
    F6 = "6", _("Absence of mitigating factors")
    F7 = "7", _("Enabling circumstances or preparatory action")
    F8 = "8", _("Triggering factors")
    F9 = "9", _("Intergroup tensions or patterns of discrimination against protected groups")
    F10 = "10", _("Signs of an intent to destroy in whole or in part a protected group")
    F11 = "11", _("Signs of a widespread or systematic attack against any civilian population")
    F12 = "12", _("Signs of a plan or policy to attack any civilian population")
    F13 = "13", _("Serious threats to those protected under international humanitarian law")
    F14 = "14", _("Serious threats to humanitarian or peacekeeping operations")


class Act(TextChoices):
    """What can be done here."""


class No(TextChoices):
    """Why something is not done."""


QUIET: frozenset[Act] = frozenset()  # in the ledger, and no news to others
