"""A printing house for Chinese brochures: structured YAML in, print-ready PDF out."""

__version__ = "0.1.0"
