"""What is printed: certificates, and transcripts."""

from .certificate import certificate_page, preview_page
from .transcript import transcript_paper

__all__ = ["certificate_page", "preview_page", "transcript_paper"]
