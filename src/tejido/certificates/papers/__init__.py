"""What is printed: certificates, alone and all of an act, and transcripts."""

from .archive import zip_of
from .certificate import certificate_page, preview_page
from .transcript import transcript_paper

__all__ = ["certificate_page", "preview_page", "transcript_paper", "zip_of"]
