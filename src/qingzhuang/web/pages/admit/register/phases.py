"""How the phases of a number look: colour and icon beside the word, never alone."""

from qingzhuang.engine.admit.lifetime import PHASE_NAMES, Phase

TAGS = {
    Phase.AHEAD: "c-tag--brand",
    Phase.GOOD: "c-tag--ok",
    Phase.EMERGENCY: "c-tag--gap",
    Phase.ENDED: "",
    Phase.LAPSED: "c-tag--bad",
    Phase.WITHDRAWN: "c-tag--bad",
}
NOTES = {
    Phase.AHEAD: ("", "clock"),
    Phase.GOOD: ("c-note--ok", "badge-check"),
    Phase.EMERGENCY: ("c-note--gap", "triangle-alert"),
    Phase.ENDED: ("c-note--bad", "circle-x"),
    Phase.LAPSED: ("c-note--bad", "circle-x"),
    Phase.WITHDRAWN: ("c-note--bad", "ban"),
}


def phase_context() -> dict[str, object]:
    """What templates need to draw phases."""
    return {"phase_names": PHASE_NAMES, "phase_tags": TAGS, "phase_notes": NOTES}
