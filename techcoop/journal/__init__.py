"""The record of acts: who did what, when and why."""
