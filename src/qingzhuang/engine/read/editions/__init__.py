"""Two editions of one form: which fields are the same, moved, re-worded, changed, new or gone."""
