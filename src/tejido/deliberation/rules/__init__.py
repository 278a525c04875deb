"""Who may do what in a deliberation, and when. Rules see loaded values and answer None or a named Refusal."""
