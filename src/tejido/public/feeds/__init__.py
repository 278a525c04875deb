"""What other programs gather: Atom feeds, and the answers of OAI-PMH."""

from .atom import ATOM, MEDIA_TYPE, XML, Channel, atom
from .oai import Repository, failure, reply
from .records import Publisher

__all__ = ["ATOM", "MEDIA_TYPE", "XML", "Channel", "Publisher", "Repository", "atom", "failure", "reply"]
