"""Somebody at a browser without the browser: cookies, the token of a form, and the answer's status."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import Cookie, CookieJar

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An act answers with a redirect; that it did is what a test wants to know."""

    def redirect_request(self, *_request: object) -> None:
        return None


class Visitor:
    """One session at one node."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies), _NoRedirect())
        self.token = ""
        self.page = ""  # of what was not done

    def get(self, path: str) -> str:
        """The page. HTTPError where there is none."""
        with self.opener.open(self.origin + path, timeout=60) as answer:
            page = str(answer.read().decode())
        self.token = found[1] if (found := _TOKEN.search(page)) else self.token
        return page

    def post(self, path: str, **fields: str) -> int:
        """Sends a form. Returns the status; ConnectionError or URLError where the server went away."""
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        request = urllib.request.Request(self.origin + path, data=data, headers={"Origin": self.origin})  # noqa: S310  # our own server
        try:
            with self.opener.open(request, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as answer:
            with answer:
                self.page = answer.read().decode(errors="replace")
                return answer.code

    def enter(self, session: str) -> "Visitor":
        """With the cookie of a session that was made beside the server."""
        self.cookies.set_cookie(
            Cookie(
                version=0,
                name="sessionid",
                value=session,
                port=None,
                port_specified=False,
                domain=urllib.parse.urlsplit(self.origin).hostname or "",
                domain_specified=False,
                domain_initial_dot=False,
                path="/",
                path_specified=True,
                secure=False,
                expires=None,
                discard=True,
                comment=None,
                comment_url=None,
                rest={},
            )
        )
        self.get("/members/")
        return self

    def sit(self, seat: str) -> "Visitor":
        """Into a seat of the demonstration."""
        self.get("/trying/")
        assert self.post(f"/trials/{seat}/") == 302
        self.get("/trying/")
        return self
