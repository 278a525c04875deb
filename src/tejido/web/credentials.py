"""What is said of each check of a credential: by the page, and by the command, which knows no settings."""

from collections.abc import Mapping

from tejido.formats.badge import Check, CheckCode


def _(words: str) -> str:
    """Marks words for translation. Django's own asks for settings, and the command has none when it checks a file."""
    return words


# Where it holds, and where it does not. Not translated yet: whoever says it knows the language.
SENTENCES: Mapping[CheckCode, tuple[str, str]] = {
    CheckCode.FILE: (_("The file can be read."), _("The file is not JSON that means one thing only (%(detail)s).")),
    CheckCode.FORM: (
        _("It has the form of a credential of Open Badges 3.0."),
        _("It is no credential of Open Badges 3.0: the part “%(detail)s” is missing or of another kind."),
    ),
    CheckCode.PROOF: (
        _("It has a proof of a kind that is known here (eddsa-jcs-2022)."),
        _("It has no proof of a kind that is known here: “%(detail)s”."),
    ),
    CheckCode.KEY: (
        _("The proof names the key of the issuer: %(detail)s."),
        _("The proof was made with another key than that of the issuer: %(detail)s."),
    ),
    CheckCode.SIGNATURE: (
        _("The signature holds: not one sign was changed."),
        _("The signature does not hold: something was changed."),
    ),
    CheckCode.BEGUN: (_("It is valid already."), _("It is not valid before %(detail)s.")),
    CheckCode.STANDING: (_("It has not expired."), _("It expired: %(detail)s.")),
}


def sentence_of(check: Check) -> str:
    """The sentence of one check, for how it came out, with a place for its detail."""
    return SENTENCES[check.code][0 if check.ok else 1]
