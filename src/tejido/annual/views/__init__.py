"""The annual report: prepared, approved page by page, issued."""
