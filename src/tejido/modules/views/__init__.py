"""The pages of discussion modules."""
