"""What every test may use: the cast of persons in seats, and the command at a console."""

pytest_plugins = ["cast", "at_console"]
