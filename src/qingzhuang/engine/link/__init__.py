"""Link: one person is one subject, one household is one subject; what is doubtful becomes a question."""
