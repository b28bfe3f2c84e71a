"""Opening the records with a passphrase or the printed recovery key."""
