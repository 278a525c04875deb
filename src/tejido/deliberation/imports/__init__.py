"""What people bring in files, understood before anything is kept: comment tables, and Word files that came back."""
