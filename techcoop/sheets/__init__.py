"""Lists as workbooks and files of rows, read with care and written without formulas."""
