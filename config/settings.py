"""Settings, everything from the environment; safe unless told otherwise."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from config.environment import (  # noqa: F401 - Django reads them here
    DEMONSTRATION,
    DEMONSTRATION_PASSWORD,
    DEMONSTRATION_SECRET,
    PROTECTION_KEYS,
    SECRET_KEY,
    database,
    site,
)
from config.languages import whole

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TECHCOOP_DATA", ROOT / "var"))

DEBUG = False
ALLOWED_HOSTS = os.environ.get("TECHCOOP_HOSTS", "127.0.0.1 localhost" if DEMONSTRATION else "").split()
CSRF_TRUSTED_ORIGINS = os.environ.get("TECHCOOP_ORIGINS", "").split()
SITE = site(CSRF_TRUSTED_ORIGINS, DATA)

DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql:///techcoop"))}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"}}

INSTALLED_APPS = [
    "techcoop.desk",
    "techcoop.publishing",
    "techcoop.intake",
    "techcoop.evaluation",
    "techcoop.delivery",
    "techcoop.projects",
    "techcoop.assessments",
    "techcoop.requests",
    "techcoop.matching",
    "techcoop.accountability",
    "techcoop.programme",
    "techcoop.documents",
    "techcoop.ledger",
    "techcoop.people",
    "techcoop.atlas",
    "techcoop.journal",
    "techcoop.press",
    "techcoop.protection",
    "techcoop.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "techcoop.people.middleware.language_of_the_user",
    "techcoop.people.middleware.history_of_the_request",
    "techcoop.people.middleware.Refusals",
    "techcoop.web.middleware.reads_do_not_write",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "techcoop.web.templatetags.web"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigation.navigation",
            ],
        },
    }
]
COTTON_DIR = "cotton"
FORM_RENDERER = "techcoop.web.forms.FormRenderer"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "techcoop.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {"login": "techcoop.people.forms.SignInForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMONSTRATION

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not DEMONSTRATION
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else 31_536_000
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LOCALE_PATHS = [ROOT / "techcoop" / "locale"]
WHOLE_LANGUAGES = whole(LANGUAGES, LOCALE_PATHS[0])  # letters are written in any with a template
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEMONSTRATION

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
EMAIL_BACKEND = os.environ.get("TECHCOOP_EMAIL", "django.core.mail.backends.console.EmailBackend")
# A folder in which a mail server puts messages; nothing is watched where none is named.
MAILBOX = os.environ.get("TECHCOOP_MAILBOX", "")
DEFAULT_FROM_EMAIL = os.environ.get("TECHCOOP_FROM", "techcoop@localhost")
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("TECHCOOP_LOG", "WARNING")},
}
PGHISTORY_APPEND_ONLY = True
