"""The browsers of the cast, as the pages' own tests use them."""

from tests.web.pages.conftest import actor_as, cast, client_of, key, plain_web

__all__ = ["actor_as", "cast", "client_of", "key", "plain_web"]
