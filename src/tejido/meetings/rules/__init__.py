"""Who may do what in a meeting, and when. Rules decide and never look anything up."""
