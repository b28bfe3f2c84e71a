"""CalDAV: calendars of iCloud, Fastmail, Nextcloud and any server that speaks it."""
