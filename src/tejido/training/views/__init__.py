"""Courses, their sessions, what they cover, and what is stated of them."""
