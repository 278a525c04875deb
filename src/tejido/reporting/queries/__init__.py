"""Loading what a member keeps of recommendations and reports, for its own seats alone."""
