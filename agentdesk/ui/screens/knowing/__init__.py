"""Does it know? What has changed, until a call shows that the agent says it."""
