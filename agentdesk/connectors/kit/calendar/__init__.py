"""Diaries in the form that calendars exchange: read in a bounded way, whoever wrote them."""
