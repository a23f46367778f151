"""Help for people who write data and pages: annotations, scaffolds, repairs, status, translation files."""
