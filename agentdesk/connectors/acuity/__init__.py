"""Acuity Scheduling: a diary without pages and without changes to ask for, listed whole and compared."""
