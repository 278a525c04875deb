"""What went wrong, as one sentence for the person at the console and an exit code for scripts."""

import json
import os
import sys
import traceback

import typer

from tejido.config.preparation import NotReady
from tejido.config.words import gettext as _
from tejido.formats import BadFile
from tejido.keeping.faults import NotDone

NO, MISUSED, INTERRUPTED = 1, 2, 130


class Fault(Exception):  # noqa: N818  # it names what is the case
    """A sentence, a code that scripts can rely on, and an exit code."""

    def __init__(self, sentence: str, code: str, exit_code: int = NO) -> None:
        super().__init__(sentence)
        self.sentence, self.code, self.exit_code = sentence, code, exit_code

    def tell(self, *, as_json: bool) -> None:
        """The sentence on standard error; for scripts that read JSON also as the one document on standard output."""
        if self.sentence:
            print(self.sentence, file=sys.stderr)
        if as_json:
            print(json.dumps({"error": {"code": self.code, "sentence": self.sentence}}, ensure_ascii=False))


def misused(sentence: str, code: str = "used_wrongly") -> Fault:
    return Fault(sentence, code, MISUSED)


def explain(problem: Exception) -> Fault:
    """The fault that an exception stands for."""
    match problem:
        case Fault():
            return problem
        case typer.TyperException():
            return _used_wrongly(problem)
        case typer.Abort():
            return Fault(_("Stopped; nothing was changed."), "stopped", INTERRUPTED)
        case NotReady():
            return Fault(str(problem), "not_ready")
        case NotDone():
            return Fault(str(problem), problem.code)
        case OSError():
            return _of_the_system(problem)
        case _:
            return _from_the_house(problem) or _of_ours(problem)


def _of_ours(problem: Exception) -> Fault:
    """An error in Tejido itself: what and where, for whoever is to mend it; the way there only when asked for."""
    if os.environ.get("TEJIDO_DEBUG"):
        raise problem
    last = traceback.extract_tb(problem.__traceback__)[-1]
    what = traceback.format_exception_only(problem)[-1].strip()
    sentence = _("This is an error in Tejido itself: %(what)s (%(file)s, line %(line)s). TEJIDO_DEBUG=yes shows more.")
    return Fault(sentence % {"what": what, "file": last.filename, "line": last.lineno}, "error")


def _used_wrongly(problem: typer.TyperException) -> Fault:
    """Typer's own refusals. Its words are English; the usual ones are said in the user's language."""
    name = getattr(problem, "option_name", None) or getattr(getattr(problem, "param", None), "display_name_raw", "")
    match type(problem).__name__:
        case "MissingParameter":
            sentence = _("“%(name)s” is missing.") % {"name": _shown(problem) or name}
        case "NoSuchOption":
            sentence = _("There is no option “%(name)s”.") % {"name": name}
        case _:
            sentence = problem.format_message()
    context = getattr(problem, "ctx", None)
    if sentence and context is not None:
        sentence += " " + _("“%(command)s --help” shows how it is used.") % {"command": context.command_path}
    return misused(sentence)


def _shown(problem: typer.TyperException) -> str:
    """The parameter as a person writes it: "--title", "SLUG"."""
    parameter = getattr(problem, "param", None)
    options = [name for name in getattr(parameter, "opts", ()) if name.startswith("--")]
    return options[0] if options else str(getattr(parameter, "metavar", "") or "")


def _of_the_system(problem: OSError) -> Fault:
    """The file system said no: a full disk, a folder that may not be written to."""
    if problem.filename:
        sentence = _("“%(file)s” cannot be used (%(why)s).") % {"file": problem.filename, "why": problem.strerror}
    else:
        sentence = _("The system said no (%(why)s).") % {"why": problem.strerror or problem}
    return Fault(sentence, "system")


def _from_the_house(problem: Exception) -> Fault | None:
    """What commands, formats and Django raise. Only looked at when they were loaded."""
    if "django" not in sys.modules:
        return None
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, InterfaceError

    match problem:
        case ImproperlyConfigured():
            return Fault(str(problem), "setting_wrong")
        case DatabaseError() | InterfaceError():
            why = traceback.format_exception_only(problem)[0].strip().splitlines()[0]
            return Fault(_("The database said no, and nothing was changed: %(why)s") % {"why": why}, "database")
        case BadFile():
            return _of_a_file(problem)
        case _:
            return _refused(problem)


def _of_a_file(problem: BadFile) -> Fault:
    from tejido.web.bad_files import sentence

    return Fault(sentence(problem), problem.code.value)


def _refused(problem: Exception) -> Fault | None:
    from tejido.ledger.refusals import Refused

    return Fault(problem.refusal.sentence, str(problem.refusal.code)) if isinstance(problem, Refused) else None
