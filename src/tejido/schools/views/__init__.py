"""Load, act, answer: schools, norms, populations, files."""
