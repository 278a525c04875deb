"""What the pages of certificates show, made of what queries loaded."""

from .checking import Step, keys_document, steps_of

__all__ = ["Step", "keys_document", "steps_of"]
