"""
Who gets in where: one line for every address, written by hand and not read off the doors.

A new address is one more line: its name, who gets in, and what its path holds. Ids here are of objects
that are not there; whoever gets in is then told so (404).
"""

from dataclasses import dataclass, field

from qingzhuang.store.roles import Role

EVERYBODY = frozenset(Role)
VILLAGE = frozenset({Role.VILLAGE_CLERK, Role.VILLAGE_SECRETARY})
TOWN = frozenset({Role.TOWN_CLERK, Role.TOWN_LEADER})
FILLERS = VILLAGE | {Role.TOWN_CLERK}
CADRES = VILLAGE | TOWN
CHECKERS = CADRES | {Role.GRID_WORKER}
OFFICERS = frozenset({Role.OFFICER})
GATE = frozenset({Role.REVIEWER, Role.BURDEN_LEADER})
LEADER = frozenset({Role.BURDEN_LEADER})
AUDITORS = frozenset({Role.AUDITOR})
KEEPERS = frozenset({Role.ADMINISTRATOR})

NOBODYS = 999_999  # an id that no object has
NO_UUID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Row:
    """
    roles: who gets in. is_public: everybody does, signed in or not. words: what the path holds.

    writers: of those, whose forms are taken; None: everybody's who gets in.
    """

    roles: frozenset[Role] = EVERYBODY
    is_public: bool = False
    words: dict[str, object] = field(default_factory=dict)
    writers: frozenset[Role] | None = None

    def admits(self, role: Role, method: str) -> bool:
        """Whether this role gets in by this method (`get`, `post`)."""
        wanted = self.writers if method == "post" and self.writers is not None else self.roles
        return self.is_public or role in wanted


def _public(**words: object) -> Row:
    return Row(is_public=True, words=words)


def _for(roles: frozenset[Role], **words: object) -> Row:
    return Row(roles, words=words)


_NUMBER: dict[str, object] = {"year": 2026, "seq": 99_999}
_REQUEST: dict[str, object] = {"request_id": NOBODYS}
_SUBMISSION: dict[str, object] = {"submission_id": NOBODYS}

