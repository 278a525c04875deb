"""The one signal of the platform: an act was recorded, and its transaction has committed.

A lower app never calls a higher one; a higher app listens in its `reactions.py`. What fails there is written into the
log and changes nothing for the act, nor for the others who listen.
"""

from django.dispatch import Signal

act_recorded = Signal()  # sends line: Line
