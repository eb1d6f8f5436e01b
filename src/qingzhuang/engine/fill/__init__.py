"""Fill: a form and what is known give a plan: one value, gap or conflict per cell."""
