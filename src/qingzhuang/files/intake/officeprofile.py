"""LibreOffice's settings for converting foreign files: no macros, no links, no network."""

from pathlib import Path

_COMMON = "/org.openoffice.Office.Common"
_CALC = "/org.openoffice.Office.Calc"
_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),  # very high
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),  # since 24.2
    (f"{_CALC}/Content/Update", "Link", "2"),  # never
    # Headless LibreOffice keeps the results a file brings with it, stale or missing, unless told otherwise.
    (f"{_CALC}/Formula/Load", "OOXMLRecalcMode", "0"),
    # A proxy that does not answer: what asks the net all the same gets nothing (port 9: discard).
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_FRAME = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{}</oor:items>\n'
)


def write_profile(folder: Path) -> None:
    """Write a user profile with these settings into a new folder."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_FRAME.format(items), encoding="utf-8")
