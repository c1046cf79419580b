"""What verbs say of a figure: done, coming, befalling, supposed, given up."""
