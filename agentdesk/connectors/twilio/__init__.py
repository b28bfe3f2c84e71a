"""Twilio: the line and what it costs. Calls without words, and the numbers they come in on."""
