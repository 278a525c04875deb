"""The endpoint for learning records, and the page that a school has of it."""
