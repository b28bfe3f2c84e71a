"""What can be set, one module per preferences page, and the file it is kept in."""
