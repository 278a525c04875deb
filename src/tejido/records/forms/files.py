"""A file with records, and what its columns and words mean."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.formats.roster.days import Order
from tejido.formats.roster.documents import Paper
from tejido.formats.roster.headings import Sureness
from tejido.formats.roster.mapping import SEVERAL, Mapping, asks_order, decided, unknown_words
from tejido.formats.roster.measures import out_of
from tejido.formats.roster.suggesting import Suggestion
from tejido.formats.roster.values import Field
from tejido.formats.roster.words import MeaningOfM, plain
from tejido.formats.roster.xapi import looks_like
from tejido.mechanisms.forms import PLACE
from tejido.schools.names import Level
from tejido.training.names import Officials
from tejido.web.uploads import SizedFile

from ..names import FIELDS, PAPERS, SURENESS, Kind, Sex

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from ..models import Cohort

SHOWN = 3  # values of a column on the page
MOST_MARKS = 10_000  # that a scale has
NOTHING = "-"  # a word that states nothing
_CODES = {Field.CADRE: Officials.choices, Field.LEVEL: Level.choices, Field.SEX: Sex.choices}
_ORDERS = [
    (str(Order.UNDECIDED), _("— say it —")),
    (str(Order.DAY_FIRST), _("Day first: 25/03/2027")),
    (str(Order.MONTH_FIRST), _("Month first: 03/25/2027")),
]
_MS = [
    (str(MeaningOfM.UNDECIDED), _("— say it —")),
    (str(MeaningOfM.MALE), _("Male: M beside F")),
    (str(MeaningOfM.FEMALE), _("Female: M beside H or V")),
]


class FileForm(forms.Form):
    """A file, and the cohort of the rows that name none."""

    file = SizedFile(
        setting="MAX_RECORDS",
        label=_("File"),
        help_text=_(
            "Excel (.xlsx) or CSV with columns in any order, an export of Moodle, xAPI statements (.json), "
            "or OneRoster (.zip)."
        ),
    )
    cohort = forms.ChoiceField(
        label=_("Cohort"), help_text=_("Of every row, or of those that do not name theirs in a column of their own.")
    )

    def __init__(self, *args: Any, cohorts: "Sequence[Cohort]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cohorts = {cohort.key: cohort for cohort in cohorts}
        said = [(cohort.key, cohort.code) for cohort in cohorts]
        self.fields["cohort"] = forms.ChoiceField(
            label=self.fields["cohort"].label, help_text=self.fields["cohort"].help_text, choices=said
        )

    @property
    def kind(self) -> str:
        """How the file came, by its beginning: what is no table of a spreadsheet shows it."""
        given = self.cleaned_data["file"]
        start = given.read(4096)
        given.seek(0)
        if looks_like(start):
            return Kind.XAPI
        return Kind.ONEROSTER if start.startswith(b"PK") and b".csv" in start else Kind.FILE

    @property
    def chosen(self) -> "Cohort":
        return self.cohorts[self.cleaned_data["cohort"]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the page shows it: its heading, some values, the choice, and how sure the suggestion is."""

    heading: str
    values: tuple[str, ...]
    field: forms.BoundField
    sureness: Any


