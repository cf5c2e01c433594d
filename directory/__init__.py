"""Communes, needs and services: where help is. Knows nothing of the conversation."""
