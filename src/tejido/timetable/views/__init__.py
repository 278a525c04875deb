"""The programme of a seminar: read, planned, announced, taken along."""
