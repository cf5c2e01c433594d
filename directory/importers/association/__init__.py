"""Any association's table of places: its columns are matched to our fields, confirmed by a person, then read."""
