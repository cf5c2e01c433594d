"""Figures as pictures (PNG): black on white, readable without colours. What they show is said in words beside them."""
