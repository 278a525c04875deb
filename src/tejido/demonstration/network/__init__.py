"""The register of the demonstration: true members and events with their sources, and invented institutions and seats."""
