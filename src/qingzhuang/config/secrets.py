"""The key that signs cookies, and the names under which the web answers."""

import os
import secrets
from pathlib import Path

KEY_FILE = "secret.key"
_N_BYTES = 48  # 64 characters of base64; Django asks for 50
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def secret_key(home: Path) -> str:
    """The key kept in the data folder; "" where none was made: commands that sign nothing need none."""
    path = home / KEY_FILE
    return path.read_text("ascii").strip() if path.is_file() else ""


def make_secret_key(home: Path) -> None:
    """Make the key once, readable by its owner only; one that is there stays."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(home / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(_N_BYTES))


def hosts_of(text: str, *, is_demo: bool) -> list[str]:
    """Host names the web answers to: loopback alone in the demo, else what was written, by commas."""
    if is_demo:
        return list(LOOPBACK)
    return [host.strip() for host in text.split(",") if host.strip()]
