"""The demonstration network: true members, invented seats, and an invented text in the middle of its second round."""
