"""What became of the directory: who changed what, when; corrections that outlive an import; taking back."""
