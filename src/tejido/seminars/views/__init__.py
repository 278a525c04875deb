"""Pages and acts of cycles and seminars."""
