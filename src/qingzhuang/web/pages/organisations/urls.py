"""Addresses of signing in, one's own account and the desk."""

from django.urls import path

from qingzhuang.web.pages.organisations.areas import areas_page, one_area, village_areas
from qingzhuang.web.pages.organisations.desk import home
from qingzhuang.web.pages.organisations.offices import new_office, offices_page, one_office
from qingzhuang.web.pages.organisations.one_person import one_person
from qingzhuang.web.pages.organisations.own_account import password, text_size
from qingzhuang.web.pages.organisations.people import new_person, people_page
from qingzhuang.web.pages.organisations.people_list import people_list
from qingzhuang.web.pages.organisations.regions import regions_list, regions_page
from qingzhuang.web.pages.organisations.signing_in import sign_in, sign_out

urlpatterns = [
    path("", home, name="home"),
    path("login", sign_in, name="login"),
    path("logout", sign_out, name="logout"),
    path("size", text_size, name="text_size"),
    path("password", password, name="password"),
    path("people", people_page, name="people"),
    path("people/new", new_person, name="new_person"),
    path("people/list", people_list, name="people_list"),
    path("people/<int:pk>", one_person, name="one_person"),
    path("offices", offices_page, name="offices"),
    path("offices/new", new_office, name="new_office"),
    path("offices/<int:pk>", one_office, name="one_office"),
    path("regions", regions_page, name="regions"),
    path("regions/list", regions_list, name="regions_list"),
    path("areas", areas_page, name="areas"),
    path("areas/<str:region>", village_areas, name="village_areas"),
    path("areas/<str:region>/<int:pk>", one_area, name="one_area"),
]
