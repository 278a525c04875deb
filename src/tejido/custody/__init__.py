"""What the network keeps in trust: erasing a person everywhere, and confirming what a restored node is missing."""
