"""The `solipacte` command, one file for each family of commands; heavy parts are imported when they are used."""
