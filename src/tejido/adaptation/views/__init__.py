"""The views of national versions."""
