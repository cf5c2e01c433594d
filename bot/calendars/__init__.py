"""Events in files (iCalendar, CSV, XLSX): read, compared with what is announced, written. Pure, but for the rows."""
