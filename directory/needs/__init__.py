"""What people look for, and the words they say it with.

The files an editor writes are in `directory/data/needs`; after a change, run `python -m directory.needs.compiling`.
"""

from directory.needs.catalogue import Needs
from directory.needs.model import Matched, Need, NeedHit

__all__ = ["Matched", "Need", "NeedHit", "Needs"]
