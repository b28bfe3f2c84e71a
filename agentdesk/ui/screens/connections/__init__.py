"""The services that are connected, how one is connected, and every place that AgentDesk talks to."""
