"""The conversation: one message in, one reply out, whatever the platform."""
