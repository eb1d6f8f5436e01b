"""Addresses of 查一查: the village's side, the reports at the 减负办, the departments' counts."""

from django.urls import path

from qingzhuang.web.pages.admit.checking.asking import checking
from qingzhuang.web.pages.admit.checking.reports import all_reports, counts, one_report, report_photo

urlpatterns = [
    path("checking", checking, name="checking"),
    path("reports", all_reports, name="reports"),
    path("reports/counts", counts, name="report_counts"),
    path("reports/<uuid:report_id>", one_report, name="report"),
    path("reports/<uuid:report_id>/photo", report_photo, name="report_photo"),
]
