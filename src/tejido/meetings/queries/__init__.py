"""Loading meetings, always for an actor."""
