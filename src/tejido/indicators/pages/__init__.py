"""Parts of pages: charts with their tables, and overviews."""
