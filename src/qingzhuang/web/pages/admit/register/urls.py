"""Addresses of the open register and of single numbers."""

from django.urls import path

from qingzhuang.web.pages.admit.register.acts import leave, regularise, renew, withdraw
from qingzhuang.web.pages.admit.register.listing import register_csv, register_feed, register_page
from qingzhuang.web.pages.admit.register.numbers import block, check, keys, number_page, token

_NUMBER = "register/<int:year>/<int:seq>"

urlpatterns = [
    path("register", register_page, name="register"),
    path("register.csv", register_csv, name="register_csv"),
    path("register.atom", register_feed, name="register_feed"),
    path(_NUMBER, number_page, name="register_number"),
    path(f"{_NUMBER}/token", token, name="register_token"),
    path(f"{_NUMBER}/block.pdf", block, name="register_block"),
    path(f"{_NUMBER}/withdraw", withdraw, name="register_withdraw"),
    path(f"{_NUMBER}/regularise", regularise, name="register_regularise"),
    path(f"{_NUMBER}/leave", leave, name="register_leave"),
    path(f"{_NUMBER}/renew", renew, name="register_renew"),
    path("check/<int:year>/<int:seq>", check, name="check"),
    path(".well-known/jwks.json", keys, name="jwks"),
]
