"""Input of the promotion register: parsed and cleaned here, judged by the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import PaperField, language_field
from tejido.registry.forms import CODE, InOrder, NamedForm, partial_date, source_field
from tejido.web.languages import in_my_language, name_of, typed

from .commands import Contents
from .names import Basis, Kind, Voice

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from tejido.registry.models import Member

    from .models import Forum, ForumVersion

Choices = Sequence[tuple[str, Any]]
_EMPTY = ("", "—")
_PLAIN = ("kind", "voice", "since", "until", "session", "place", "spoke", "languages", "source")


class EntryForm(InOrder, NamedForm):
    """An entry of the register. A member that enters what it said in its own name is asked neither for the voice nor
    for a basis."""

    what = _("Title")
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    voice = forms.ChoiceField(label=_("In whose name"), choices=Voice.choices)
    basis = forms.ChoiceField(
        label=_("Agreed basis"), required=False, help_text=_("What lets somebody speak in the network’s name.")
    )
    speaker = forms.ChoiceField(
        label=_("Member"), required=False, help_text=_("Only where a member spoke in its own name.")
    )
    forum = forms.ChoiceField(label=_("Forum"))
    session = forms.CharField(
        label=_("Session"), max_length=200, required=False, help_text=_("As the forum calls it: 52nd session, item 3.")
    )
    since = partial_date(_("Date"))
    until = partial_date(_("Last day"), is_needed=False, help_text=_("Leave empty for a single day."))
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    spoke = forms.CharField(
        label=_("Who spoke"), max_length=200, required=False, help_text=_("An office, never the name of a person.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[(tag, name_of(tag)) for tag, _name in settings.LANGUAGES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    source = source_field()

    def __init__(
        self,
        *args: Any,
        forums: Sequence[Forum],
        members: Sequence[Member] = (),
        bases: dict[str, Any] | None = None,
        words: Choices = (),
        own: Member | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._own, self._bases = own, bases or {}
        self._forums = {row.key: row for row in forums}
        self._members = {row.code: row for row in members}
        for tag, _name in settings.LANGUAGES:
            label = _("What was said (%(language)s)") % {"language": name_of(tag)}
            self.fields[f"says_{tag}"] = forms.CharField(
                label=label, max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
            )
        self.order_fields([f"name_{tag}" for tag, _name in settings.LANGUAGES])
        self._offer("forum", [(row.key, in_my_language(row.name)) for row in forums])
        self._offer("speaker", [_EMPTY, *((row.code, in_my_language(row.name)) for row in members)])
        self._offer("basis", [_EMPTY, *words])
        if own is not None:
            self._offer("kind", [choice for choice in Kind.choices if choice[0] != Kind.MENTION])
            for name in ("voice", "basis", "speaker"):
                del self.fields[name]

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def contents(self) -> Contents:
        """The entry as the command takes it."""
        values = dict(self.cleaned_data)
        voice, speaker = (Voice.MEMBER, self._own) if self._own else (values["voice"], self._speaker(values))
        basis, _colon, _key = values.get("basis", "").partition(":") if voice == Voice.NETWORK else ("", "", "")
        row = self._bases.get(values.get("basis", "")) if basis else None
        plain = {name: values[name] for name in _PLAIN if name in values} | {"voice": voice}
        return Contents(
            **plain, speaker=speaker, forum=self._forums[values["forum"]], title=self.names, says=self._said(values),
            basis=basis, adoption=row if basis and basis != Basis.DECISION else None,
            decision=row if basis == Basis.DECISION else None,
        )  # fmt: skip  # one row of a table, read as one

    def _speaker(self, values: dict[str, Any]) -> Member | None:
        return self._members.get(values["speaker"]) if values["voice"] == Voice.MEMBER else None

    def _said(self, values: dict[str, Any]) -> dict[str, str]:
        return typed(values, "says")


class CorrectionForm(EntryForm):
    """The same, filled with what stands, and what was wrong with it."""

    reason = forms.CharField(
        label=_("What was wrong"), max_length=300, help_text=_("Whoever reads the entry can read it.")
    )


def as_initial(version: ForumVersion) -> dict[str, Any]:
    """A version as its form shows it."""
    kept = {name: getattr(version, name) for name in _PLAIN}
    key = version.decision_id if version.basis == Basis.DECISION else version.adoption_id
    kept |= {"forum": version.forum_id, "speaker": version.speaker.code if version.speaker else ""}
    kept["basis"] = f"{version.basis}:{key}" if version.basis else ""
    kept |= {f"name_{tag}": words for tag, words in version.title.items()}
    return kept | {f"says_{tag}": words for tag, words in version.says.items()}


class ForumForm(NamedForm):
    code = forms.CharField(label=_("Code"), validators=[CODE], help_text=_("Short and lasting: ONU, OEA …"))
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, has_code: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_code:
            del self.fields["code"]


class DocumentForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    language = language_field()
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    file = PaperField()


class QuoteForm(forms.Form):
    words = forms.CharField(label=_("Words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    language = language_field()
    source = source_field()


class StrikeForm(forms.Form):
    reason = forms.CharField(label=_("Why it is struck out"), max_length=300)


class AudienceForm(forms.Form):
    audience = forms.ChoiceField(label=_("Who may read it"))

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
