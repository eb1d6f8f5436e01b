"""Taking in a foreign file of any kind: parsed in a child process with bounded memory and time."""
