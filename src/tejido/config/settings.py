"""All settings, read once from the environment. docs/deployment.md explains each of them."""

from django.utils.translation import gettext_lazy as _

from . import environment
from .keys import latest, secret
from .words import LOCALE

## Where things are

DATA = environment.data_folder()
KEY_FOLDER = DATA / "keys"
SECRET_KEY = environment.text("TEJIDO_SECRET_KEY") or secret(KEY_FOLDER / "sessions", 48).hex()
LEDGER_KEY = secret(KEY_FOLDER / "ledger", 32)  # signs heads, receipts and records
CERTIFICATE_KEY = latest(KEY_FOLDER, "certificates", 32)  # signs certificates and the list of those revoked
LTI_KEY = secret(KEY_FOLDER / "lti", 32)  # seals who came from the systems of schools, and tells them apart
SECOND_FACTOR_KEY = secret(KEY_FOLDER / "second-factors", 32)  # seals the secrets of authenticator apps

## Who may reach it

ORIGIN = environment.text("TEJIDO_ORIGIN", "http://127.0.0.1:8000").rstrip("/")
IS_SECURE = ORIGIN.startswith("https://")
ALLOWED_HOSTS = [
    *environment.text("TEJIDO_HOSTS", "localhost 127.0.0.1 [::1]").split(),
    ORIGIN.split("//")[-1].split(":")[0],
]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
DEBUG = environment.flag("TEJIDO_DEBUG", default=False)
PRIVATE_HOSTS = environment.text("TEJIDO_PRIVATE_HOSTS").lower().split()  # systems of schools in a network of one's own

## The house

INSTALLED_APPS = [
    "tejido.takeout",
    "tejido.api",
    "tejido.digest",
    "tejido.desk",
    "tejido.tour",
    "tejido.public",
    "tejido.search",
    "tejido.custody",
    "tejido.correspondence",
    "tejido.exchange",
    "tejido.handover",
    "tejido.annual",
    "tejido.discussions",
    "tejido.modules",
    "tejido.regional",
    "tejido.cooperation",
    "tejido.practices",
    "tejido.reporting",
    "tejido.reviews",
    "tejido.indicators",
    "tejido.programmes",
    "tejido.promotion",
    "tejido.risk",
    "tejido.experience",
    "tejido.lti",
    "tejido.packages",
    "tejido.lineage",
    "tejido.certificates",
    "tejido.figures",
    "tejido.records",
    "tejido.schools",
    "tejido.alumni",
    "tejido.lessons",
    "tejido.evaluation",
    "tejido.presence",
    "tejido.nominations",
    "tejido.timetable",
    "tejido.seminars",
    "tejido.meetings",
    "tejido.mechanisms",
    "tejido.adaptation",
    "tejido.training",
    "tejido.deliberation",
    "tejido.translation",
    "tejido.curriculum",
    "tejido.registry",
    "tejido.people",
    "tejido.running",
    "tejido.ledger",
    "tejido.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
]
MIDDLEWARE = [
    "tejido.config.probes.probes",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # slow lines; it pads answers at random, against BREACH
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tejido.config.reading.Reading",
    "tejido.config.middleware.without_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tejido.config.middleware.ActorMiddleware",
    "tejido.config.middleware.ReadOnlyMiddleware",
    "tejido.config.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "tejido.config.urls"
WSGI_APPLICATION = "tejido.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "tejido.web.setting.Templates",  # Django's, but that programs get no pages
        "NAME": "django",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "tejido.config.frame.frame",
            ],
            "builtins": [
                "tejido.web.templatetags.tejido",
                "tejido.web.templatetags.times",
                "tejido.curriculum.templatetags.texts",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

## The database

_url = environment.text("DATABASE_URL")
DATABASES = {"default": environment.postgresql(_url) if _url else environment.sqlite(DATA / environment.SQLITE_FILE)}
_replica = environment.text("DATABASE_REPLICA_URL")
if _replica:
    DATABASES["replica"] = environment.postgresql(_replica, "DATABASE_REPLICA_URL")
    DATABASE_ROUTERS = ["tejido.config.routing.Router"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

## People

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
ACCOUNT_ADAPTER = "tejido.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by the one-time link that opens the account
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the hash of the password ends every session but this one
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "tejido.people.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE  # browsers allow passkeys on http only for localhost
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
MESSAGE_STORAGE = "tejido.config.messages.Messages"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
# A browser takes a cookie of such a name from this host alone, by HTTPS, and for all of its paths.
if IS_SECURE:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-form"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

## Languages and zones

LANGUAGE_CODE = "es"
LANGUAGES = [("es", _("Spanish")), ("pt", _("Portuguese")), ("en", _("English")), ("fr", _("French"))]
LANGUAGE_COOKIE_NAME = "__Host-language" if IS_SECURE else "tejido_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_SECURE
LOCALE_PATHS = [LOCALE]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

## Static files, uploads, mail

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tejido.web.storage.StaticFiles"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
MAX_UPLOAD = environment.number("TEJIDO_MAX_UPLOAD_MB", 25) * 1024 * 1024
MAX_RECORDS = environment.number("TEJIDO_MAX_RECORDS_MB", 1024) * 1024 * 1024  # a list of trained persons, as a stream
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
EMAIL_HOST = environment.text("TEJIDO_SMTP_HOST")
EMAIL_PORT = environment.number("TEJIDO_SMTP_PORT", 587)
EMAIL_HOST_USER = environment.text("TEJIDO_SMTP_USER")
EMAIL_HOST_PASSWORD = environment.text("TEJIDO_SMTP_PASSWORD")
EMAIL_USE_TLS = environment.flag("TEJIDO_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = environment.text("TEJIDO_MAIL_FROM", "tejido@localhost")
REPLY_DOMAIN = environment.text("TEJIDO_REPLY_DOMAIN")  # mail to reply+…@ it is given to `tejido receive`
ACCESS_CONTACT = environment.text("TEJIDO_ACCESS_CONTACT")  # whom barriers are reported to
MAIL_SERVER = environment.text("TEJIDO_MAIL_SERVER").lower()  # whose Authentication-Results are believed

## What the browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"  # with no-referrer browsers send "Origin: null", which no CSRF check can accept
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
IS_BEHIND_PROXY = environment.flag("TEJIDO_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(IS_BEHIND_PROXY)  # so that its limits count visitors one by one
X_FRAME_OPTIONS = "DENY"

## What is told of how it runs: ids only, never names

METRICS_TOKEN = environment.text("TEJIDO_METRICS_TOKEN")  # /metrics answers who has it; nobody where there is none
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "tejido.config.logs.Plain"}, "json": {"()": "tejido.config.logs.Json"}},
    "filters": {"patterns": {"()": "tejido.config.logs.AddressPatterns"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": environment.choice("TEJIDO_LOG_FORMAT", ("plain", "json")),
            "filters": ["patterns"],
        }
    },
    "root": {"handlers": ["stderr"], "level": environment.text("TEJIDO_LOG_LEVEL", "WARNING")},
}
