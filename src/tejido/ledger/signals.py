"""The one signal of the platform: an act was recorded, and its transaction has committed.

A lower app never calls a higher one; a higher app listens in its `reactions.py`.
"""

from django.dispatch import Signal

act_recorded = Signal()  # sends line: Line
