"""The United Nations Technical Cooperation Programme in the Field of Human Rights, as a working system.

The packages are the programme's procedure, read downwards in time: a later stage may know an
earlier one, an earlier stage never knows a later one.
"""
