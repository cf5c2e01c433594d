"""An invented directory for demonstrations and measures: names, telephones and addresses that belong to nobody.

Telephones are in the ranges that ARCEP keeps for fiction, e-mail and web addresses are under example.org
(RFC 2606). Every row is marked fictional; the words that say so to people are added when it is shown.
"""

from directory.demo.generator import Made, generate
from directory.demo.loading import load_demo
from directory.demo.towns import Town

__all__ = ["Made", "Town", "generate", "load_demo"]
