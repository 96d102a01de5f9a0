"""What a sync of the whole country costs: rows, time, memory, and what patients feel of it."""
