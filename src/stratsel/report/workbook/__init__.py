"""The paper as a workbook: one module for each kind of sheet."""
