"""What is done at the gate: applying, reviewing, deciding, and what follows."""
