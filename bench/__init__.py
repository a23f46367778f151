"""Measurements: sizes and speeds, as ratios against a baseline in the same run."""
