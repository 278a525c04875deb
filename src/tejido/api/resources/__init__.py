"""Every collection of the interface for programs, in the order of the service document."""

from typing import Any

from ..resource import Resource

RESOURCES: tuple[Resource[Any], ...] = ()
BY_NAME = {resource.name: resource for resource in RESOURCES}
