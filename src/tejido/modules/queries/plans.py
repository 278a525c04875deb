"""The plan of a module as one value: what its keepers read before they open it."""

from tejido.engine.proof import canonical_digest
from tejido.ledger.keys import row_digest

from ..models import Module, Question, Reading, Step


def plan_digest(module: Module) -> str:
    """SHA-256 of its words, days and meeting, and of every step with its readings and questions. Four queries."""
    steps = Step.objects.filter(module=module)
    readings = Reading.objects.filter(step__module=module)
    questions = Question.objects.filter(step__module=module)
    rows = [row_digest(each) for found in (steps, readings, questions) for each in found]
    return canonical_digest([row_digest(Module.objects.get(key=module.key)), *rows])
