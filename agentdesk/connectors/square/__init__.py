"""Square Appointments: a diary that cannot be asked what changed, listed a month at a time."""
