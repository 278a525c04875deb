"""What lies before the people in the room: the screen, and each delegate's brief."""
