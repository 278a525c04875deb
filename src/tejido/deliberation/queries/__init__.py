"""Loading deliberations, always for an actor. What a party prepares is loaded for that party only."""
