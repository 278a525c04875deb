"""What is left out of the lines that the house writes down while it runs."""

import logging

from django.http import HttpRequest

NOWHERE = "(no address of this house)"


class AddressPatterns(logging.Filter):
    """Writes the pattern of an address in place of the address, which may hold the words of a title or a one-time
    link."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            record.args = tuple(_pattern(request) if said == request.path else said for said in record.args)
        return True


def _pattern(request: HttpRequest) -> str:
    return f"/{request.resolver_match.route}" if request.resolver_match else NOWHERE
