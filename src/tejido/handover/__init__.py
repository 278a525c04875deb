"""Succession: a seat goes from one person to the next, and nothing that it knew or promised is lost."""
