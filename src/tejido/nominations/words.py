"""Advice in words."""

from django.utils.translation import gettext as _

from tejido.engine.places import Advice, Balance

from .names import Grade


def advice_words(found: Balance) -> str:
    match found.advice:
        case Advice.FEW_WOMEN:
            return _("%(n)s %% are women; at least %(wanted)s %% were wished.") % {"n": found.n, "wanted": found.wanted}
        case Advice.ONE_INSTITUTION:
            return _("%(member)s: %(n)s persons from one institution.") % {"member": found.about, "n": found.n}
        case Advice.NO_GRADE:
            return _("Nobody of the grade “%(grade)s”.") % {"grade": Grade(found.about).label}
