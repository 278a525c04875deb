"""The pages of private risk analysis. Every view is a `private` one."""
