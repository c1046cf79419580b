"""Whether a figure is a fact, a plan, expected, possible, denied or not confirmed."""
