"""The pure heart: no Django, no clock, no chance, no files. Time, thresholds and new ids come in as arguments."""
