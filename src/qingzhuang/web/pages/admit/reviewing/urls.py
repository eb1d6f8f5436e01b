"""Addresses of the gate's desk and of what it asks others."""

from django.urls import path

from qingzhuang.web.pages.admit.reviewing.asked import asked, one_consultation, one_poll
from qingzhuang.web.pages.admit.reviewing.asking import offices, villages
from qingzhuang.web.pages.admit.reviewing.budgets import hours_budgets
from qingzhuang.web.pages.admit.reviewing.holidays import holidays
from qingzhuang.web.pages.admit.reviewing.meetings import all_meetings, minutes_file, new_meeting, one_meeting
from qingzhuang.web.pages.admit.reviewing.opinion import opinion
from qingzhuang.web.pages.admit.reviewing.queue import together, waiting
from qingzhuang.web.pages.admit.reviewing.replies import gate_letter, gate_reply
from qingzhuang.web.pages.admit.reviewing.review import beside, form_file, paper_file, reviewed
from qingzhuang.web.pages.admit.reviewing.signing import letter_file, one_decision, signing

urlpatterns = [
    path("reviews", waiting, name="reviews"),
    path("reviews/together", together, name="reviews_together"),
    path("reviews/signing", signing, name="review_signing"),
    path("reviews/decisions/<int:decision_id>", one_decision, name="review_decision"),
    path("reviews/decisions/<int:decision_id>/letter", letter_file, name="review_letter"),
    path("reviews/<int:submission_id>", reviewed, name="review"),
    path("reviews/<int:submission_id>/form", form_file, name="review_form"),
    path("reviews/<int:submission_id>/papers/<int:attachment_id>", paper_file, name="review_paper"),
    path("reviews/<int:submission_id>/beside/<int:at>", beside, name="review_beside"),
    path("reviews/<int:submission_id>/opinion", opinion, name="review_opinion"),
    path("reviews/<int:submission_id>/villages", villages, name="review_villages"),
    path("reviews/<int:submission_id>/offices", offices, name="review_offices"),
    path("budgets", hours_budgets, name="budgets"),
    path("calendar", holidays, name="holidays"),
    path("meetings", all_meetings, name="meetings"),
    path("meetings/new", new_meeting, name="new_meeting"),
    path("meetings/<int:minutes_id>", one_meeting, name="meeting"),
    path("meetings/<int:minutes_id>/paper", minutes_file, name="minutes_paper"),
    path("asked", asked, name="asked"),
    path("asked/villages/<int:answer_id>", one_poll, name="asked_poll"),
    path("asked/offices/<int:consultation_id>", one_consultation, name="asked_office"),
    path("replies/<int:submission_id>", gate_reply, name="gate_reply"),
    path("replies/<int:submission_id>/letter", gate_letter, name="gate_letter"),
]
