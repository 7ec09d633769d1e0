"""Entity resolution: candidate pairs, judgements, and which entity a claim means."""
