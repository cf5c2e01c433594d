"""The directory given out: in the sector's own format, in the world's, as a table."""
