"""What is open in a seat, what was handed over to it, and the brief of its new holder. Always for an actor."""
