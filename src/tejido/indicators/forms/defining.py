"""What is measured, as a form: parsed and cleaned here, judged by the rules."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tejido.engine import measure
from tejido.mechanisms.forms import language_field
from tejido.registry.forms import NamedForm
from tejido.registry.forms.entering import day_field
from tejido.web.languages import in_my_language, name_of, typed

from ..names import STANDARD, Counting, Direction, Divide, Frequency, Kind
from ..terms import Unread, read

THOUSANDTHS = 3
DIVISIONS = (1, 2)  # as many as one form has room for
# What stays once there are values: the beginnings of the names of its fields.
FIXED = frozenset({"kind", "steps", "frequency", "counting", "since", "unit", "divide", "categories", "overlap"})


def amount_field(label: Any, *, is_needed: bool = False, help_text: Any = "") -> forms.CharField:
    """A number as people write it: a text, so that what can be read in two ways is told back and never guessed."""
    box = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.CharField(label=label, required=is_needed, max_length=40, widget=box, help_text=help_text)


class IndicatorForm(NamedForm):
    """What is measured, how and how often."""

    language = language_field()
    says = forms.CharField(
        label=_("What is counted, and how"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )
    kind = forms.ChoiceField(label=_("What is reported"), choices=Kind.choices)
    steps = forms.CharField(
        label=_("Steps of the scale"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=1000,
        help_text=_("Only for a scale: one step a line, the lowest first."),
    )  # fmt: skip  # one field, read as one
    frequency = forms.ChoiceField(label=_("How often"), choices=Frequency.choices, initial=Frequency.YEAR)
    counting = forms.ChoiceField(
        label=_("How the periods belong together"), choices=Counting.choices, initial=Counting.EACH
    )
    since = day_field(_("From"), help_text=_("The first period is the one with this day."))
    until = day_field(_("Until"), is_needed=False)
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction.choices, initial=Direction.UP)
    baseline = amount_field(_("Baseline"), help_text=_("Where it begins. For a percentage the per cent alone."))
    target = amount_field(_("Target"))
    is_added = forms.BooleanField(
        label=_("Values of several members may be added together"), required=False, initial=True
    )
    initiative = forms.ChoiceField(label=_("Of which initiative"), required=False)
    owner = forms.ChoiceField(
        label=_("Which seat reports it"), required=False,
        help_text=_("It is reminded, and may report beside the focal point, the alternate and the authority."),
    )  # fmt: skip  # one field, read as one
    source = forms.CharField(label=_("Where the values usually come from"), required=False, max_length=300)

    def __init__(
        self,
        *args: Any,
        initiatives: Sequence[tuple[str, str]] | None = None,
        seats: Sequence[tuple[str, str]] = (),
        is_fixed: bool = False,
        **kwargs: Any,
    ) -> None:
        """`initiatives` is None for a question that is asked of every member."""
        super().__init__(*args, **kwargs)
        for tag, _name in settings.LANGUAGES:
            label = _("Unit (%(language)s)") % {"language": name_of(tag)}
            self.fields[f"unit_{tag}"] = forms.CharField(label=label, max_length=60, required=False)
        for place in DIVISIONS:
            self._add_division(place)
        if initiatives is None:
            del self.fields["initiative"], self.fields["owner"]
        else:
            del self.fields["is_added"]
            self._choose("initiative", initiatives)
            self._choose("owner", seats)
        for name in self.fields:
            if is_fixed and name.partition("_")[0] in FIXED:
                self.fields[name].disabled = True
        names = [f"name_{tag}" for tag, _name in settings.LANGUAGES]
        units = [f"unit_{tag}" for tag, _name in settings.LANGUAGES]
        self.order_fields([*names, "language", "says", "kind", *units, "steps"])

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def _add_division(self, place: int) -> None:
        said = {"place": place}
        self.fields[f"divide_{place}"] = forms.ChoiceField(
            label=_("Divided by (%(place)s)") % said, choices=[("", "—"), *Divide.choices], required=False
        )
        self.fields[f"categories_{place}"] = forms.CharField(
            label=_("Categories (%(place)s)") % said, required=False, max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("One a line. Empty for the usual ones of sex and of the level of government."),
        )  # fmt: skip  # one field, read as one
        self.fields[f"overlap_{place}"] = forms.BooleanField(
            label=_("They may overlap or leave something out (%(place)s)") % said, required=False,
            help_text=_("Then they need not add up to the whole."),
        )  # fmt: skip  # one field, read as one

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for name in ("baseline", "target"):
            values[name] = self._level(name, values)
        values["dimensions"] = self._dimensions(values)
        return values

    def _level(self, name: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
        text = (values.get(name) or "").rstrip("% ")
        if not text:
            return None
        whole = "100" if values.get("kind") == Kind.SHARE else ""
        found = read(values.get("kind", ""), self._steps(values), text, whole)
        if isinstance(found, Unread):
            self.add_error(name, found.sentence)
            return None
        return measure.to_data(found)

    def _steps(self, values: Mapping[str, Any]) -> list[dict[str, str]]:
        """The words of a scale in the language of the form."""
        if values.get("kind") != Kind.SCALE:
            return []
        return [{values["language"]: line} for line in _lines(values.get("steps", ""))]

    def _dimensions(self, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        found = []
        for place in DIVISIONS:
            code = values.get(f"divide_{place}")
            if not code:
                continue
            lines = _lines(values.get(f"categories_{place}", ""))
            if not lines and code not in STANDARD:
                self.add_error(f"categories_{place}", _("Write at least two categories, one a line."))
            standard = [{"code": str(each), "name": {}} for each in STANDARD.get(Divide(code), ())]
            own = [_category(line, number, values["language"]) for number, line in enumerate(lines, 1)]
            overlaps = bool(values.get(f"overlap_{place}"))
            found.append({"code": code, "categories": own or standard, "exhaustive": not overlaps})
        return found

    @property
    def entered(self) -> dict[str, Any]:
        """The fields of a row, with keys for what it points at."""
        values = self.cleaned_data
        words = values["says"].strip()
        given = {name: values[name] for name in _PLAIN if name in values}
        return given | {
            "name": self.names,
            "says": {values["language"]: words} if words else {},
            "unit": typed(values, "unit"),
            "steps": self._steps(values),
        }


_PLAIN = (
    "kind", "frequency", "counting", "since", "until", "direction", "baseline", "target", "is_added", "source",
    "dimensions", "initiative", "owner",
)  # fmt: skip  # one list


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _category(line: str, number: int, language: str) -> dict[str, Any]:
    """The code is made of the words, so that two divisions of the same kind can be laid side by side."""
    return {"code": slugify(line)[:30] or str(number), "name": {language: line[:80]}}


def form_initial(row: Any) -> dict[str, Any]:
    """What the form shows of an indicator that is there."""
    language = _language(row)
    found = {name: getattr(row, name) for name in ("kind", "frequency", "counting", "since", "until", "direction")}
    found |= {"is_added": row.is_added, "source": row.source, "says": row.says.get(language, ""), "language": language}
    found |= {"initiative": row.initiative_id or "", "owner": row.owner_id or ""}
    found |= {"baseline": _level_text(row.baseline), "target": _level_text(row.target)}
    found |= {"steps": "\n".join(in_my_language(words) for words in row.steps)}
    for tag, _name in settings.LANGUAGES:
        found |= {f"name_{tag}": row.name.get(tag, ""), f"unit_{tag}": row.unit.get(tag, "")}
    for place, dimension in enumerate(row.dimensions, 1):
        lines = [in_my_language(each["name"]) for each in dimension["categories"]]
        found |= {
            f"divide_{place}": dimension["code"],
            f"categories_{place}": "\n".join(filter(None, lines)),
            f"overlap_{place}": not dimension["exhaustive"],
        }
    return found


def _language(row: Any) -> str:
    """The language in which the words of the form were typed."""
    categories = [each["name"] for dimension in row.dimensions for each in dimension["categories"]]
    return next((tag for words in (row.says, *row.steps, *categories, row.name) for tag in words), "")


def _level_text(data: Mapping[str, Any] | None) -> str:
    """A baseline or target as it is typed. Of a share the per cent."""
    if data is None:
        return ""
    value = measure.from_data(data)
    match value:
        case measure.YesNo(holds):
            return "yes" if holds else "no"
        case measure.Share(part, _hundred):
            return plain_text(part)
        case measure.Number(amount):
            return plain_text(amount)
    return str(value.place)


def plain_text(amount: Decimal) -> str:
    """A number without marks between its thousands. One of thousandths has a zero more: three digits behind a mark
    could be thousands."""
    text = measure.plain(amount)
    return f"{text}0" if len(text.partition(".")[2]) == THOUSANDTHS else text
