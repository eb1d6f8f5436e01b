"""Who acts, and where: every query and every action takes an actor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Someone who acts. scopes: prefixes of region codes the actor may see; ("",) sees every region.

    name is an account name, never a person's name.
    """

    name: str
    scopes: tuple[str, ...]

    def may_see(self, region: str) -> bool:
        """Whether a region (12-digit code) lies in the actor's scope."""
        return any(region.startswith(scope) for scope in self.scopes)
