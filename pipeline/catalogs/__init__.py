"""Catalogs: PO files and templates, read and written without loss, merged and reviewed."""

from pipeline.catalogs.catalog import State, header_errors, lookup, new_catalog, state, state_of
from pipeline.catalogs.merge import fill, merge
from pipeline.catalogs.po import Catalog, Message, format_po, key_of, read_po
from pipeline.catalogs.review import Review, digest, review_state, reviewed
from pipeline.catalogs.template import TITLE, TemplateMessage, make_template, make_template_from_messages

__all__ = [
    "TITLE",
    "Catalog",
    "Message",
    "Review",
    "State",
    "TemplateMessage",
    "digest",
    "fill",
    "format_po",
    "header_errors",
    "key_of",
    "lookup",
    "make_template",
    "make_template_from_messages",
    "merge",
    "new_catalog",
    "read_po",
    "review_state",
    "reviewed",
    "state",
    "state_of",
]