ROWS: dict[str, Row] = {
    # One's own account and the desk.
    "home": _for(EVERYBODY),
    "login": _public(),
    "logout": _public(),
    "text_size": _public(),
    "password": _for(EVERYBODY),
    # People and places.
    "people": _for(KEEPERS),
    "new_person": _for(KEEPERS),
    "people_list": _for(KEEPERS),
    "one_person": _for(KEEPERS, pk=NOBODYS),
    "offices": _for(KEEPERS),
    "new_office": _for(KEEPERS),
    "one_office": _for(KEEPERS, pk=NOBODYS),
    "regions": _for(KEEPERS),
    "regions_list": _for(KEEPERS),
    "areas": _for(EVERYBODY),
    "village_areas": _for(EVERYBODY, region="360999999999"),
    "one_area": _for(VILLAGE, region="360999999999", pk=NOBODYS),
    "selfcheck": _for(KEEPERS),
    # Filling, rosters, questions, where from.
    "fill": _for(FILLERS),
    "filled": _for(FILLERS, sent_id=NOBODYS),
    "filled_file": _for(FILLERS, sent_id=NOBODYS),
    "filled_list": _for(FILLERS, sent_id=NOBODYS),
    "rosters": _for(VILLAGE),
    "roster": _for(VILLAGE, import_id=NOBODYS),
    "undo_roster": _for(VILLAGE, import_id=NOBODYS),
    "questions": _for(VILLAGE),
    "why": _for(CADRES),
    # The department's application.
    "applications": _for(OFFICERS),
    "application_new": _for(OFFICERS),
    "application": _for(OFFICERS, **_REQUEST),
    "application_columns": _for(OFFICERS, **_REQUEST),
    "application_look": _for(OFFICERS, **_REQUEST),
    "application_send": _for(OFFICERS, **_REQUEST),
    "application_withdraw": _for(OFFICERS, **_REQUEST),
    "application_copy": _for(OFFICERS, **_REQUEST),
    "application_give_up": _for(OFFICERS, **_REQUEST),
    "application_attach": _for(OFFICERS, **_REQUEST),
    "application_paper": _for(OFFICERS, **_REQUEST, paper_id=NOBODYS),
    "application_detach": _for(OFFICERS, **_REQUEST, paper_id=NOBODYS),
    "application_step": _for(OFFICERS, **_REQUEST, step="basis"),
    "gate_reply": _for(OFFICERS, **_SUBMISSION),
    "gate_letter": _for(OFFICERS, **_SUBMISSION),
    # The gate's desk.
    "reviews": _for(GATE),
    "reviews_together": _for(GATE),
    "review_signing": _for(GATE),
    "review_decision": _for(GATE, decision_id=NOBODYS),
    "review_letter": _for(GATE, decision_id=NOBODYS),
    "review": _for(GATE, **_SUBMISSION),
    "review_form": _for(GATE, **_SUBMISSION),
    "review_paper": _for(GATE, **_SUBMISSION, attachment_id=NOBODYS),
    "review_beside": _for(GATE, **_SUBMISSION, at=0),
    "review_opinion": _for(GATE, **_SUBMISSION),
    "review_villages": _for(GATE, **_SUBMISSION),
    "review_offices": _for(GATE, **_SUBMISSION),
    "budgets": _for(GATE),
    "holidays": _for(GATE),
    "meetings": _for(GATE),
    "new_meeting": _for(GATE),
    "meeting": _for(GATE, minutes_id=NOBODYS),
    "minutes_paper": _for(GATE, minutes_id=NOBODYS),
    # The three lists and the register of matters.
    "lists": _for(EVERYBODY),
    "lists_wall": _for(EVERYBODY),
    "lists_changes": _for(EVERYBODY),
    "lists_publish": _for(GATE),
    "matters": _for(EVERYBODY),
    "matters_file": _for(EVERYBODY),
    "matters_import": _for(GATE),
    "matter": Row(words={"matter_id": NOBODYS}, writers=GATE),
    # What the gate asks others.
    "asked": _for(EVERYBODY),
    "asked_poll": _for(CADRES, answer_id=NOBODYS),
    "asked_office": _for(EVERYBODY, consultation_id=NOBODYS),
    # The open register; numbers, their tokens and keys.
    "register": _public(),
    "register_csv": _public(),
    "register_feed": _public(),
    "register_number": _public(**_NUMBER),
    "register_token": _public(**_NUMBER),
    "register_block": _for(EVERYBODY, **_NUMBER),
    "register_withdraw": _for(LEADER, **_NUMBER),
    "register_regularise": _for(LEADER, **_NUMBER),
    "register_leave": _for(OFFICERS, **_NUMBER),
    "register_renew": _for(OFFICERS, **_NUMBER),
    "check": _public(**_NUMBER),
    "jwks": _public(),
    "api-v1:openapi-json": _public(),
    "api-v1:list_admissions": _public(),
    "api-v1:get_admission": _public(**_NUMBER),
    "api-v1:get_token": _public(**_NUMBER),
    "api-v1:list_matters": _public(),
    "api-v1:get_keys": _public(),
    "api-v1:check": _public(),
    "api-v1:api-root": _public(),
    # 该不该填，查一查, and what was reported.
    "checking": _for(CHECKERS),
    "reports": _for(GATE),
    "report_counts": _for(OFFICERS),
    "report": _for(GATE, report_id=NO_UUID),
    "report_photo": _for(GATE, report_id=NO_UUID),
    # The journal.
    "audit": _for(AUDITORS),
    "audit_check": _for(AUDITORS),
    "audit_export": _for(AUDITORS),
    "audit_line": _for(AUDITORS, seq=NOBODYS),
}
