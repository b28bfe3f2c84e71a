"""Cal.com: bookings with their changes, asked for by when they changed."""
