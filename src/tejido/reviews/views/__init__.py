"""Pages of reviews: load, act, answer."""
