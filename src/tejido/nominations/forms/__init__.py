"""Input about calls, nominations and participants: parsed and cleaned here, judged by the rules."""

from .calling import CallForm, ExtendingForm, WordsForm, call_given, words_given
from .guests import AddressForm, NeedsForm, PrivacyForm, VisaForm, needs_given
from .nominating import (
    LetterForm,
    MoveForm,
    NomineeForm,
    ReasonForm,
    ReplacementForm,
    SeenForm,
    nominee_given,
)

__all__ = [
    "AddressForm",
    "CallForm",
    "ExtendingForm",
    "LetterForm",
    "MoveForm",
    "NeedsForm",
    "NomineeForm",
    "PrivacyForm",
    "ReasonForm",
    "ReplacementForm",
    "SeenForm",
    "VisaForm",
    "WordsForm",
    "call_given",
    "needs_given",
    "nominee_given",
    "words_given",
]
