"""Pages of milestones and indicators: load, act, answer."""
