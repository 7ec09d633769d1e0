"""The graph for agents: tools of the Model Context Protocol, over the same answers as HTTP."""
