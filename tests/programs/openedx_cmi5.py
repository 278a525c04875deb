"""Open edX's block for cmi5, given a package and what a lesson told. It stands in the environment that `make peers`
makes. Reads a JSON list of statements; writes a JSON object: `course` and `units` as the block read them from the
package, and `standing` after each statement.

    python openedx_cmi5.py PACKAGE FOLDER < statements.json
"""

import json
import sys

import django
from django.conf import settings

PACKAGE, FOLDER = sys.argv[1:]
settings.configure(LMS_ROOT_URL="https://aula.example", MEDIA_ROOT=FOLDER, MEDIA_URL="/media/", INSTALLED_APPS=[])
django.setup()

from opaque_keys.edx.keys import UsageKey
from openedx_cmi5_xblock.openedx_cmi5_xblock import CMI5XBlock
from webob import Request
from xblock.field_data import DictFieldData
from xblock.fields import ScopeIds

LOCATION = UsageKey.from_string("block-v1:Escuela+PREV1+2026+type@openedx_cmi5_xblock+block@3f6c")


class Runtime:
    """edx-platform around the block: nobody is signed in, and what it publishes is kept by nobody."""

    def service(self, block, name):
        return None

    def publish(self, block, kind, told):
        """Nothing is kept."""


block = CMI5XBlock(Runtime(), DictFieldData({}), ScopeIds(None, "openedx_cmi5_xblock", LOCATION, LOCATION))
block.location = LOCATION
with open(PACKAGE, "rb") as package:
    block.update_package_meta(package)
    block.extract_package(package)
    block.update_package_fields()
standing = []
for told in json.load(sys.stdin):
    asked = Request.blank(f"/lrs/statements?statementId={told['id']}", method="PUT", body=json.dumps(told).encode())
    assert block.lrs_endpoint(asked, "statements").status_code == 204
    standing.append(block.lesson_status)
json.dump({"course": block.course_data, "units": block.au_urls, "standing": standing}, sys.stdout)
