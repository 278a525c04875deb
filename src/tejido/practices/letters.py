"""Letters about practices: to the seat that is asked to read one, to its member, and between a seat and a contact. They
name offices, never persons, and no practice, for mail is read by more than seats; they say where to answer."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Account, Letter
from tejido.registry.models import Mandate, Seat
from tejido.registry.names import Role
from tejido.registry.queries import mandate_of
from tejido.web.languages import base, in_my_language

from .models import Enquiry, Review


def asked(review: Review, at: datetime) -> list[Letter]:
    """To whoever holds the seat that is asked to read a practice."""
    return [_asked(account, review, at) for account in _accounts([review.seat], at)]


def _asked(account: Account, review: Review, at: datetime) -> Letter:
    with override(base(account.language)):
        values = {"member": in_my_language(review.submission.practice.member.name)}
        subject = _("Would your seat read a practice of %(member)s?") % values
        said = _("The secretariat asks your seat to read a practice of %(member)s. It stands on this page:") % values
        how = _("You read what was submitted, remark on its parts and give your advice. It binds nobody.")
    return _letter(account, f"review-asked:{review.key}", subject, [said, how, _page(f"reviews/{review.key}")], at)


def given(review: Review, at: datetime) -> list[Letter]:
    """To the focal point of the member whose practice was read."""
    member = review.submission.practice.member
    seats = Seat.objects.filter(institution__member=member, role=Role.FOCAL_POINT)
    return [_given(account, review, at) for account in _accounts(list(seats), at)]


def _given(account: Account, review: Review, at: datetime) -> Letter:
    with override(base(account.language)):
        values = {"member": in_my_language(review.member.name)}
        subject = _("A practice of yours was read by %(member)s") % values
        said = _("A seat of %(member)s has read a practice of yours and says what it thinks of it.") % values
        how = _("Answer each remark with a reason. Whether and when the practice is published is up to your member.")
    page = _page(f"{review.submission.practice_id}/draft")
    return _letter(account, f"review-given:{review.key}", subject, [said, how, page], at)


def relayed(enquiry: Enquiry, holder: Mandate | None, at: datetime) -> list[Letter]:
    """The words of one side to whoever holds the other side's seat; nothing where nobody does."""
    if holder is None or holder.account.is_demonstration:
        return []
    account = holder.account
    with override(base(account.language)):
        values = {"office": enquiry.office}
        subject = _("A practice of the network: a letter from %(office)s") % values
        said = _("%(office)s writes to your seat:") % values
        how = _("Please answer on this page. Neither of you learns the address of the other.")
    page = _page(f"{enquiry.practice_id}/letters")
    return [_letter(account, f"practice-letter:{enquiry.key}", subject, [said, enquiry.words, how, page], at)]


def _accounts(seats: list[Seat], at: datetime) -> list[Account]:
    """Whoever holds these seats now. Nobody reads the mail of invented persons."""
    held = [mandate_of(seat, at) for seat in seats]
    return [row.account for row in held if row is not None and not row.account.is_demonstration]


def _page(path: str) -> str:
    return f"{settings.ORIGIN}/practices/{path}/"


def _letter(account: Account, occasion: str, subject: str, lines: list[str], at: datetime) -> Letter:
    return Letter(to=account, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), queued_at=at)
