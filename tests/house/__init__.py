"""The house rules, each one a failing check."""
