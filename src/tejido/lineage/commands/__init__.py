"""The acts on trainers. Each asks its rule, changes, and writes the ledger in one transaction."""

from .counts import release_trainer_counts, show_trainer_counts, withdraw_trainer_counts
from .forgetting import correct_trainer, forget_trainer
from .trainers import authorise_trainer, enter_trainer, set_trainers, withdraw_authorisation

__all__ = [
    "authorise_trainer",
    "correct_trainer",
    "enter_trainer",
    "forget_trainer",
    "release_trainer_counts",
    "set_trainers",
    "show_trainer_counts",
    "withdraw_authorisation",
    "withdraw_trainer_counts",
]
