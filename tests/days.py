"""
Days counted from the real today.

The gate's triggers (migration 0004) look at the database's own clock, which no test can set: what is admitted
and lands in a test has to begin and end around the day the test runs. Expected words are computed from here.
"""

from datetime import datetime, timedelta

from qingzhuang.engine.admit.standing import CHINA


def day(days: int = 0) -> str:
    """Today in China and so many days on, ISO; below nought: so many days ago."""
    return (datetime.now(CHINA).date() + timedelta(days=days)).isoformat()


TODAY = day()
YEAR = int(TODAY[:4])  # of the numbers, references and budgets of today
A_YEAR = 364  # days after its first that a number of twelve months still lasts, leap years or not
