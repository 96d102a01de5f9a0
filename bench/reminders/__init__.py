"""What reminders cost: adding, firing, and what the event loop feels, beside a job store."""
