"""Every commune of France: found by name, code or position, in spite of the way it is written."""
