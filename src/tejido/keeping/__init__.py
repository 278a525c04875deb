"""Keeping a node's data: copies that are encrypted, putting them back, moving to another database.

It knows tables, not apps: what is kept is every row of every model, but for what `tables.py` names.
"""
