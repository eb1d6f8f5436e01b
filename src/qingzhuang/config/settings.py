"""Settings of the platform. Where the data lies: DATABASE_URL, else a SQLite file in QINGZHUANG_HOME."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url

from qingzhuang.config.logs import LINES
from qingzhuang.config.secrets import hosts_of, secret_key
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode

BASE = Path(__file__).resolve().parent.parent  # the package
HOME = Path(os.environ.get("QINGZHUANG_HOME", "var")).absolute()
DATABASE_FILE = HOME / "qingzhuang.sqlite3"
JOURNAL_ANCHORS = HOME / "journal.anchors"  # heads of the journal, kept outside the database

# What must be on every SQLite connection (DESIGN.md §4): readers never wait for the writer, an
# acknowledged write survives a power cut, a writer takes its lock at BEGIN instead of failing half-
# way through.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,  # seconds; SQLite's busy_timeout: an import of 100,000 rows holds the lock for some twenty
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000",
}
_POSTGRES_OPTIONS = {
    "connect_timeout": 10,  # seconds; without it a server that is not there takes minutes
    # Row security (migration 0005): the console sees all; a page's connection sees nothing until it is told.
    # A page waits for nobody for ever; commands may (a county's import, a migration).
    "options": {
        "console": "-c app.scopes=* -c app.desk=gate",
        "web": "-c statement_timeout=60s -c lock_timeout=30s -c idle_in_transaction_session_timeout=60s",
    }.get(os.environ.get("QINGZHUANG_FACE", ""), ""),
}
_SQLITE, _POSTGRES = "django.db.backends.sqlite3", "django.db.backends.postgresql"


def _database() -> dict[str, Any]:
    """
    The one database of this house.

    Raises:
        RefusedError: DATABASE_URL names neither a SQLite file nor a PostgreSQL. It is not repeated: it may
            hold a password.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    found: dict[str, Any] = {"ENGINE": _SQLITE, "NAME": str(DATABASE_FILE)}
    if url:
        try:
            found = dict(dj_database_url.parse(url))
        except ValueError as error:
            raise RefusedError(Problem(StoreCode.BAD_DATABASE_URL)) from error
    if found["ENGINE"] not in (_SQLITE, _POSTGRES) or not found["NAME"]:
        raise RefusedError(Problem(StoreCode.BAD_DATABASE_URL))
    ours = _SQLITE_OPTIONS if found["ENGINE"] == _SQLITE else _POSTGRES_OPTIONS
    return found | {"OPTIONS": found.get("OPTIONS", {}) | ours}


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "qingzhuang.store",  # the one app of ours with tables
    "qingzhuang.web",  # pages and their files
]

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
DEBUG = False
LOGGING = LINES

# --- The web. Profiles: `demo` is plain HTTP on loopback and nothing else; the default, `office`, is HTTPS.
PROFILE = os.environ.get("QINGZHUANG_PROFILE", "office")
IS_DEMO = PROFILE == "demo"
COUNTY_NAME = os.environ.get("QINGZHUANG_COUNTY", "青禾县" if IS_DEMO else "")  # as pages and papers print it
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = hosts_of(os.environ.get("QINGZHUANG_HOSTS", ""), is_demo=IS_DEMO)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not IS_DEMO]
# Where anybody checks a number, as QR codes and tokens carry it; no slash at the end.
_FIRST_HOST = f"https://{next(iter(ALLOWED_HOSTS), 'localhost')}"
_ADDRESS = "http://127.0.0.1:8000" if IS_DEMO else _FIRST_HOST
PUBLIC_ADDRESS = os.environ.get("QINGZHUANG_ADDRESS", _ADDRESS).rstrip("/")
ROOT_URLCONF = "qingzhuang.config.urls"
WSGI_APPLICATION = "qingzhuang.config.wsgi.application"
APPEND_SLASH = False

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "qingzhuang.web.middleware.headers.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "qingzhuang.web.middleware.refusals.refusals",
    "qingzhuang.web.middleware.acting.acting",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "qingzhuang.web.templating.environment"},
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "web" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True  # served from the package itself: nothing to collect, nothing to forget
WHITENOISE_AUTOREFRESH = False

AUTH_USER_MODEL = "store.Account"
LOGIN_URL = "login"
# Who says who somebody is: our own passwords. Single sign-on joins as one more backend (docs/decisions/0013).
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},  # ASVS 5.0 6.2.1
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
]

SESSION_COOKIE_NAME = "sid" if IS_DEMO else "__Host-sid"
CSRF_COOKIE_NAME = "csrf" if IS_DEMO else "__Host-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_DEMO
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # seconds; the absolute end of a session
SESSION_IDLE_SECONDS = 30 * 60  # ours: acting.py ends a session that was not used for so long

SECURE_SSL_REDIRECT = not IS_DEMO
SECURE_HSTS_SECONDS = 0 if IS_DEMO else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the county's other hosts are not ours to bind
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("QINGZHUANG_TRUST_PROXY") == "1" else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "qingzhuang.web.middleware.refusals.forged"
_SELF = "'self'"
_NONE = "'none'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_NONE],
        "script-src": [_SELF],
        "style-src": [_SELF],
        "img-src": [_SELF, "blob:"],
        "connect-src": [_SELF],
        "worker-src": [_SELF],
        "manifest-src": [_SELF],
        "font-src": [_SELF],
        "form-action": [_SELF],
        "frame-ancestors": [_NONE],
        "base-uri": [_NONE],
        "object-src": [_NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640

# Throttling (TRUST.md §4.2): five failures per account and network, fifteen minutes; nobody is locked out
# everywhere. The counters are rows, so every process sees the same ones. No log of who signed in when.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "qingzhuang.web.pages.organisations.signing_in.locked_out"
AXES_USERNAME_FORM_FIELD = "username"
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "qingzhuang.web.networks.network_of"
