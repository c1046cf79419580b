"""Numbers that are no figures, and why."""
