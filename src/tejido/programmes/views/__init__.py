"""The pages of areas and initiatives."""
