"""The doors of programs, and the page of a person's tokens."""
