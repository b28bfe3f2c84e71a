"""The edges of the operating system: folders, key store, tray, notifications, one instance, start with the computer."""
