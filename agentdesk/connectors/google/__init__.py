"""Google Calendar: entries with their changes, asked for by the calendar's own token."""
