"""What agents cost: days added up, limits watched, jumps explained, invoices compared."""
