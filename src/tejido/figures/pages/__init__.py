"""Parts of pages: charts with their tables, coverage, the map, previews."""
