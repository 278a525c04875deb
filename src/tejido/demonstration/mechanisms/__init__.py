"""National Mechanisms in the demonstration: true facts with their sources, and invented statements that say so."""
