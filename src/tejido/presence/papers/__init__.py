"""What is printed: the list that participants sign, and the certificate."""

from .certificate import certificate_paper
from .sheet import sheet_paper

__all__ = ["certificate_paper", "sheet_paper"]
