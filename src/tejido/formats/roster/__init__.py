"""Lists of persons who took part in something, as schools have them: tables with their columns in any order and in four
languages, Moodle's exports, statements of an xAPI store, OneRoster."""
