"""The pages of the desk."""

from .home import home, memory, trying
from .proof import comparisons, proof, receipts

__all__ = ["comparisons", "home", "memory", "proof", "receipts", "trying"]
