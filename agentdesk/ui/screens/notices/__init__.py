"""The notices: every matter that AgentDesk ever told about, newest first."""
