"""Search over texts and editions: what the seat may read and nothing else, in every language of the network."""
