"""The rules pack at work: dated, cited rules run over an application."""

from qingzhuang.engine.admit.rules.checks import CHECKS
from qingzhuang.engine.admit.rules.judging import breaches, rule_clause
from qingzhuang.engine.admit.rules.rule import Count, Rule

__all__ = ["CHECKS", "Count", "Rule", "breaches", "rule_clause"]
