"""A second demonstration network, in Africa, which begins from a text of the first one. Its bodies are invented."""
