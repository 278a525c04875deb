"""Word files that came back: what was changed in them and said beside them, and where in the base it belongs."""
