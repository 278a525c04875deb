"""The evaluation of a seminar, its matters, the trace, and what is told of it."""
