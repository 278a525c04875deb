"""Who may offer and ask, who may agree on a project, and what matches what."""
