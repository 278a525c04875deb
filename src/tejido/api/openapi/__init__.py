"""The description of the interface in OpenAPI 3.1, made of the tables of collections and acts."""

from .document import described, written

__all__ = ["described", "written"]
