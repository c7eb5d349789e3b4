"""The illustrator's room: scripts that draw the pictures of the Xining brochure (tools only, never on the build path)."""
