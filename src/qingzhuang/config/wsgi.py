"""The web as one WSGI callable."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["QINGZHUANG_FACE"] = "web"  # before the settings are read: its connections are told what they see
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.config.settings")
application = get_wsgi_application()
