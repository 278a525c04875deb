"""What is told of a cohort."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.measures import minutes_of
from tejido.mechanisms.forms import PLACE
from tejido.web.languages import in_my_language

from ..names import Method

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from tejido.training.models import Course

    from ..models import Cohort

DAY = {"type": "date"}


class HoursField(forms.CharField):
    """A length of time as people write it, cleaned to minutes: "20", "20,5 h", "20:30"."""

    def clean(self, value: Any) -> int | None:
        said = super().clean(value)
        if not said:
            return None
        minutes = minutes_of(said)
        if minutes is None:
            raise forms.ValidationError(_("Write hours like 20, 20,5 or 20:30."))
        return minutes


class CohortForm(forms.Form):
    """A cohort. `courses` are those that the space can give; without them the course stays as it is."""

    code = forms.CharField(
        label=_("Code of the cohort"), max_length=60, help_text=_("As your school calls it, for example 2027-1-B.")
    )
    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    method = forms.ChoiceField(label=_("How it is taught"), choices=Method.choices)
    province = forms.CharField(
        label=_("Province"), max_length=6, validators=[PLACE], required=False,
        help_text=_("Its ISO 3166-2 code, for example PY-11."),
    )  # fmt: skip  # one field
    starts = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    ends = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    minutes = HoursField(
        label=_("Hours"), max_length=20, help_text=_("Of the whole course: 20, 20,5 or 20:30. A list can say others.")
    )

    def __init__(self, *args: Any, courses: Sequence["Course"] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.courses = {course.key: course for course in courses}
        if courses:
            self.fields["course"] = forms.ChoiceField(
                label=_("Course"),
                help_text=_("The records say the version of now and the edition that it was brought up to."),
                choices=[(course.key, in_my_language(course.title)) for course in courses],
            )
            self.order_fields(["course"])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        starts, ends = values.get("starts"), values.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("A cohort cannot end before it begins."))
        return values

    @property
    def chosen(self) -> "Course":
        return self.courses[self.cleaned_data["course"]]

    def given(self, language: str, title: dict[str, str]) -> dict[str, Any]:
        """The values as the commands take them. The title is written in one language; those in others stay."""
        names = ("code", "method", "province", "starts", "ends", "minutes")
        said = {**title, language: self.cleaned_data["title"].strip()}
        kept = {tag: words for tag, words in said.items() if words}
        return {"title": kept, **{name: self.cleaned_data[name] for name in names}}


def cohort_initial(cohort: "Cohort", language: str) -> dict[str, Any]:
    """A cohort as the form begins with it."""
    names = ("code", "method", "province", "starts", "ends")
    minutes = cohort.minutes
    hours = f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)
    return {
        "title": cohort.title.get(language, ""),
        "minutes": hours,
        **{name: getattr(cohort, name) for name in names},
    }
