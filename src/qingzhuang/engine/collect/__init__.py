"""Collect: a roster's rows become what a source said about persons and households."""
