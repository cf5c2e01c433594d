"""What `make bench` measures; not collected by pytest."""
