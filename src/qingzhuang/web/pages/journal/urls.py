"""Addresses of the auditor's pages."""

from django.urls import path

from qingzhuang.web.pages.journal.audit import audit, audit_check, audit_export, audit_line

urlpatterns = [
    path("audit", audit, name="audit"),
    path("audit/check", audit_check, name="audit_check"),
    path("audit/export", audit_export, name="audit_export"),
    path("audit/<int:seq>", audit_line, name="audit_line"),
]
