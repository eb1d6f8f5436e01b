"""A form that came back: its printed cells paired with those of the form that was sent."""
