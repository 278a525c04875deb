"""What every test may use: the cast of persons in seats."""

pytest_plugins = ["cast"]
