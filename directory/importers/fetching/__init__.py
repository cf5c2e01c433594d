"""Files and pages of sources, brought home: bounded, resumed when cut, asked again when the server is busy."""
