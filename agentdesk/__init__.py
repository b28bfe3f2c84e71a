"""AgentDesk."""
