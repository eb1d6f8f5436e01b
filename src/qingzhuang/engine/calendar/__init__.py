"""Working days: days off, 调休, and what is only assumed."""
