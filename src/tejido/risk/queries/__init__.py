"""What is read of risk analyses, always for an actor."""
