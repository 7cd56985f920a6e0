"""What gunicorn serves: `gunicorn iomsite.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iomsite.settings")

application = get_wsgi_application()