class MappingForm(forms.Form):
    """What each column is, and what cannot be told from the values alone. `columns` are the values at hand."""

    def __init__(
        self, data: Any = None, *, header: Sequence[str], columns: Sequence[Sequence[object]], suggestion: Suggestion
    ) -> None:
        super().__init__(data)
        self.header, self.columns, self.suggestion = header, columns, suggestion
        choices = [("", _("— left out —")), *((str(field), words) for field, words in FIELDS.items())]
        for place, heading in enumerate(header):
            found = suggestion.mapping.fields[place]
            self.fields[f"c{place}"] = forms.ChoiceField(
                label=heading or _("Column %(number)s") % {"number": place + 1}, choices=choices, required=False,
                initial=str(found) if found else "",
            )  # fmt: skip  # one field
        self._decisions(suggestion.mapping)
        self._words(unknown_words(suggestion.mapping, columns))

    def _decisions(self, mapping: Mapping) -> None:
        papers = [(str(paper), words) for paper, words in PAPERS.items()]
        self.fields["paper"] = forms.ChoiceField(
            label=_("What the document is"), choices=papers, initial=str(mapping.paper), required=False
        )
        self.fields["order"] = forms.ChoiceField(
            label=_("How it writes days"), choices=_ORDERS, initial=str(mapping.order), required=False
        )
        self.fields["m"] = forms.ChoiceField(
            label=_("What an M means"), choices=_MS, initial=str(mapping.m), required=False
        )
        place = mapping.at(Field.SCORE)
        said = None if place is None else out_of(self.columns[place])
        self.fields["out_of"] = forms.IntegerField(
            label=_("Highest mark"), min_value=1, max_value=MOST_MARKS, initial=mapping.out_of or said, required=False,
            help_text=_("A mark is shown and printed with it. Leave it empty where it is not known."),
        )  # fmt: skip  # one field

    def _words(self, unknown: Table[Field, Sequence[str]]) -> None:
        """A choice for each word of the school that nobody knows."""
        self.asked: dict[str, tuple[Field, str]] = {}
        for field, words in unknown.items():
            for number, word in enumerate(words):
                name = f"w_{field}_{number}"
                self.asked[name] = (field, word)
                self.fields[name] = self._word(field, word)

    def _word(self, field: Field, word: str) -> forms.Field:
        label = _("%(field)s: “%(word)s”") % {"field": FIELDS[field], "word": word}
        if field == Field.PROVINCE:
            return forms.CharField(label=label, max_length=6, required=False, validators=[PLACE])
        choices = [("", _("— not stated —")), *_CODES[field]]
        return forms.ChoiceField(label=label, choices=choices, required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        fields = tuple(Field(said) if (said := values.get(f"c{place}")) else None for place in range(len(self.header)))
        self._once(fields)
        if Field.DOCUMENT not in fields:
            self.add_error(None, _("Say which column is the document: without it nobody knows who a person is."))
        mapping = decided(Mapping(fields, meanings=self._meanings(values)), self.header, self.columns)
        self.mapping = self._chosen(mapping, values)
        if self._asks_order(self.mapping):
            self.add_error("order", _("These days can be read in two ways. Say which comes first."))
        return values

    def _once(self, fields: Sequence[Field | None]) -> None:
        first: dict[Field, int] = {}
        for place, field in enumerate(fields):
            if field is None or field in SEVERAL:
                continue
            if field in first:
                said = {"field": FIELDS[field], "other": self.header[first[field]]}
                self.add_error(f"c{place}", _("“%(other)s” is “%(field)s” already.") % said)
            first.setdefault(field, place)

    def _meanings(self, values: Table[str, Any]) -> dict[Field, dict[str, str]]:
        """What was said of words now, over what is remembered."""
        found = {field: dict(words) for field, words in self.suggestion.mapping.meanings.items()}
        for name, (field, word) in self.asked.items():
            found.setdefault(field, {})[plain(word)] = values.get(name) or ""
        return found

    def _asks_order(self, mapping: Mapping) -> bool:
        """Whether some day can be read in two ways."""
        place = mapping.at(Field.DAY)
        return place is not None and asks_order(mapping, self.columns[place])

    def _chosen(self, mapping: Mapping, values: Table[str, Any]) -> Mapping:
        """What a person decided where the values leave it open."""
        order, m, paper = values.get("order"), values.get("m"), values.get("paper")
        if mapping.order == Order.UNDECIDED and order:
            mapping = replace(mapping, order=Order(order))
        if mapping.m == MeaningOfM.UNDECIDED and m:
            mapping = replace(mapping, m=MeaningOfM(m))
        most = values.get("out_of") if mapping.has(Field.SCORE) else None
        return replace(mapping, out_of=most, paper=Paper(paper) if paper else mapping.paper)

    @property
    def rows(self) -> list[Column]:
        """The columns with some of their values."""
        found = []
        for place, heading in enumerate(self.header):
            values = list(dict.fromkeys(str(value).strip() for value in self.columns[place] if plain(value)))[:SHOWN]
            sureness = self.suggestion.sureness[place]
            said = SURENESS[sureness] if sureness != Sureness.UNKNOWN else ""
            found.append(Column(heading, tuple(values), self[f"c{place}"], said))
        return found

    @property
    def decisions(self) -> list[forms.BoundField]:
        """What has to be decided by a person, for the columns as they are suggested or were chosen."""
        mapping = getattr(self, "mapping", self.suggestion.mapping)
        asked = ["paper"]
        if "order" in self.errors or self._asks_order(mapping):
            asked.append("order")
        if mapping.has(Field.SEX) and self.suggestion.mapping.m == MeaningOfM.UNDECIDED:
            asked.append("m")
        if mapping.has(Field.SCORE):
            asked.append("out_of")
        return [self[name] for name in asked]

    @property
    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in self.asked]
