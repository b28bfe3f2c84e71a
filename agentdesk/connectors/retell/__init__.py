"""Retell AI: calls with a second request for the words, agents with true versions, numbers bound to versions."""
