"""Addresses and words of an application's pages."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse


def at(page: str, request_id: int, **more: object) -> str:
    """The path of a page of one application."""
    return reverse(page, kwargs={"request_id": request_id, **more})


def seen(browser: Client, path: str, *, status: int = 200) -> str:
    """The words of a page, markup left out."""
    answer = browser.get(path)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def upload(browser: Client, request_id: int, content: bytes) -> str:
    """Where handing in a form leads."""
    file = SimpleUploadedFile("摸排表.xlsx", content)
    answer = browser.post(at("application_columns", request_id), {"do": "upload", "form": file})
    assert answer.status_code == 302
    return answer.headers["Location"]
