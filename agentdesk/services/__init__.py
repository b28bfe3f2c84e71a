"""What AgentDesk can do, as verbs. No Qt; the same services answer the window and the command line."""
