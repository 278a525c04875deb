"""The calendar file in which a meeting arrives."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.web.uploads import SizedFile


class CalendarFileForm(forms.Form):
    file = SizedFile(label=_("Calendar file"), widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}))
