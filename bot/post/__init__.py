"""The mailroom: what comes in is stored before it is acknowledged, what goes out is sent at the platform's pace."""
