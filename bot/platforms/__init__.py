"""Doors: each turns what people send into a Message and a Reply into what they see."""
