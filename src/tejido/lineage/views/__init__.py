"""Load, act, answer: the lineage, trainers, cohorts, counts."""
