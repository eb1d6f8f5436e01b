"""Who may do what: roles of people, and what each is allowed; names for people stand beside the codes."""

from enum import StrEnum


class Role(StrEnum):
    """A duty that a post gives (docs: one page per role)."""

    VILLAGE_CLERK = "village_clerk"
    VILLAGE_SECRETARY = "village_secretary"
    GRID_WORKER = "grid_worker"
    TOWN_CLERK = "town_clerk"
    TOWN_LEADER = "town_leader"
    OFFICER = "officer"
    REVIEWER = "reviewer"
    BURDEN_LEADER = "burden_leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


ROLE_NAMES = {
    Role.VILLAGE_CLERK: "村（社区）报表员",
    Role.VILLAGE_SECRETARY: "村（社区）书记",
    Role.GRID_WORKER: "网格员",
    Role.TOWN_CLERK: "镇（街道）经办人",
    Role.TOWN_LEADER: "镇（街道）负责人",
    Role.OFFICER: "部门经办人",
    Role.REVIEWER: "减负办会审岗",
    Role.BURDEN_LEADER: "减负办负责人",
    Role.AUDITOR: "审计",
    Role.ADMINISTRATOR: "系统管理员",
}


class Right(StrEnum):
    """One thing that a role lets a person do."""

    FILL = "fill"  # fill forms from what is known, take the file home
    COLLECT = "collect"  # import rosters, answer questions, undo
    EXPLAIN = "explain"  # ask where a value is from
    APPLY = "apply"  # write and send applications for admission
    REVIEW = "review"  # the gate's desk: queue, opinion, polls, consultations
    SIGN = "sign"  # sign decisions above the threshold, withdraw
    ANSWER = "answer"  # answer a poll or a consultation for one's village or town
    CHECK = "check"  # 该不该填，查一查; refuse and report
    CURATE = "curate"  # the three lists, the register of matters, the holiday calendar, budgets
    AUDIT = "audit"  # read and verify the journal
    ADMINISTER = "administer"  # accounts, offices, regions, self-check; no residents' data
    READ = "read"  # lists, register, own account


_VILLAGE = {Right.FILL, Right.COLLECT, Right.EXPLAIN, Right.CHECK, Right.ANSWER, Right.READ}
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VILLAGE_CLERK: frozenset(_VILLAGE),
    Role.VILLAGE_SECRETARY: frozenset(_VILLAGE),
    Role.GRID_WORKER: frozenset({Right.CHECK, Right.READ}),
    Role.TOWN_CLERK: frozenset({Right.FILL, Right.EXPLAIN, Right.CHECK, Right.ANSWER, Right.READ}),
    Role.TOWN_LEADER: frozenset({Right.EXPLAIN, Right.CHECK, Right.ANSWER, Right.READ}),
    Role.OFFICER: frozenset({Right.APPLY, Right.READ}),
    Role.REVIEWER: frozenset({Right.REVIEW, Right.CURATE, Right.READ}),
    Role.BURDEN_LEADER: frozenset({Right.REVIEW, Right.SIGN, Right.CURATE, Right.READ}),
    Role.AUDITOR: frozenset({Right.AUDIT, Right.READ}),
    # 三员分立 (TRUST.md §3.1): who keeps the system reads no residents' data, and no journal either.
    Role.ADMINISTRATOR: frozenset({Right.ADMINISTER, Right.READ}),
}
# Whose posts reach into residents' data, row by row; the others get numbers and lists, never people.
SEES_RESIDENTS = frozenset({Role.VILLAGE_CLERK, Role.VILLAGE_SECRETARY, Role.TOWN_CLERK, Role.TOWN_LEADER})


def rights_of(roles: frozenset[Role]) -> frozenset[Right]:
    """Everything these roles allow together."""
    return frozenset().union(*(RIGHTS[role] for role in roles))
