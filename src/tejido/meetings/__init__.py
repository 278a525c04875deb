"""Meetings of any body: convocation, agenda, attendance, minutes, decisions and what was promised."""
