"""The open interface: the register, single numbers and their check, for other systems; nobody signs in."""
