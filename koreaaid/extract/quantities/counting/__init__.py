"""What a bare number counts."""
