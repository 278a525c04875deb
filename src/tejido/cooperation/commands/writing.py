"""What every act in a project begins and ends with: its row locked, everything read again, and its line.

What one member does in a project stands in that member's own ledger. The digests in it are the same for all members of
the project, so that each can show what the others agreed to as well.
"""

from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.registry.models import Member

from ..models import Project
from ..names import Act
from ..queries.projects import ProjectContext, context_of


def locked(project: Project) -> ProjectContext:
    """The project as every act before has left it. Who may act is asked by the rule."""
    return context_of(Project.objects.select_for_update(of=("self",)).get(key=project.key))


def own_member(context: ProjectContext, actor: Actor) -> Member:
    return next(party.member for party in context.parties if party.member.code == actor.member)


def write(actor: Actor, act: Act, project: Project, at: datetime, facts: dict[str, Any], **details: Any) -> None:
    write_down(actor, act, project, at, facts, tree=tree_of(actor.member), details=details or None)
