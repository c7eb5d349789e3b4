"""YAML to nodes that remember their place, and the readers of typed values. The only room that knows
PyYAML.
"""

from brochure.source.confine import find, read_inside, unfit_name
from brochure.source.excerpt import cells, render, short, visible
from brochure.source.faults import Faults
from brochure.source.fields import (
    Choice,
    Kind,
    Schema,
    Text,
    Truth,
    mapping,
    one_line,
    quoted,
    scalar,
    sequence,
)
from brochure.source.figures import Em, Length, Number, Share, to_points
from brochure.source.forms import Field, Form, OneOf
from brochure.source.gathered import As, At, ListOf, MapOf, Placed
from brochure.source.mend import mend
from brochure.source.names import names_in, nearest
from brochure.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from brochure.source.reader import MAX_BYTES, parse, read
from brochure.source.splice import splice

__all__ = [
    "MAX_BYTES",
    "As",
    "At",
    "Choice",
    "Em",
    "Entry",
    "Faults",
    "Field",
    "Form",
    "Kind",
    "Length",
    "ListOf",
    "MapOf",
    "Mapping",
    "Node",
    "Number",
    "OneOf",
    "Placed",
    "Scalar",
    "Schema",
    "Sequence",
    "Share",
    "Text",
    "Truth",
    "cells",
    "find",
    "mapping",
    "mend",
    "names_in",
    "nearest",
    "one_line",
    "parse",
    "quoted",
    "read",
    "read_inside",
    "render",
    "scalar",
    "sequence",
    "short",
    "splice",
    "to_points",
    "unfit_name",
    "visible",
]
