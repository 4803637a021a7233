"""What is set in type: letters and reports as tagged PDF, charts as pictures, reports as Word."""
