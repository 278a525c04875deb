"""A text or a course as pages for learning systems: what the packages of different standards share.

A lesson is a page of HTML of its own, with the id of every passage, readable without any script. Its words come from
the passages' own rendering, which lets no markup of a writer through; the names of files are ours.
"""

from .lessons import grouped, lessons
from .pages import FRONT, page, shared_files
from .values import Course, Lesson, Part, Words

__all__ = ["FRONT", "Course", "Lesson", "Part", "Words", "grouped", "lessons", "page", "shared_files"]
