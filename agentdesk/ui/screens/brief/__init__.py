"""The one-page brief: written from plain questions, approved, compared, printed."""
