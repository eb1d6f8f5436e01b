"""Comparing (比对): what an application asks with what is already held and with what other matters ask."""
