"""Prints the address of a PostgreSQL that answers and lets us create databases, or nothing."""

import os

import psycopg

LOCAL = ("postgresql:///postgres", "postgresql://postgres@127.0.0.1:5432/postgres")


def may_create_databases(url: str) -> bool:
    """Whether a server answers at this address within two seconds and its user may create databases."""
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return row is not None and bool(row[0])


def main() -> None:
    """Print the first address that answers: TEST_POSTGRES_URL if set, else this machine's own server."""
    named = os.environ.get("TEST_POSTGRES_URL", "")
    answering = (url for url in ((named,) if named else LOCAL) if may_create_databases(url))
    print(next(answering, ""))


if __name__ == "__main__":
    main()
