"""The register of the demonstration: true members and events with their sources; invented institutions and seats."""
