"""Every address of the web: each room says its own, here they are put side by side."""

from django.urls import URLPattern, URLResolver

from qingzhuang.web.api import urls as api
from qingzhuang.web.pages.admit.applying import urls as applying
from qingzhuang.web.pages.admit.checking import urls as checking
from qingzhuang.web.pages.admit.lists import urls as lists
from qingzhuang.web.pages.admit.register import urls as register
from qingzhuang.web.pages.admit.reviewing import urls as reviewing
from qingzhuang.web.pages.collect import urls as collect
from qingzhuang.web.pages.fill import urls as fill
from qingzhuang.web.pages.journal import urls as journal
from qingzhuang.web.pages.know import urls as know
from qingzhuang.web.pages.link import urls as link
from qingzhuang.web.pages.organisations import urls as organisations
from qingzhuang.web.pages.selfcheck import urls as selfcheck

urlpatterns: list[URLPattern | URLResolver] = [
    *organisations.urlpatterns,
    *fill.urlpatterns,
    *applying.urlpatterns,
    *lists.urlpatterns,
    *register.urlpatterns,
    *checking.urlpatterns,
    *api.urlpatterns,
    *reviewing.urlpatterns,
    *collect.urlpatterns,
    *link.urlpatterns,
    *know.urlpatterns,
    *journal.urlpatterns,
    *selfcheck.urlpatterns,
]

handler404 = "qingzhuang.web.middleware.refusals.missing"
handler500 = "qingzhuang.web.middleware.refusals.failed"
