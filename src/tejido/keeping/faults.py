"""Why something was not done, for whoever is at the console."""


class NotDone(Exception):  # noqa: N818  # it names what is the case
    """str() is one sentence; `code` is for scripts. Nothing was changed."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
