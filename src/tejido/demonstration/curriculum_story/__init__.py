"""The story of the demonstration curriculum: a first edition, what was changed since, and the second round."""
