"""The demonstration network: true members with invented seats, in the middle of the second round on an invented text."""
