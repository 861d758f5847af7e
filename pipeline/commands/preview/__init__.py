"""``preview``: the pages on this machine, live, with all that translators need to know beside each block."""

from pipeline.commands.preview.server import Server, preview

__all__ = ["Server", "preview"]
