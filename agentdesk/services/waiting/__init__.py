"""What waits for a person: matters and their clock, approvals, reminders, and what the owner is told."""
