"""Which applications a rule is about, by its kinds and by the limits every rule may carry."""

from qingzhuang.engine.admit.domain import Application, Extra, Kind
from qingzhuang.engine.admit.rules.phrases import demanded
from qingzhuang.engine.admit.rules.rule import Rule

# Limits any rule may carry, besides those of its check:
# extras: it wants one of these, or is itself one (a signboard, a ledger …); classes: classes of the three
# lists, `unsaid` for none named; bearers: words of who does it; when: it must mention one of these words;
# unless: it must mention none; emergency: yes or no.
GATES = frozenset({"extras", "classes", "bearers", "when", "unless", "emergency"})
EXTRA_OF_KIND = {
    Kind.LEDGER: Extra.LEDGER,
    Kind.SIGNBOARD: Extra.SIGNBOARD,
    Kind.APP: Extra.APP,
    Kind.INDICATOR: Extra.ASSESSMENT,
}


def applies(rule: Rule, application: Application) -> bool:
    """Whether the rule is about this application; whether it is broken is for its check to say. R-PCK-03."""
    return (
        (not rule.kinds or application.kind in rule.kinds)
        and _wants(rule, application)
        and _is_of_class(rule, application)
        and _is_borne(rule, application)
        and _is_in_lane(rule, application)
        and _mentions(rule, application)
    )


def whole_text(application: Application) -> str:
    """Everything it says of itself in words, one answer a line; the labels of its fields too."""
    said = (application.title, application.purpose, application.deliverable, application.features)
    return "\n".join([*said, *(field.label for field in application.fields)])


def _wants(rule: Rule, application: Application) -> bool:
    wanted = rule.words("extras")
    own = EXTRA_OF_KIND.get(application.kind)
    return not wanted or own in wanted or any(extra in wanted for extra in application.extras)


def _is_of_class(rule: Rule, application: Application) -> bool:
    classes = rule.words("classes")
    return not classes or (application.list_class or "unsaid") in classes


def _is_borne(rule: Rule, application: Application) -> bool:
    bearers = rule.words("bearers")
    return not bearers or any(word in application.bearer for word in bearers)


def _mentions(rule: Rule, application: Application) -> bool:
    text = whole_text(application)
    if demanded(text, rule.words("unless")):
        return False
    when = rule.words("when")
    return not when or bool(demanded(text, when))


def _is_in_lane(rule: Rule, application: Application) -> bool:
    lane = rule.limits.get("emergency")
    return lane is None or (lane == "yes") is application.is_emergency
