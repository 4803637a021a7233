"""Tests of the frame, the components and the lists."""
