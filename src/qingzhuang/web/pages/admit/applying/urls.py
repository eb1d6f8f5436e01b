"""Addresses of applications for admission."""

from django.urls import path

from qingzhuang.web.pages.admit.applying.columns import application_columns, application_look
from qingzhuang.web.pages.admit.applying.desk import application, application_new, applications
from qingzhuang.web.pages.admit.applying.sending import (
    application_copy,
    application_give_up,
    application_send,
    application_withdraw,
)
from qingzhuang.web.pages.admit.applying.steps import (
    application_attach,
    application_detach,
    application_paper,
    application_step,
)

_ONE = "applications/<int:request_id>"

urlpatterns = [
    path("applications", applications, name="applications"),
    path("applications/new", application_new, name="application_new"),
    path(_ONE, application, name="application"),
    path(f"{_ONE}/columns", application_columns, name="application_columns"),
    path(f"{_ONE}/look", application_look, name="application_look"),
    path(f"{_ONE}/send", application_send, name="application_send"),
    path(f"{_ONE}/withdraw", application_withdraw, name="application_withdraw"),
    path(f"{_ONE}/copy", application_copy, name="application_copy"),
    path(f"{_ONE}/give-up", application_give_up, name="application_give_up"),
    path(f"{_ONE}/papers", application_attach, name="application_attach"),
    path(f"{_ONE}/papers/<int:paper_id>", application_paper, name="application_paper"),
    path(f"{_ONE}/papers/<int:paper_id>/remove", application_detach, name="application_detach"),
    path(f"{_ONE}/steps/<slug:step>", application_step, name="application_step"),
]
