"""Load, act, answer: nothing is decided here."""
