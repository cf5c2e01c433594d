"""Free text over the names and the descriptions of services: typed words → the services that hold them."""
