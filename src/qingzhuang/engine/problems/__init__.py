"""What people are told when something is wrong: one code, one plain Chinese sentence with a way out."""

from qingzhuang.engine.problems.core import Code, Problem, RefusedError

__all__ = ["Code", "Problem", "RefusedError"]
