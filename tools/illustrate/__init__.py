"""The illustrator's room: scripts that draw the pictures of the Xining brochure; never on the build path."""
