"""Vapi: calls whole in the list, which has no pages and is walked by time; agents stopped where the phone rings."""
