"""What is answered to buttons and to inline queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.telegram_server.errors import ApiError
from tests.telegram_server.html import units
from tests.telegram_server.methods.shape import Method
from tests.telegram_server.rules import LONGEST_TEXT, check_inline_markup, read_text

if TYPE_CHECKING:
    from tests.telegram_server.calls import Call
    from tests.telegram_server.server import TelegramServer

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
LONGEST_NOTICE, LONGEST_ID, MOST_RESULTS = 200, 64, 50


async def answer_callback(server: TelegramServer, call: Call) -> bool:
    """`answerCallbackQuery`: once, and soon."""
    if units(call.text("text")) > LONGEST_NOTICE:
        raise ApiError(400, "MESSAGE_TOO_LONG")
    if not server.asked(call.text("callback_query_id")):
        raise ApiError(400, TOO_OLD)
    server.answered.append(call.parameters)
    return True


async def answer_inline(server: TelegramServer, call: Call) -> bool:
    """`answerInlineQuery`: once, and soon."""
    results = call.parameters.get("results") or []
    if not isinstance(results, list):
        raise ApiError(400, "expected an Array of inline query results")
    if len(results) > MOST_RESULTS:
        raise ApiError(400, "too many inline query results specified")
    for result in results:
        _check_result(result)
    names = [result["id"] for result in results]
    if len(set(names)) != len(names):
        raise ApiError(400, "RESULT_ID_DUPLICATE")
    number = call.text("inline_query_id")
    if not server.asked(number):
        raise ApiError(400, TOO_OLD)
    server.inline[number] = call.parameters
    return True


def _check_result(result: Any) -> None:
    if not isinstance(result, dict):
        raise ApiError(400, "can't parse inline query result: Inline query result must be an object")
    for field in ("type", "id", "title"):
        if not isinstance(result.get(field), str):
            raise ApiError(400, f"can't parse inline query result: Can't find field \"{field}\"")
    if result["type"] != "article":
        raise ApiError(
            400, f'can\'t parse inline query result: type "{result["type"]}" is unsupported for the inline query result'
        )
    if not 1 <= len(result["id"].encode("utf-8", "surrogatepass")) <= LONGEST_ID:
        raise ApiError(400, "RESULT_ID_INVALID")
    if not result["title"].strip():
        raise ApiError(400, "ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise ApiError(400, "can't parse inline query result: Can't find field \"message_text\"")
    if "message_text" in content:
        read_text({**content, "text": content["message_text"]}, "text", LONGEST_TEXT)
    elif not {"latitude", "longitude"} <= set(content):
        raise ApiError(400, "can't parse inline query result: Input message content is not specified")
    check_inline_markup(result.get("reply_markup"))


ANSWERS: dict[str, Method] = {"answerCallbackQuery": answer_callback, "answerInlineQuery": answer_inline}
