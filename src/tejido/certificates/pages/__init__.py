"""What the pages of certificates show, made of what queries loaded."""

from .checking import Step, keys_document, steps_of
from .leaves import leaf_of, parts_of

__all__ = ["Step", "keys_document", "leaf_of", "parts_of", "steps_of"]
