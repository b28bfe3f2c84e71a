"""Judges from outside: the services' own documents, and the clients that they give away."""
