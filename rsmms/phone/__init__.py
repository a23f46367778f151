"""The phone: what is kept for reading without a network, what is passed on, and how much each page weighs."""
