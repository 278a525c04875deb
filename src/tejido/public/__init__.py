"""The face that everybody sees: members on a map, meetings, decisions and adopted texts that were released."""
