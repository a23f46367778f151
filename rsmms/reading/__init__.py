"""Files enter; the ``Library``, hand-written pages and problems leave.

It judges each file by itself and knows nothing of rules between files, nor of output.
"""
