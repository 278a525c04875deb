"""Files of other nodes to values, in the limited child process."""

from tejido.engine.exchange import Acceptance, Bundle, Introduction, Invitation
from tejido.formats.child import parse_acceptance, parse_bundle, parse_introduction, parse_invitation
from tejido.web.failures import Failures

FAILURES = Failures("exchange", most=30, seconds=3600)
"""What comes by HTTPS and is not what it should be. A file by hand always remains."""

__all__ = ["FAILURES", "acceptance_in", "bundle_in", "introduction_in", "invitation_in"]


def introduction_in(raw: bytes, name: str) -> Introduction:
    """BadBundle or BadFile where it is none."""
    return parse_introduction(raw, name=name)


def invitation_in(raw: bytes, name: str) -> Invitation:
    """BadBundle or BadFile where it is none."""
    return parse_invitation(raw, name=name)


def acceptance_in(raw: bytes, name: str) -> Acceptance:
    """BadBundle or BadFile where it is none."""
    return parse_acceptance(raw, name=name)


def bundle_in(raw: bytes, name: str) -> Bundle:
    """BadBundle or BadFile where it is none."""
    return parse_bundle(raw, name=name)
