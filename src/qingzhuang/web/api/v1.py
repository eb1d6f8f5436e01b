"""Version 1 of the interface, put together; OpenAPI 3.1 at /api/v1/openapi.json."""

from ninja import NinjaAPI

from qingzhuang.web.api import admissions, checking
from qingzhuang.web.api.refusing import handle

_ABOUT = (
    "准入登记簿对外的接口：查号、取签名凭证、查验通知。不用登录，不收也不给任何人的信息。"
    "这一版要停用时，每个回答都带 Deprecation（RFC 9745）和 Sunset（RFC 8594）两个头，写明日子。"
)

api = NinjaAPI(
    title="轻装 准入接口",
    version="1.0.0",
    description=_ABOUT,
    docs_url=None,  # its page would fetch scripts from elsewhere; the document is enough
    urls_namespace="api-v1",
)
api.add_router("", admissions.router)
api.add_router("", checking.router)
handle(api)
