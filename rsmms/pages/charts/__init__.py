"""Pictures drawn at build time: small SVG templates of our own, without script, style or request.

Shapes and labels tell everything; colour only helps. Every mark that stands for a number carries it as
``data-value`` (the exact value of the data) and ``data-key`` (its year or country), so that a test can compare.
"""
