"""Tables as people send them, read within bounds: their text whatever its encoding, and workbooks."""
