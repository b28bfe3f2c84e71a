"""The one place that creates engine, services, jobs and windows, and joins them. Everything can be handed a fake."""
