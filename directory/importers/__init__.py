"""One pure parser for each source of services."""
