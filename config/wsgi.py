"""The door through which a web server calls the system."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from config.safety import refuse_known_sign_ins  # noqa: E402 - the models are there only now

refuse_known_sign_ins()
