"""Pictures, read back."""
