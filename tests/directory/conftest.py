"""What the tests of the directory share."""
