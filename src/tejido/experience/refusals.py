"""What a system is answered where its request is understood and not done: a status of HTTP and one English sentence."""

from http import HTTPStatus

from .names import Trouble


class Answered(Exception):  # noqa: N818  # an answer is not an error
    """Nothing was changed. `trouble` is what is counted of it, None where nothing is."""

    def __init__(self, status: HTTPStatus, sentence: str, trouble: Trouble | None = None, code: str = "") -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.trouble, self.code = status, sentence, trouble, code


def conflict(sentence: str) -> Answered:
    return Answered(HTTPStatus.CONFLICT, sentence, Trouble.CONFLICT)


def precondition_failed() -> Answered:
    sentence = "The document is not the one that the ETag of the request names. Read it again."
    return Answered(HTTPStatus.PRECONDITION_FAILED, sentence, Trouble.CONFLICT)


def not_found(what: str) -> Answered:
    return Answered(HTTPStatus.NOT_FOUND, f"There is no such {what} here.")


def bad_request(sentence: str, code: str) -> Answered:
    return Answered(HTTPStatus.BAD_REQUEST, sentence, Trouble.NOT_UNDERSTOOD, code)
