"""The methods of the Bot API that the bot uses, by their names."""

from tests.telegram_server.methods.answers import ANSWERS
from tests.telegram_server.methods.edits import EDITS
from tests.telegram_server.methods.itself import ITSELF
from tests.telegram_server.methods.menu import MENU
from tests.telegram_server.methods.sends import SENDS
from tests.telegram_server.methods.shape import Method

METHODS: dict[str, Method] = ITSELF | SENDS | EDITS | ANSWERS | MENU
# Telegram reads the names without case.
NAMES = {name.lower(): name for name in METHODS}
