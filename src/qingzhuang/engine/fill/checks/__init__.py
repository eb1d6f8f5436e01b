"""Checks (校验) that lie in a form, run on its finished cells; what fails is a doubt (疑点), no hindrance."""
