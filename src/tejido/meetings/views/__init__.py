"""Pages and acts of meetings: load, act, answer."""
