"""Packages in the permission matrix: who reads an edition, a version or a course takes it along, and nobody else.

Nothing is kept of it: what is filled in stands in the versions and the courses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matrix_adaptation import SLUG

if TYPE_CHECKING:
    from matrix_world import World


def fill(world: World, canary: str, released: str) -> None:
    """The version, the course and the editions are there already, with the canary in what is Aldea's own."""
    del world, canary, released


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.mechanism.told
    version, shown, school, course = ({"key": told[name]} for name in ("version", "shown", "school", "course"))
    edition = {"slug": SLUG, "number": 1}
    own = {"slug": world.mechanism.texts["adopted"].slug, "number": 1}
    cartridge, scorm = {"language": "es", "format": "cartridge"}, {"language": "es", "format": "scorm"}
    found = {
        "home": ask(),
        "edition": ask(edition),
        "edition#mechanism": ask(own),
        "edition_file": ask({**edition, **cartridge}),
        "edition_file#mechanism": ask({**own, **cartridge}),
        "version": ask(version),
        "version#shown": ask(shown),
        "version#school": ask(school),
        "version_file": ask({**version, **scorm}),
        "version_file#shown": ask({**shown, **scorm}),
        "version_file#school": ask({**school, "language": "es", "format": "cmi5"}),
        "course": ask(course),
        "course_file": ask({**course, **scorm}),
    }
    return {f"packages:{name}": each for name, each in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  packages:home                        200 200 200 200 200 200 200 200 200 200 200
GET  packages:edition                     200 200 200 200 200 200 200 200 200 200 200
GET  packages:edition#mechanism           404 200 200 200 200 404 404 404 404 404 404
GET  packages:edition_file                200 200 200 200 200 200 200 200 200 200 200
GET  packages:edition_file#mechanism      404 200 200 200 200 404 404 404 404 404 404
GET  packages:version                     404 200 200 200 200 404 404 404 404 404 404
GET  packages:version#shown               404 200 200 200 200 200 200 200 200 200 404
GET  packages:version#school              404 404 404 404 200 404 404 404 404 404 404
GET  packages:version_file                404 200 200 200 200 404 404 404 404 404 404
GET  packages:version_file#shown          404 200 200 200 200 200 200 200 200 200 404
GET  packages:version_file#school         404 404 404 404 200 404 404 404 404 404 404
GET  packages:course                      404 200 200 200 200 404 404 404 404 404 404
GET  packages:course_file                 404 200 200 200 200 404 404 404 404 404 404
"""
