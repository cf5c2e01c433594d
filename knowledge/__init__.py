"""What the pact says, and who to ask, with its source."""
