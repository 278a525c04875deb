"""The pages of National Mechanisms."""
