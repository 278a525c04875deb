"""Load, act, answer."""
