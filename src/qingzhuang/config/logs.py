"""Logs: JSON lines on stderr, without any number of a person and without the words of an error."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any

# 18-digit identity numbers (GB 11643), 15-digit ones of old, mobile and landline numbers, bank cards.
_NUMBERS = re.compile(r"(?<![0-9])(?:0[0-9]{2,3}-?[0-9]{7,8}|1[3-9][0-9]{9}|[0-9]{13,19}[Xx]?)(?![0-9])")
_MASK = "***"


def masked(text: str) -> str:
    """The text with every number that may be somebody's replaced. R-WEB-08."""
    return _NUMBERS.sub(_MASK, text)


class JsonLine(logging.Formatter):
    """
    A record as one line of JSON: at, level, logger, said; of an exception kind and place, never its message.

    A database quotes the row that it refused in its message: that row may be a resident.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, masked."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": masked(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__qualname__
            frames = traceback.extract_tb(record.exc_info[2])
            line["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


# axes writes account and address of every failure: its lines go nowhere; its counters are rows.
LINES: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "qingzhuang.config.logs.JsonLine"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"handlers": ["nowhere"], "level": "CRITICAL", "propagate": False},
    },
}
