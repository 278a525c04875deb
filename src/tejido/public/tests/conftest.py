from .visiting import at_noon

__all__ = ["at_noon"]
