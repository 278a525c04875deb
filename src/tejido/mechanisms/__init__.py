"""National Mechanisms: what each member tells of its own, to itself, to the network and to everybody."""
