"""The parts pages are built from: each shows something and reports what the person did."""
