"""The parts of a Word document: its styles, pages, tables, and how it is packed. They need the extra `reports`."""
